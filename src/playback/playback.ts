import type { Cue, Narration } from '../narration/index.js';
import type { SpeechEngine, Word } from '../speech/engine.js';
import type { ListedVoice } from '../speech/listed-voices.js';
import type { VoiceTexts } from '../speech/voice-name.js';
import { CueClock } from './cue-clock.js';
import type { EngineSource, VoicesOfEngine } from './engine-choice.js';
import { cueLike, cueLikeOrNext, indexAfter, indexBefore, type Unit } from './jump.js';
import type { LexiconSource } from './load-lexicon.js';
import type { Notice } from './notice.js';
import type { Place } from './places.js';
import type { Reader, ReaderEvents } from './reader.js';
import type { Sampler, VoiceReference } from './sample.js';
import type { Sleep } from './sleep-timer.js';
import { type Happening, isReading, nextState, type State } from './state.js';
import { SECONDS_A_CHARACTER, Timeline } from './timeline.js';
import { endTurn, takeTurn } from './turn.js';
import { VoiceList } from './voice-list.js';
import { WayBack } from './way-back.js';

export interface PlaybackOptions {
  /**
   * Makes the narration of the article as it stands now, or null where there is no article; a promise of it as long as
   * the code for that is being fetched.
   */
  narrate(): Narration | null | Promise<Narration | null>;
  /** How the publisher wants words to be spoken. */
  lexicon?(): LexiconSource;
  /** Whether the listener allows texts to be sent to a host; undefined where they were not asked yet. */
  allows?(recipient: string): boolean | undefined;
  /** Remembers their answer. */
  allow?(recipient: string, allowed: boolean): void;
  /** Keeps the place for another day; null when there is none to go on from. */
  keepPlace?(cue: Cue | null): void;
  /** The engines, in the order they are tried; each source must stay the same function. */
  engines(): Iterable<EngineSource>;
  /** What a voice says when it is tried out, in its language, BCP 47. */
  sampleText?(lang: string): string | Promise<string>;
  /** The article's language, BCP 47, whose voices are listed; German where it is left out. */
  lang?(): string;
  /** What is said of voices, in the interface's language; without it none is listed. */
  voiceTexts?(): Promise<VoiceTexts>;
}

/** Where the playhead is, in numbers that a person counts by. */
export interface Position {
  /** Which paragraph is read, from 1; 0 before the first one. Headings are none. */
  readonly paragraph: number;
  readonly paragraphs: number;
}

interface Question extends PromiseWithResolvers<boolean> {
  readonly recipient: string;
}

interface Sample {
  readonly voiceURI: string;
  readonly ending: AbortController;
}

const LOWEST_RATE = 0.1;
const HIGHEST_RATE = 10;

/**
 * Reads a narration aloud: holds the playhead, hands the cue under it to a speech engine, prepares the next ones
 * meanwhile, and moves on when the cue has been heard. It is the only place that decides what happens next.
 *
 * Its events are those of a media element (play playing waiting pause seeking seeked timeupdate durationchange ratechange
 * volumechange ended error), and: `cuechange` when another cue is heard or none; `boundary` when a word begins to be heard,
 * a CustomEvent with the Word; `sleepchange` when `sleep` was set; `statechange` when anything that a control may show has changed.
 */
export class Playback extends EventTarget {
  /** The voices for the article's language, in the order of the engines and the best of each first. */
  readonly voiceList = new VoiceList(() => this.#listVoices());
  readonly #options: PlaybackOptions;
  /** Its code is fetched when it is first needed, as that of the engines is. */
  #reader: Reader | null = null;
  #sampler: Sampler | null = null;
  #sample: Sample | null = null;
  #narration: Narration | null = null;
  #narrating: Promise<void> | null = null;
  /** How long the article takes about, in seconds, before it is walked. */
  #expected = NaN;
  #timeline: Timeline | null = null;
  #state: State = 'idle';
  #playhead = 0;
  /** The cue that is under the playhead, since it was heard or reading began there; it may be gone from the page. */
  #cue: Cue | null = null;
  #engine: SpeechEngine | null = null;
  #notice: Notice | null = null;
  #question: Question | null = null;
  #error: Error | null = null;
  #playbackRate = 1;
  #volume = 1;
  #muted = false;
  #voice: string | null = null;
  #pauses = 1;
  #seeking = false;
  #away = false;
  /** Where reading goes on, as long as the narration is not there that would tell. */
  #place: Place | null = null;
  readonly #wayBack = new WayBack();
  #sleep: Sleep = null;
  /** How often the cue under the playhead was begun. */
  #starts = 0;
  /** Whether its engine told how long it takes. */
  #told = false;
  /** The cues that stand for those of an article which was rendered anew. */
  readonly #sameAs = new WeakMap<Cue, Cue>();
  readonly #clock = new CueClock(() => this.#emit('timeupdate'));
  /** The reading under way; aborted by a jump, a stop, or a pause before anything was heard. */
  #reading: AbortController | null = null;
  #cutting: AbortController | null = null;
  #audible: PromiseWithResolvers<void> | null = null;
  #lastActiveCue: Cue | null = null;

  constructor(options: PlaybackOptions) {
    super();
    this.#options = options;
  }

  get state(): State {
    return this.#state;
  }

  get paused(): boolean {
    return !isReading(this.#state);
  }

  get ended(): boolean {
    return this.#state === 'ended';
  }

  /** Whether a jump was made whose cue is not heard yet. */
  get seeking(): boolean {
    return this.#seeking;
  }

  /** What the listener must be told, or null. */
  get notice(): Notice | null {
    return this.#notice;
  }

  /** The host that texts would be sent to if the listener allowed it, where they are asked; or null. */
  get question(): string | null {
    return this.#question?.recipient ?? null;
  }

  /** Answers the question. Where texts must not be sent, another engine reads. */
  answer(allowed: boolean): void {
    if (!this.#question) return;
    const { recipient, resolve } = this.#question;
    this.#question = null;
    this.#options.allow?.(recipient, allowed);
    resolve(allowed);
    this.#emit('statechange');
  }

  /** Why nothing is heard, or null. */
  get error(): Error | null {
    return this.#error;
  }

  /** The name of the engine that speaks, or null. */
  get engine(): string | null {
    return this.#engine?.name ?? null;
  }

  /** The root of the article that is read, or null as long as there is none. */
  get root(): Element | null {
    return this.#narration?.root ?? null;
  }

  /** The cues cut so far. */
  get cues(): readonly Cue[] {
    this.warm();
    const cues = this.#narration?.cues ?? [];
    for (const cue of cues) this.#timeline?.stamp(cue);
    return cues;
  }

  /** The cue that is heard, or at which the reading is paused; null otherwise, and in the silence between two. */
  get activeCue(): Cue | null {
    if (this.#state !== 'speaking' && this.#state !== 'paused') return null;
    return this.#cueAtPlayhead;
  }

  get #cueAtPlayhead(): Cue | null {
    const cue = this.#cue ?? this.#narration?.at(this.#playhead) ?? null;
    return cue && (this.#timeline?.stamp(cue) ?? cue);
  }

  /** The sentence that reading will go on from, where nothing is read yet and that is not the beginning; or null. */
  get place(): Place | null {
    if (this.#state !== 'idle') return null;
    return this.#playhead > 0 ? (this.#cue ?? this.#place) : this.#place;
  }

  /** Goes on from a place that was kept on another day, when it is played. */
  goOnFrom(place: Place): void {
    if (this.#state !== 'idle' || this.#playhead > 0) return;
    this.#place = place;
    this.#emit('statechange');
  }

  /** The sentence that the last jump left, to go back to; or null. */
  get leftCue(): Cue | null {
    return this.#wayBack.cue;
  }

  /** Takes the last jump back. */
  goBack(): void {
    const cue = this.#wayBack.cue;
    if (!cue) return;
    this.#jump(cue.index);
    this.#wayBack.forget();
    this.#emit('statechange');
  }

  /** Which paragraph is read, and how many there are so far. */
  get position(): Position {
    const number = this.#narration?.blockNumber(this.#cue?.index ?? this.#playhead) ?? -1;
    return {
      paragraph: this.#timeline?.paragraphsTo(number) ?? 0,
      paragraphs: this.#timeline?.paragraphsTo(Infinity) ?? 0,
    };
  }

  /** The headings that are cut so far. */
  get headings(): readonly Cue[] {
    const narration = this.#narration;
    const headings = narration?.blocks.filter(({ heading }) => heading) ?? [];
    return headings.flatMap((block) => {
      const cue = narration?.at(block.firstCue);
      return cue ? (this.#timeline?.stamp(cue) ?? []) : [];
    });
  }

  /** The cue at a time, in seconds, as far as the article is cut; or null. */
  cueAt(seconds: number): Cue | null {
    const cue = this.#narration?.at(this.#timeline?.indexAt(seconds) ?? 0);
    return (cue && this.#timeline?.stamp(cue)) ?? null;
  }

  /** Whether the reader has scrolled away from the place that is read; told by whoever shows the article. */
  get away(): boolean {
    return this.#away;
  }

  set away(away: boolean) {
    this.#away = away;
    this.#emit('statechange');
  }

  /** Asks whoever shows the article to show the place that is read. */
  showPlace(): void {
    this.#emit('showplace');
  }

  /** Whether the article has been cut to its end. */
  get complete(): boolean {
    return this.#narration?.complete ?? false;
  }

  /** Estimated seconds at rate 1, or NaN as long as the article is not cut to its end. */
  get duration(): number {
    this.warm();
    return this.complete ? (this.#timeline?.end ?? 0) : NaN;
  }

  /** The same, or a rougher estimate as long as it is not known; NaN where there is none. Fetches nothing. */
  get expectedDuration(): number {
    return this.complete ? this.duration : this.#expected;
  }

  /** Estimates the duration from the length of a text, in characters. */
  expect(characters: number): void {
    this.#expected = characters * SECONDS_A_CHARACTER;
    this.#emit('statechange');
  }

  /** Estimated seconds at rate 1 from the article's beginning. */
  get currentTime(): number {
    const cue = this.#cueAtPlayhead;
    if (!cue) return 0;
    if (this.#state === 'ended') return cue.endTime;
    return Math.min(cue.startTime + this.#clock.heard, cue.endTime);
  }

  set currentTime(seconds: number) {
    this.#narrated(() => this.seekToCue(this.#timeline?.indexAt(seconds) ?? 0));
  }

  get playbackRate(): number {
    return this.#playbackRate;
  }

  /** @throws a NotSupportedError DOMException outside of 0.1 to 10 */
  set playbackRate(rate: number) {
    if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
      throw new DOMException(
        `A playback rate is between ${LOWEST_RATE} and ${HIGHEST_RATE}`,
        'NotSupportedError',
      );
    }
    this.#playbackRate = rate;
    this.#applySettings();
    this.#clock.rate = this.spokenRate;
    this.#emit('ratechange', 'statechange');
  }

  /** The rate that is really heard: that of the engine that speaks, which may not be able to do `playbackRate`. */
  get spokenRate(): number {
    return this.#engine?.rate ?? this.#playbackRate;
  }

  get volume(): number {
    return this.#volume;
  }

  /** @throws an IndexSizeError DOMException outside of 0 to 1 */
  set volume(volume: number) {
    if (!(volume >= 0 && volume <= 1))
      throw new DOMException('A volume is between 0 and 1', 'IndexSizeError');
    this.#volume = volume;
    this.#setLoudness();
  }

  get muted(): boolean {
    return this.#muted;
  }

  set muted(muted: boolean) {
    this.#muted = muted;
    this.#setLoudness();
  }

  /** The `voiceURI` of the voice to read with wherever it speaks the language; null leaves it to the engines. */
  get voice(): string | null {
    return this.#voice;
  }

  /** Another voice begins with the sentence that is read. */
  set voice(voiceURI: string | null) {
    if (voiceURI === this.#voice) return;
    this.#voice = voiceURI;
    this.#applySettings();
    this.#abort();
    this.#clock.reset();
    if (isReading(this.#state)) {
      this.#happen('seek');
      this.#read();
    }
    this.#emit('statechange');
  }

  /** How long the silences between paragraphs are; 1 is what the text asks for. */
  get pauses(): number {
    return this.#pauses;
  }

  set pauses(pauses: number) {
    this.#pauses = pauses;
    if (this.#timeline) this.#timeline.pauses = pauses;
    this.#applySettings();
    this.#emit('durationchange');
  }

  /** When reading will pause by itself, after a sentence; null for never, and again when it has. */
  get sleep(): Sleep {
    return this.#sleep;
  }

  set sleep(sleep: Sleep) {
    this.#sleep = sleep;
    this.#emit('sleepchange', 'statechange');
  }

  /** The voices of all engines; none of one that the listener does not allow to be asked. */
  async voices(): Promise<VoicesOfEngine[]> {
    return (await this.#loadReader()).voices();
  }

  /** The `voiceURI` of the voice that is tried out, or null. */
  get sampling(): string | null {
    return this.#sample?.voiceURI ?? null;
  }

  /**
   * Lets a listener hear a sentence with a voice, which is not chosen by that. Pauses the reading; ends when another sample or
   * the reading begins, or with `pause`.
   *
   * @returns a promise that settles when it was heard. It rejects with a DOMException: NotFoundError where the voice is not
   *   there, NotAllowedError where the listener does not allow a text to be sent or the browser wants a gesture first,
   *   NotSupportedError where it cannot be heard, AbortError when it was ended.
   */
  async sample(voice: VoiceReference): Promise<void> {
    this.pause();
    takeTurn(this);
    const sample = { voiceURI: voice.voiceURI, ending: new AbortController() };
    this.#sample = sample;
    this.#emit('statechange');
    try {
      const sampler = await this.#loadSampler();
      sample.ending.signal.throwIfAborted();
      await sampler.speak(voice, sample.ending.signal);
    } finally {
      if (this.#sample === sample) {
        this.#sample = null;
        this.#emit('statechange');
      }
    }
  }

  /** Makes the narration and cuts it in the background, so that the length is known; fetches its code, but no voice. */
  warm(): void {
    this.#narrated(() => undefined);
  }

  /** Finds the engine that will speak, so that a press of play finds its code there; fetches no voice. */
  chooseEngine(): void {
    this.#narrated((narration) => {
      const lang = narration.at(0)?.lang;
      if (lang)
        this.#loadReader()
          .then((reader) => reader.choose(lang))
          .catch(() => undefined);
    });
  }

  /**
   * Reads on from the playhead, from the beginning after the end.
   *
   * @returns a promise that settles once speech is audible. It rejects with an AbortError DOMException when it was paused
   *   or stopped before that, a NotAllowedError where the browser wants a gesture first, a NotSupportedError where
   *   there is nothing to read or no engine can speak.
   */
  play(): Promise<void> {
    if (!isReading(this.#state)) this.#play();
    return this.#audible?.promise ?? Promise.resolve();
  }

  /** Falls silent at once and keeps the place. */
  pause(): void {
    this.#endSample();
    if (!isReading(this.#state)) return;
    const heard = this.#state === 'speaking';
    this.#clock.stop();
    if (heard) this.#reader?.pause();
    else this.#abort();
    this.#rejectAudible('AbortError', 'Paused before anything was heard');
    this.#happen('pause');
    this.#emit('timeupdate', 'pause');
  }

  /** Falls silent and leaves the page as it was; the next play goes on from there. */
  stop(): void {
    this.#endSample();
    this.#end('stop');
    this.#notice = null;
    this.#emit('statechange');
  }

  /** Goes back to the article's beginning, also where its place was kept from another day. */
  startOver(): void {
    this.#place = null;
    if (this.#narration) this.#jump(0);
    this.#options.keepPlace?.(null);
    this.#emit('statechange');
  }

  /** What is to be read of the article has changed: reads on from the same sentence, or from what stands in its place. */
  async readAnew(): Promise<void> {
    const before = this.#narration;
    if (!before) return;
    const narration = await this.#options.narrate();
    if (this.#cue && narration)
      this.#cue = cueLikeOrNext(this.#cue, before, narration) ?? this.#cue;
    this.#take(narration);
    this.#wayBack.forget();
    if (isReading(this.#state)) this.#jump(this.#playhead);
    else this.#abort();
    this.#happened();
    this.#emit('durationchange');
  }

  /** Jumps to the next sentence, or to the beginning of the next paragraph or heading, where there is one. */
  next(unit: Unit = 'sentence'): void {
    this.#narrated((narration) => this.#jump(indexAfter(narration, this.#playhead, unit)));
  }

  /** Jumps to the sentence before, or back to the beginning of this or the last paragraph or heading. */
  previous(unit: Unit = 'sentence'): void {
    this.#narrated((narration) => this.#jump(indexBefore(narration, this.#playhead, unit)));
  }

  /** Moves the playhead to a cue; reading goes on from there if it was under way. Past the ends, nothing happens. */
  seekToCue(index: number): void {
    this.#narrated(() => this.#jump(index));
  }

  /**
   * Moves the playhead to the sentence at a place of the page's text.
   *
   * @returns whether anything is read there; false as long as the narration is not there that would tell
   */
  seekToPoint(node: Node, offset: number): boolean {
    let index = -1;
    this.#narrated((narration) => {
      index = narration.indexAt(node, offset);
      this.#jump(index);
    });
    return index >= 0;
  }

  /**
   * The article is no longer in the page: reading goes on where the page has the same sentence in another article, as when
   * it was rendered anew, and ends where it has not.
   */
  async articleGone(): Promise<void> {
    const cue = this.#cue;
    const narration = await this.#options.narrate();
    const again = cue && narration?.root.isConnected ? cueLike(cue, narration) : undefined;
    if (!cue || !narration || !again) {
      narration?.dispose();
      this.#end('stop');
      this.#cue = null;
      this.#playhead = 0;
      this.#fail('gone', new DOMException('The article was removed', 'InvalidStateError'));
      return;
    }
    this.#take(narration);
    this.#sameAs.set(cue, again);
    this.#setPlayhead(again);
    this.#happened();
    this.#emit('statechange');
  }

  /** Ends the reading and gives back what the engines hold. A later `play` begins anew. */
  dispose(): void {
    this.stop();
    this.#place = this.place;
    this.#wayBack.forget();
    this.#playhead = 0;
    this.#forgetNarration();
    this.#reader?.dispose();
    this.#reader = null;
    this.#sampler?.dispose();
    this.#sampler = null;
  }

  #play(): void {
    this.#endSample();
    const held = this.#state === 'paused' && this.#reading !== null;
    if (!held && this.#state !== 'paused') this.#beginAnew();
    this.#happen('play');
    takeTurn(this);
    this.#audible = Promise.withResolvers();
    this.#audible.promise.catch(() => undefined); // Whoever called play() may not care.
    this.#emit('play', 'waiting');
    if (held) {
      this.#happen('ready');
      this.#reader?.resume();
    } else {
      this.#read();
    }
  }

  /** After a stop, the end or a failure: the page may have changed, and engines that failed get another chance. */
  #beginAnew(): void {
    if (this.#state === 'ended') this.#playhead = 0;
    if (this.#playhead === 0) this.#forgetNarration();
    this.#notice = null;
    this.#error = null;
    this.#reader?.restore();
  }

  /** Calls back with the narration: at once where it is there, else as soon as its code is. */
  #narrated(then: (narration: Narration) => void): void {
    if (this.#narration?.root.isConnected) then(this.#narration);
    else void this.#narrate().then(() => this.#narration && then(this.#narration));
  }

  #narrate(): Promise<void> {
    if (this.#narration?.root.isConnected) return Promise.resolve();
    const narration = this.#options.narrate();
    if (!(narration instanceof Promise)) {
      this.#take(narration);
      return Promise.resolve();
    }
    this.#narrating ??= narration
      .then((made) => this.#take(made))
      .finally(() => (this.#narrating = null));
    return this.#narrating;
  }

  #take(narration: Narration | null): void {
    const place = this.#cue ?? this.#place;
    this.#forgetNarration();
    this.#narration = narration;
    this.#timeline = narration && new Timeline(narration, this.#pauses);
    narration?.addEventListener('change', () => this.#onPageChange());
    this.#cutAll();
    if (place && narration) this.#goTo(place, narration);
  }

  /** Puts the playhead at a sentence that was left in another narration, or at what stands in its place. */
  #goTo(place: Place, narration: Narration): void {
    this.#place = null;
    const cue = cueLike(place, narration) ?? narration.at(place.index) ?? narration.at(0);
    if (cue) this.#setPlayhead(cue);
  }

  #forgetNarration(): void {
    this.#cutting?.abort();
    this.#narration?.dispose();
    this.#narration = null;
    this.#cue = null;
  }

  #cutAll(): void {
    this.#cutting?.abort();
    this.#cutting = new AbortController();
    void this.#narration?.cutAll(this.#cutting.signal).then((complete) => {
      if (complete) this.#emit('durationchange', 'statechange');
    });
  }

  /** The listener stays with the sentence, wherever it stands now; when it is gone, with what stands in its place. */
  #onPageChange(): void {
    if (this.#cue) this.#playhead = this.#cue.index;
    if (this.#cue?.gone && this.#state !== 'speaking') {
      if (this.#state === 'paused') this.#abort();
      this.#cue = null;
    }
    if (!this.complete) this.#cutAll();
    this.#happened();
    this.#emit('durationchange');
  }

  #jump(index: number | undefined): void {
    const cue = index === undefined ? undefined : this.#narration?.at(index);
    if (!cue || nextState(this.#state, 'seek') === undefined) return;
    this.#abort();
    this.#wayBack.jumped(this.#state === 'idle' ? null : this.#cue, cue);
    this.#setPlayhead(cue);
    this.#options.keepPlace?.(cue);
    this.#seeking = true;
    this.#happen('seek');
    this.#emit('seeking');
    if (isReading(this.#state)) this.#read();
    else this.#seeked();
  }

  #setPlayhead(cue: Cue): void {
    this.#cue = cue;
    this.#playhead = cue.index;
    this.#starts = 0;
    this.#clock.reset();
  }

  #read(): void {
    const reading = new AbortController();
    this.#reading = reading;
    this.#readOn(reading.signal).then(
      () => this.#finish(),
      (error: unknown) => {
        if (!reading.signal.aborted) this.#giveUp(error);
      },
    );
  }

  async #readOn(signal: AbortSignal): Promise<void> {
    await this.#narrate();
    signal.throwIfAborted();
    const cue = this.#narration?.at(this.#playhead);
    if (!cue) throw new DOMException('There is nothing to read', 'NotFoundError');
    this.#setPlayhead(cue);
    const reader = await this.#loadReader();
    signal.throwIfAborted();
    const after = (before: Cue) => this.#narration?.after(this.#sameAs.get(before) ?? before);
    await reader.read(cue, after, signal, this.#readerEvents);
  }

  async #loadReader(): Promise<Reader> {
    if (this.#reader) return this.#reader;
    const { Reader } = await import('./reader.js');
    this.#reader ??= new Reader(
      () => this.#options.engines(),
      () => this.#options.lexicon?.() ?? null,
      (recipient, ask) => this.#consent(recipient, ask),
    );
    this.#applySettings();
    return this.#reader;
  }

  async #loadSampler(): Promise<Sampler> {
    const { Sampler } = await import('./sample.js').catch((cause: unknown) => {
      throw new DOMException(String(cause), 'NetworkError');
    });
    this.#sampler ??= new Sampler(
      () => this.#options.engines(),
      (recipient, ask) => this.#consent(recipient, ask),
      (lang) => this.#options.sampleText?.(lang) ?? '',
    );
    this.#applySettings();
    return this.#sampler;
  }

  async #listVoices(): Promise<readonly ListedVoice[]> {
    const [{ listVoices }, ofEngines, texts] = await Promise.all([
      import('../speech/listed-voices.js'),
      this.voices(),
      this.#options.voiceTexts?.(),
    ]);
    return texts ? listVoices(ofEngines, this.#options.lang?.() ?? 'de', texts) : [];
  }

  #endSample(): void {
    if (!this.#sample) return;
    this.#withdrawQuestion();
    this.#sample.ending.abort(new DOMException('The sample was ended', 'AbortError'));
    this.#sample = null;
    this.#emit('statechange');
  }

  readonly #readerEvents: ReaderEvents = {
    onReady: (engine) => {
      this.#engine = engine;
      this.#clock.rate = this.spokenRate;
      this.#happen('ready');
    },
    onStart: (duration) => this.#onStart(duration),
    onWord: (word) => this.dispatchEvent(new CustomEvent<Word>('boundary', { detail: word })),
    onNext: (cue) => {
      this.#learnDuration();
      this.#setPlayhead(cue);
      this.#happen('end');
    },
    onLost: (error) => {
      this.#clock.reset();
      this.#error = error;
      this.#happen('lost');
      this.#emit('waiting');
    },
    onNotice: (notice) => this.#tell(notice),
  };

  #onStart(duration: number | undefined): void {
    this.#starts++;
    this.#told = duration !== undefined;
    if (duration !== undefined) this.#setDuration(duration);
    if (this.#cue) {
      this.#wayBack.heard(this.#cue);
      this.#options.keepPlace?.(this.#cue);
    }
    const waited = this.#audible !== null;
    this.#happen('start');
    this.#clock.start();
    this.#audible?.resolve();
    this.#audible = null;
    if (this.#seeking) this.#seeked();
    if (waited) this.#emit('playing');
  }

  #setDuration(seconds: number): void {
    if (this.#cue && this.#timeline?.setDuration(this.#cue, seconds)) this.#emit('durationchange');
  }

  /** Of a voice that does not tell how long it takes, the sentences teach it that were heard in one piece. */
  #learnDuration(): void {
    if (this.#starts === 1 && !this.#told) this.#setDuration(this.#clock.heard);
  }

  #seeked(): void {
    this.#seeking = false;
    this.#emit('timeupdate', 'seeked', 'statechange');
  }

  #finish(): void {
    this.#options.keepPlace?.(null);
    this.#wayBack.forget();
    this.#end('finish');
    this.#emit('timeupdate', 'pause', 'ended');
  }

  #giveUp(error: unknown): void {
    const cause = error instanceof Error ? error : new Error(String(error));
    if (cause.name === 'NotAllowedError') this.#fail('blocked', cause);
    else if (cause.name === 'NotFoundError') this.#fail('empty', cause);
    else this.#fail('silent', cause);
  }

  #fail(kind: 'blocked' | 'empty' | 'silent' | 'gone', error: Error): void {
    this.#error = error;
    this.#end('fail');
    this.#tell({ kind });
    this.#rejectAudible(
      kind === 'blocked' ? 'NotAllowedError' : 'NotSupportedError',
      error.message,
    );
    this.#emit('error');
  }

  /** Ends the reading, whatever it was doing. */
  #end(how: 'stop' | 'finish' | 'fail'): void {
    this.#abort();
    this.#clock.reset();
    this.#engine = null;
    this.#seeking = false;
    if (how !== 'fail') this.#rejectAudible('AbortError', 'Stopped before anything was heard');
    endTurn(this);
    this.#happen(how);
  }

  async #consent(recipient: string, ask: boolean): Promise<boolean> {
    const allowed = this.#options.allows?.(recipient);
    if (allowed !== undefined || !ask) return allowed ?? false;
    this.#withdrawQuestion();
    this.#question = { recipient, ...Promise.withResolvers<boolean>() };
    const { promise } = this.#question;
    this.#emit('statechange');
    return promise;
  }

  #withdrawQuestion(): void {
    this.#question?.reject(new DOMException('The question was not answered', 'AbortError'));
    this.#question = null;
  }

  #abort(): void {
    this.#withdrawQuestion();
    this.#reading?.abort(new DOMException('The reading was ended', 'AbortError'));
    this.#reading = null;
  }

  #rejectAudible(name: string, message: string): void {
    this.#audible?.reject(new DOMException(message, name));
    this.#audible = null;
  }

  #applySettings(): void {
    const manner = { rate: this.#playbackRate, volume: this.#muted ? 0 : this.#volume };
    this.#reader?.set({ ...manner, voice: this.#voice });
    this.#sampler?.set(manner);
    if (this.#reader) this.#reader.pauses = this.#pauses;
  }

  #setLoudness(): void {
    this.#applySettings();
    this.#emit('volumechange', 'statechange');
  }

  #tell(notice: Notice | null): void {
    this.#notice = notice;
    this.#emit('statechange');
  }

  #happen(happening: Happening): void {
    const state = nextState(this.#state, happening);
    if (state === undefined) return;
    this.#state = state;
    this.#happened();
  }

  #happened(): void {
    const cue = this.activeCue;
    if (cue !== this.#lastActiveCue) {
      this.#lastActiveCue = cue;
      this.#emit('cuechange');
    }
    this.#emit('statechange');
  }

  #emit(...types: string[]): void {
    for (const type of types) this.dispatchEvent(new Event(type));
  }
}

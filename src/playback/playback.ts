import type { Cue } from '../narration/index.js';
import type { SpeechEngine, Word } from '../speech/engine.js';
import { ConsentQuestion } from './consent-question.js';
import { CueClock } from './cue-clock.js';
import { Delivery } from './speech-settings.js';
import type { VoicesOfEngine } from './engine-choice.js';
import { cueLike, cueLikeOrNext, indexAfter, indexBefore, type Unit } from './seek-target.js';
import type { Notice } from './notice.js';
import type { Place } from '../settings/saved-position.js';
import type { PlaybackOptions } from './playback-options.js';
import { Playhead } from './playhead.js';
import type { Reader, ReaderEvents } from './reader.js';
import type { VoiceReference } from './preview-player.js';
import { Samples } from './voice-preview.js';
import type { Sleep } from './sleep-timer.js';
import { type Happening, isReading, nextState, type State } from './state.js';
import { type Position, Track } from './track.js';
import { endTurn, takeTurn } from './exclusive-playback.js';
import { VoiceList } from './available-voices.js';
import { WayBack } from './seek-history.js';

export type { PlaybackOptions };

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
  readonly voiceList: VoiceList;
  readonly #options: PlaybackOptions;
  readonly #track: Track;
  readonly #clock = new CueClock(() => this.#emit('timeupdate'));
  readonly #playhead = new Playhead(this.#clock);
  readonly #wayBack = new WayBack();
  readonly #delivery = new Delivery();
  readonly #question: ConsentQuestion;
  readonly #samples: Samples;
  /** Its code is fetched when it is first needed, as that of the engines is. */
  #reader: Reader | null = null;
  #state: State = 'idle';
  #engine: SpeechEngine | null = null;
  #notice: Notice | null = null;
  #error: Error | null = null;
  #sleep: Sleep = null;
  #seeking = false;
  #away = false;
  /** The reading under way; aborted by a jump, a stop, or a pause before anything was heard. */
  #reading: AbortController | null = null;
  #audible: PromiseWithResolvers<void> | null = null;
  #lastActiveCue: Cue | null = null;

  constructor(options: PlaybackOptions) {
    super();
    this.#options = options;
    this.voiceList = new VoiceList(async () => (await this.#loadReader()).listedVoices());
    const changed = () => this.#emit('statechange');
    this.#question = new ConsentQuestion(options, changed);
    this.#samples = new Samples(options, this.#question, this.#delivery, changed);
    this.#track = new Track(options, {
      onNarration: (narration) => this.#playhead.goInto(narration),
      onPageChange: () => this.#onPageChange(),
      onComplete: () => this.#emit('durationchange', 'statechange'),
    });
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
    return this.#question.recipient;
  }

  /** Answers the question. Where texts must not be sent, another engine reads. */
  answer(allowed: boolean): void {
    this.#question.answer(allowed);
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
    return this.#track.narration?.root ?? null;
  }

  /** The cues cut so far. */
  get cues(): readonly Cue[] {
    this.warm();
    return this.#track.cues;
  }

  /** The cue that is heard, or at which the reading is paused; null otherwise, and in the silence between two. */
  get activeCue(): Cue | null {
    if (this.#state !== 'speaking' && this.#state !== 'paused') return null;
    return this.#cueAtPlayhead;
  }

  get #cueAtPlayhead(): Cue | null {
    const { cue, index } = this.#playhead;
    return cue ? this.#track.stamp(cue) : this.#track.at(index);
  }

  /** The sentence that reading will go on from, where nothing is read yet and that is not the beginning; or null. */
  get place(): Place | null {
    return this.#state === 'idle' ? this.#playhead.left : null;
  }

  /** Goes on from a place that was kept on another day, when it is played. */
  goOnFrom(place: Place): void {
    if (this.#state !== 'idle' || this.#playhead.index > 0) return;
    this.#playhead.place = place;
    this.#emit('statechange');
  }

  /** The sentence that the last jump left, to go back to; or null. */
  get leftCue(): Cue | null {
    return this.#wayBack.cue;
  }

  /** Takes the last jump back; reads on there where it had led to the end. */
  goBack(): void {
    const cue = this.#wayBack.cue;
    if (!cue) return;
    const { ended } = this;
    this.#jump(cue.index);
    this.#wayBack.forget();
    this.#emit('statechange');
    if (ended) void this.play().catch(() => undefined);
  }

  /** Which paragraph is read, and how many there are so far. */
  get position(): Position {
    const { cue, index } = this.#playhead;
    return this.#track.positionOf(cue?.index ?? index);
  }

  /** The headings that are cut so far. */
  get headings(): readonly Cue[] {
    return this.#track.headings;
  }

  /** The cue at a time, in seconds, as far as the article is cut; or null. */
  cueAt(seconds: number): Cue | null {
    return this.#track.at(this.#track.indexAt(seconds));
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
    return this.#track.complete;
  }

  /** Estimated seconds at rate 1, or NaN as long as the article is not cut to its end. */
  get duration(): number {
    this.warm();
    return this.#track.duration;
  }

  /** The same, or a rougher estimate as long as it is not known; NaN where there is none. Fetches nothing. */
  get expectedDuration(): number {
    return this.complete ? this.duration : this.#track.expected;
  }

  /** Estimates the duration from the length of a text, in characters. */
  expect(characters: number): void {
    this.#track.expect(characters);
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
    this.#track.narrated(() => this.#jump(this.#track.indexAt(seconds)));
  }

  get playbackRate(): number {
    return this.#delivery.rate;
  }

  /** @throws a NotSupportedError DOMException outside of 0.1 to 10 */
  set playbackRate(rate: number) {
    this.#delivery.rate = rate;
    this.#applySettings();
    this.#clock.rate = this.spokenRate;
    this.#emit('ratechange', 'statechange');
  }

  /** The rate that is really heard: that of the engine that speaks, which may not be able to do `playbackRate`. */
  get spokenRate(): number {
    return this.#engine?.rate ?? this.#delivery.rate;
  }

  get volume(): number {
    return this.#delivery.volume;
  }

  /** @throws an IndexSizeError DOMException outside of 0 to 1 */
  set volume(volume: number) {
    this.#delivery.volume = volume;
    this.#setLoudness();
  }

  get muted(): boolean {
    return this.#delivery.muted;
  }

  set muted(muted: boolean) {
    this.#delivery.muted = muted;
    this.#setLoudness();
  }

  /** The `voiceURI` of the voice to read with wherever it speaks the language; null leaves it to the engines. */
  get voice(): string | null {
    return this.#delivery.voice;
  }

  /** Another voice begins with the sentence that is read. */
  set voice(voiceURI: string | null) {
    if (voiceURI === this.#delivery.voice) return;
    this.#delivery.voice = voiceURI;
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
    return this.#delivery.pauses;
  }

  set pauses(pauses: number) {
    this.#delivery.pauses = pauses;
    this.#track.pauses = pauses;
    this.#applySettings();
    this.#emit('durationchange');
  }

  /** When reading will pause by itself, after a sentence; null for never, and again when it has. */
  get sleep(): Sleep {
    return this.#sleep;
  }

  set sleep(sleep: Sleep) {
    if (sleep === this.#sleep) return;
    this.#sleep = sleep;
    this.#emit('sleepchange', 'statechange');
  }

  /** The voices of all engines; none of one that the listener does not allow to be asked. */
  async voices(): Promise<VoicesOfEngine[]> {
    return (await this.#loadReader()).voices();
  }

  /** The `voiceURI` of the voice that is tried out, or null. */
  get sampling(): string | null {
    return this.#samples.voiceURI;
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
    await this.#samples.hear(voice);
  }

  /** Makes the narration and cuts it in the background, so that the length is known; fetches its code, but no voice. */
  warm(): void {
    this.#track.narrated(() => undefined);
  }

  /** Finds the engine that will speak, so that a press of play finds its code there; fetches no voice. */
  chooseEngine(): void {
    this.#track.narrated((narration) => {
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
    this.#samples.end();
    if (!isReading(this.#state)) return;
    const heard = this.#state === 'speaking';
    this.#clock.stop();
    if (heard) this.#reader?.pause();
    else this.#abort();
    this.#keepJump();
    this.#rejectAudible('AbortError', 'Ended before anything was heard');
    this.#happen('pause');
    this.#emit('timeupdate', 'pause');
  }

  /** Falls silent and leaves the page as it was; the next play goes on from there. */
  stop(): void {
    this.#samples.end();
    this.#end('stop');
    this.#notice = null;
    this.#emit('statechange');
  }

  /** Goes back to the article's beginning, also where its place was kept from another day. @returns takes that back */
  startOver(): () => void {
    let left: Cue | null = null;
    this.#track.narrated(() => {
      left = this.#playhead.cue;
      this.#jump(0);
      this.#options.keepPlace?.(null);
      this.#emit('statechange');
    });
    return () => {
      if (left && !left.gone) this.#jump(left.index);
    };
  }

  /** What is to be read of the article has changed: reads on from the same sentence, or from what stands in its place. */
  async readAnew(): Promise<void> {
    const before = this.#track.narration;
    if (!before) return;
    const narration = await this.#options.narrate();
    const { cue } = this.#playhead;
    if (cue && narration) this.#playhead.cue = cueLikeOrNext(cue, before, narration) ?? cue;
    this.#track.take(narration);
    this.#wayBack.forget();
    if (isReading(this.#state)) this.#jump(this.#playhead.index);
    else this.#abort();
    this.#happened();
    this.#emit('durationchange');
  }

  /** Jumps to the next sentence, or to the beginning of the next paragraph or heading, where there is one. */
  next(unit: Unit = 'sentence'): void {
    this.#track.narrated((narration) =>
      this.#jump(indexAfter(narration, this.#playhead.index, unit)),
    );
  }

  /** Jumps to the sentence before, or back to the beginning of this or the last paragraph or heading. */
  previous(unit: Unit = 'sentence'): void {
    this.#track.narrated((narration) =>
      this.#jump(indexBefore(narration, this.#playhead.index, unit)),
    );
  }

  /** Moves the playhead to a cue; reading goes on from there if it was under way. Past the ends, nothing happens. */
  seekToCue(index: number): void {
    this.#track.narrated(() => this.#jump(index));
  }

  /**
   * Moves the playhead to the sentence at a place of the page's text.
   *
   * @returns whether anything is read there; false as long as the narration is not there that would tell
   */
  seekToPoint(node: Node, offset: number): boolean {
    let index = -1;
    this.#track.narrated((narration) => {
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
    const { cue } = this.#playhead;
    const narration = await this.#options.narrate();
    const again = cue && narration?.root.isConnected ? cueLike(cue, narration) : undefined;
    if (!cue || !narration || !again) {
      narration?.dispose();
      this.#end('stop');
      this.#playhead.rewind();
      this.#fail('gone', new DOMException('The article was removed', 'InvalidStateError'));
      return;
    }
    this.#track.take(narration);
    this.#track.replace(cue, again);
    this.#playhead.put(again);
    this.#happened();
    this.#emit('statechange');
  }

  /** Ends the reading and gives back what the engines hold. A later `play` begins anew. */
  dispose(): void {
    this.stop();
    this.#wayBack.forget();
    this.#playhead.leave();
    this.#track.forget();
    this.#reader?.dispose();
    this.#reader = null;
    this.#samples.dispose();
  }

  #play(): void {
    this.#samples.end();
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
    if (this.#state === 'ended' || this.#playhead.index === 0) {
      this.#playhead.rewind();
      this.#track.forget();
      this.#wayBack.forget();
    }
    this.#notice = null;
    this.#error = null;
    this.#reader?.restore();
  }

  /** The listener stays with the sentence, wherever it stands now; when it is gone, with what stands in its place. */
  #onPageChange(): void {
    const { cue } = this.#playhead;
    if (cue) this.#playhead.index = cue.index;
    if (cue?.gone && this.#state !== 'speaking') {
      if (this.#state === 'paused') this.#abort();
      this.#playhead.cue = null;
    }
    this.#happened();
    this.#emit('durationchange');
  }

  #jump(index: number | undefined): void {
    const cue = index === undefined ? undefined : this.#track.narration?.at(index);
    if (!cue || nextState(this.#state, 'seek') === undefined) return;
    this.#abort();
    if (this.#state !== 'idle' || this.place) this.#wayBack.jumped(this.#playhead.cue, cue);
    this.#playhead.put(cue);
    this.#seeking = true;
    this.#happen('seek');
    this.#emit('seeking');
    if (isReading(this.#state)) this.#read();
    else this.#seeked();
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
    await this.#track.make();
    signal.throwIfAborted();
    const cue = this.#track.narration?.at(this.#playhead.index);
    if (!cue) throw new DOMException('There is nothing to read', 'NotFoundError');
    this.#playhead.put(cue);
    const reader = await this.#loadReader();
    signal.throwIfAborted();
    await reader.read(cue, (before) => this.#track.after(before), signal, this.#readerEvents);
  }

  async #loadReader(): Promise<Reader> {
    if (this.#reader) return this.#reader;
    const { Reader } = await import('./reader.js');
    this.#reader ??= new Reader(this.#options, this.#question);
    this.#applySettings();
    return this.#reader;
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
      this.#learn(this.#playhead.heardInOnePiece);
      this.#playhead.put(cue);
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
    const { cue } = this.#playhead;
    this.#playhead.started(duration);
    this.#learn(duration);
    if (cue) this.#wayBack.heard(cue);
    const waited = this.#audible !== null;
    this.#happen('start');
    this.#clock.start();
    this.#audible?.resolve();
    this.#audible = null;
    if (this.#seeking) this.#seeked();
    else if (cue) this.#options.keepPlace?.(cue);
    if (waited) this.#emit('playing');
  }

  /** Takes note of how long the cue under the playhead takes, where that is known. */
  #learn(seconds: number | undefined): void {
    const { cue } = this.#playhead;
    if (cue && seconds !== undefined && this.#track.setDuration(cue, seconds))
      this.#emit('durationchange');
  }

  /** A jump's place is kept when it is heard, or when nobody waits for that any more. */
  #keepJump(): void {
    const { cue } = this.#playhead;
    if (cue && this.#seeking) this.#options.keepPlace?.(cue);
  }

  #seeked(): void {
    this.#keepJump();
    this.#seeking = false;
    this.#emit('timeupdate', 'seeked', 'statechange');
  }

  /** Where a slip has led to the end, the place that it left is kept, and can be gone back to. */
  #finish(): void {
    this.#options.keepPlace?.(this.#wayBack.cue);
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
    this.#keepJump();
    this.#seeking = false;
    if (how !== 'fail') this.#rejectAudible('AbortError', 'Ended before anything was heard');
    endTurn(this);
    this.#happen(how);
  }

  #abort(): void {
    this.#question.withdraw();
    this.#reading?.abort(new DOMException('The reading was ended', 'AbortError'));
    this.#reading = null;
    if (this.#notice?.kind === 'loading') this.#notice = null;
  }

  #rejectAudible(name: string, message: string): void {
    this.#audible?.reject(new DOMException(message, name));
    this.#audible = null;
  }

  #applySettings(): void {
    this.#samples.deliveryChanged();
    if (!this.#reader) return;
    this.#reader.set(this.#delivery.manner);
    this.#reader.pauses = this.#delivery.pauses;
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

import { loadModule } from '../console/load-module.js';
import type { Cue, CuePosition, Unit } from '../narration/index.js';
import type { NavigableNarration } from '../narration/navigable-narration.js';
import type { Abilities } from '../speech/engine.js';
import { AvailableVoices } from './available-voices.js';
import type { ConsentQuestion } from './consent-question.js';
import { EarlyPress } from './early-press.js';
import type { VoicesOfEngine } from './engine-choice.js';
import type { Notice } from './notice.js';
import type { PlaybackOptions, Sleep } from './playback-options.js';
import type { Preview } from './preview.js';
import type { Reader } from './reader.js';
import { checkRate, checkVolume, type SpeechSettings } from './speech-settings.js';
import { isReading, type State } from './state.js';
import { SECONDS_PER_CHARACTER } from './speaking-pace.js';
import type { ParagraphPosition, Track } from './track.js';
import { timeRanges } from './time-ranges.js';
import type { Transport } from './transport.js';

/**
 * Reads an article aloud. Shaped like HTMLMediaElement. The facade of the code in this folder: its transport plays, its track
 * knows the cues and their times. Both are loaded when they are first needed, so that a page whose article nobody listens to
 * does without; what is set before that applies then.
 *
 * @fires play - playing, waiting, pause, seeking, seeked, timeupdate, durationchange, ratechange, volumechange, ended and error
 *   as media elements do
 * @fires cuechange - when another cue is heard, or none
 * @fires boundary - when a word begins to be heard: a CustomEvent with the Word
 * @fires sleepchange - when `sleep` was set
 * @fires narrationchange - when the page, and the cues with it, have changed
 * @fires reveal - when the page is asked to show the current cue
 * @fires statechange - when anything that a control may show has changed
 */
export class Playback extends EventTarget {
  /** The voices for the article's language, in the order of the engines and the best of each first. */
  readonly availableVoices = new AvailableVoices(async () =>
    (await this.#loadReader()).listedVoices(),
  );
  /** The pending question whether text may be sent to a recipient, or null. */
  consent: ConsentQuestion | null = null;
  /** The voice that is being tried out; `previewVoice` makes it. */
  preview: Preview | null = null;
  readonly options: PlaybackOptions;
  /** Whether a control of the player would be scrolled away from the listener who uses it. */
  holdsPage = false;
  /** For the code in this folder; null until its code is loaded. */
  transport: Transport | null = null;
  #loading: Promise<Transport> | null = null;
  /** How often it was disposed of. What began before the last time must not be finished. */
  disposals = 0;
  readonly #early = new EarlyPress(
    () => this.load(),
    (event) => this.#emit(event),
  );
  /** A rough estimate of the duration before the article is cut, in seconds at rate 1; NaN without one. */
  #roughDuration = NaN;
  #speech: SpeechSettings = { rate: 1, volume: 1, voice: null, answers: 0 };
  #muted = false;
  #pauses = 1;
  #sleep: Sleep = null;
  #scrolledAway = false;

  constructor(options: PlaybackOptions) {
    super();
    this.options = options;
  }

  /** The narration and its times; null until the code for them is loaded. */
  get track(): Track | null {
    return this.transport?.track ?? null;
  }

  /** Loads the code that plays, but no voice. */
  load(): Promise<Transport> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null; // The next use tries again.
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<Transport> {
    const { Transport } = await loadModule(import('./transport.js'), 'Transport');
    return (this.transport = new Transport({
      playback: this.options,
      speaker: this,
      speech: () => this.speech,
      pauses: () => this.#pauses,
      paused: this.#early.state === 'paused',
      emit: (...events) => this.#emit(...events),
    }));
  }

  /** Calls back with the transport: at once if its code is loaded. */
  #use(act: (transport: Transport) => void): void {
    const { disposals } = this;
    if (this.transport) act(this.transport);
    else
      void this.load().then(
        (transport) => disposals === this.disposals && act(transport),
        () => undefined,
      );
  }

  /** Calls back with the narration: at once if it is made. */
  narrated(then: (narration: NavigableNarration, transport: Transport) => void): void {
    this.#use((transport) => transport.track.narrated((narration) => then(narration, transport)));
  }

  async #loadReader(): Promise<Reader> {
    const { disposals } = this;
    const transport = await this.load();
    if (disposals !== this.disposals)
      throw new DOMException('The playback was disposed of', 'AbortError');
    return transport.loadReader();
  }

  get state(): State {
    return this.transport?.state ?? this.#early.state;
  }

  get paused(): boolean {
    return !isReading(this.state);
  }

  get ended(): boolean {
    return this.state === 'ended';
  }

  /** Whether a seek was made and its cue is not heard yet. */
  get seeking(): boolean {
    return this.transport?.seeking ?? false;
  }

  /** What the listener needs to know, or null. */
  get notice(): Notice | null {
    if (this.transport) return this.transport.notice;
    const { missing } = this.#early;
    return missing && { kind: 'silent', reason: missing.reason };
  }

  /** Why nothing is heard, or null. */
  get error(): Error | null {
    return this.transport?.error ?? this.#early.missing;
  }

  /** The name of the engine that speaks, or null. */
  get engine(): string | null {
    return this.transport?.engine?.name ?? null;
  }

  /** What the engine that speaks is able to do, or null. */
  get abilities(): Abilities | null {
    return this.transport?.engine?.abilities ?? null;
  }

  /** The root of the article, or null until its narration is made. */
  get root(): Element | null {
    return this.track?.narration?.root ?? null;
  }

  /** The cues so far. */
  get cues(): readonly Cue[] {
    this.prepare();
    return this.track?.cues ?? [];
  }

  /** The cue that is heard, or at which the reading is paused; null otherwise, and in the silence between two. */
  get activeCue(): Cue | null {
    return this.transport?.activeCue ?? null;
  }

  /** The sentence that reading will resume from, before it has begun; null for the beginning. */
  get resumePosition(): CuePosition | null {
    return this.state === 'idle' ? (this.transport?.playhead.lastPosition ?? null) : null;
  }

  /** Resumes from a position that was saved on an earlier visit, once `play` is called; not in another text. */
  resumeFrom(position: CuePosition): void {
    this.#use(({ playhead, track, state }) => {
      if (state !== 'idle' || playhead.index > 0) return;
      playhead.position = position;
      if (track.narration) playhead.goInto(track.narration);
      this.#emit('statechange');
    });
  }

  /** The number of the paragraph that is read, and of those known so far. */
  get paragraph(): ParagraphPosition {
    return this.transport?.paragraph ?? { paragraph: 0, paragraphs: 0 };
  }

  /** Whether the reader has scrolled away from the current cue; set by the code that shows the article. */
  get scrolledAway(): boolean {
    return this.#scrolledAway;
  }

  set scrolledAway(scrolledAway: boolean) {
    this.#scrolledAway = scrolledAway;
    this.#emit('statechange');
  }

  /** The page stays where it is while a control of the player is used, which tells when that begins and ends. */
  holdPage(holds: boolean): void {
    if (holds === this.holdsPage) return;
    this.holdsPage = holds;
    this.#emit('statechange');
  }

  /** Asks the code that shows the article to scroll to the current cue. */
  reveal(): void {
    this.#emit('reveal');
  }

  /** The ranges whose sound has arrived, in seconds at rate 1. */
  get buffered(): TimeRanges {
    return timeRanges(this.transport?.buffered ?? []);
  }

  /** Estimated seconds at rate 1, or NaN until the whole article is cut into cues. */
  get duration(): number {
    this.prepare();
    return this.track?.duration ?? NaN;
  }

  /** `duration`, or a rougher estimate until that is known; NaN without one. Loads nothing. */
  get estimatedDuration(): number {
    return this.track?.complete ? this.track.duration : this.#roughDuration;
  }

  /** Makes a rough estimate of the duration from the number of characters. */
  estimateDuration(characters: number): void {
    this.#roughDuration = characters * SECONDS_PER_CHARACTER || NaN;
    this.#emit('statechange');
  }

  /** Estimated seconds at rate 1 from the article's beginning. */
  get currentTime(): number {
    return this.transport?.currentTime ?? 0;
  }

  set currentTime(seconds: number) {
    this.narrated((_, transport) => transport.seek(transport.track.indexAt(seconds)));
  }

  /** The `voiceURI` of the voice that is being tried out, or null. */
  get previewedVoice(): string | null {
    return this.preview?.voiceURI ?? null;
  }

  get playbackRate(): number {
    return this.#speech.rate;
  }

  /** @throws a NotSupportedError DOMException outside of 0.1 to 10 */
  set playbackRate(rate: number) {
    this.#setSpeech({ rate: checkRate(rate) });
    this.transport?.rateChanged();
    this.#emit('ratechange', 'statechange');
  }

  /** The rate that is heard: the engine's, which may not reach `playbackRate`. */
  get spokenRate(): number {
    return this.transport?.engine?.rate ?? this.#speech.rate;
  }

  /** The settings for engines, with the volume that is heard. */
  get speech(): SpeechSettings {
    return { ...this.#speech, volume: this.#muted ? 0 : this.#speech.volume };
  }

  get volume(): number {
    return this.#speech.volume;
  }

  /** @throws an IndexSizeError DOMException outside of 0 to 1 */
  set volume(volume: number) {
    this.#setSpeech({ volume: checkVolume(volume) });
    this.#emit('volumechange', 'statechange');
  }

  get muted(): boolean {
    return this.#muted;
  }

  set muted(muted: boolean) {
    this.#muted = muted;
    this.#setSpeech({});
    this.#emit('volumechange', 'statechange');
  }

  /** The `voiceURI` of the voice to read with wherever it speaks the language; null leaves the choice to the engines. */
  get voice(): string | null {
    return this.#speech.voice;
  }

  /** The sentence that is read begins again with the new voice. */
  set voice(voice: string | null) {
    if (voice === this.#speech.voice) return;
    this.#setSpeech({ voice });
    this.transport?.restartCue();
  }

  /** The length of the silences between paragraphs, as a factor. */
  get pauses(): number {
    return this.#pauses;
  }

  set pauses(pauses: number) {
    this.#pauses = pauses;
    this.#setSpeech({});
    this.#emit('durationchange');
  }

  /** When reading will pause by itself, after a sentence; null for never, and again once it has paused. */
  get sleep(): Sleep {
    return this.#sleep;
  }

  set sleep(sleep: Sleep) {
    if (sleep === this.#sleep) return;
    this.#sleep = sleep;
    this.#emit('sleepchange', 'statechange');
  }

  /** The voices of all engines, except for those that the listener has not allowed to be contacted. */
  async voices(): Promise<VoicesOfEngine[]> {
    return (await this.#loadReader()).voices();
  }

  /** Makes the narration and cuts it in the background, so that the duration is known. Loads its code, but no voice. */
  prepare(): void {
    this.narrated(() => undefined);
  }

  /** Finds the engine that will speak, so that its code is loaded when play is pressed. Loads no voice. */
  chooseEngine(): void {
    this.narrated((narration, transport) => {
      const lang = narration.at(0)?.lang;
      if (lang)
        transport
          .loadReader()
          .then((reader) => reader.choose(lang))
          .catch(() => undefined);
    });
  }

  /**
   * Reads on from the playhead; from the beginning after the end.
   *
   * @returns a promise that resolves once speech is audible. It rejects with an AbortError DOMException when it was paused
   *   or stopped before that, a NotAllowedError where the browser requires a gesture first, a NotSupportedError where
   *   there is nothing to read or no engine can speak.
   */
  play(): Promise<void> {
    if (this.paused) this.preview?.end();
    if (this.transport) return this.transport.play();
    const playing = this.#early.play();
    playing.catch(() => undefined); // The caller may ignore its promise.
    return playing;
  }

  /** Falls silent at once and keeps the position. */
  pause(): void {
    this.preview?.end();
    this.#early.withdraw('paused');
    this.transport?.pause();
  }

  /** Falls silent and leaves the page as it was. The next `play` resumes from there. */
  stop(): void {
    this.preview?.end();
    this.#early.withdraw('idle');
    this.transport?.stop();
  }

  /** Seeks to the next sentence, or to the beginning of the next paragraph or heading, where there is one. */
  next(unit: Unit = 'sentence'): void {
    this.narrated((narration, transport) =>
      transport.seek(narration.indexAfter(transport.playhead.index, unit)),
    );
  }

  /** Seeks to the previous sentence, or to the beginning of this or the previous paragraph or heading. */
  previous(unit: Unit = 'sentence'): void {
    this.narrated((narration, transport) =>
      transport.seek(narration.indexBefore(transport.playhead.index, unit)),
    );
  }

  /** Moves the playhead to a cue. Reading goes on from there if it was under way. Beyond the ends, nothing happens. */
  seekToCue(index: number): void {
    this.narrated((_, transport) => transport.seek(index));
  }

  /** The sentence that `undoSeek` would return to, or null. */
  get cueBeforeSeek(): Cue | null {
    return this.transport?.history.cue ?? null;
  }

  /** Undoes the last seek. If that had led to the end, reading resumes. */
  undoSeek(): void {
    const { ended } = this;
    if (this.transport?.undoSeek() && ended) void this.play().catch(() => undefined);
  }

  /** The listener has changed who may receive text: applies from the next sentence on. */
  consentChanged(): void {
    this.#setSpeech({ answers: this.#speech.answers + 1 });
    this.availableVoices.refresh();
  }

  /** Another article is to be read: ends the reading and forgets the position. */
  leaveArticle(): void {
    this.stop();
    this.transport?.leaveArticle();
    this.#emit('durationchange', 'statechange');
  }

  /** Ends the reading and releases what the engines hold. A later `play` begins with new ones. */
  dispose(): void {
    this.disposals++;
    this.stop();
    this.sleep = null;
    this.transport?.dispose();
    this.preview?.dispose();
  }

  #setSpeech(changed: Partial<SpeechSettings>): void {
    this.#speech = { ...this.#speech, ...changed };
    this.preview?.applySpeech();
    this.transport?.applySpeech();
  }

  #emit(...events: (string | Event)[]): void {
    for (const event of events)
      this.dispatchEvent(typeof event === 'string' ? new Event(event) : event);
  }
}

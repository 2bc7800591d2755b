import type { Cue } from '../narration/index.js';
import { loadModule } from '../console/load-module.js';
import type { SpeechEngine, SpeechError, SystemCommands, Word } from '../speech/engine.js';
import type { QuestionHost } from './consent-question.js';
import { CueClock } from './cue-clock.js';
import { endExclusivePlayback, takeExclusivePlayback } from './exclusive-playback.js';
import type { Notice } from './notice.js';
import type { PlaybackOptions } from './playback-options.js';
import { Playhead } from './playhead.js';
import type { Reader, ReaderEvents } from './reader.js';
import { ReadingSession } from './reading-session.js';
import { SeekHistory } from './seek-history.js';
import type { SpeechSettings } from './speech-settings.js';
import { isReading, type State } from './state.js';
import { nextState, type Transition } from './transitions.js';
import { type ParagraphPosition, Track } from './track.js';

/** What a transport needs from the playback that it belongs to. */
export interface TransportOptions {
  readonly playback: PlaybackOptions;
  /** The playback, for `exclusive-playback.ts`, for the system and for questions. */
  readonly speaker: SystemCommands & QuestionHost;
  /** The current settings for engines. */
  speech(): SpeechSettings;
  /** The current length of the silences between paragraphs, as a factor. */
  pauses(): number;
  /** Whether play was pressed, and paused again, before the code was loaded. */
  readonly paused: boolean;
  readonly emit: (...events: (string | Event)[]) => void;
}

/**
 * Plays, pauses, seeks and stops: the state machine of a playback. It moves the playhead along the track, has the reader
 * speak the cue under it, and reports what happens as events.
 */
export class Transport {
  readonly #options: TransportOptions;
  readonly #emit: TransportOptions['emit'];
  /** The narration and its times. */
  readonly track: Track;
  readonly clock = new CueClock(() => this.#emit('timeupdate'));
  readonly playhead = new Playhead(this.clock);
  readonly history = new SeekHistory();
  readonly #session = new ReadingSession();
  /** Its code is loaded when it is first needed, like that of the engines. */
  #reader: Reader | null = null;
  #state: State = 'idle';
  #engine: SpeechEngine | null = null;
  #notice: Notice | null = null;
  #error: Error | null = null;
  #seeking = false;
  #lastActiveCue: Cue | null = null;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#emit = options.emit;
    if (options.paused) this.#state = 'paused';
    this.track = new Track(options.playback, {
      onNarration: (narration) => {
        this.playhead.goInto(narration);
        this.#emit('statechange');
      },
      onPageChange: () => this.narrationChanged(),
      onComplete: () => this.#emit('durationchange', 'statechange'),
    });
    this.track.pauses = options.pauses();
  }

  get state(): State {
    return this.#state;
  }

  get seeking(): boolean {
    return this.#seeking;
  }

  /** The ranges whose sound has arrived, in seconds at rate 1. */
  get buffered(): readonly (readonly [start: number, end: number])[] {
    return this.#reader?.buffered(this.track.narration?.cues ?? []) ?? [];
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  get error(): Error | null {
    return this.#error;
  }

  /** The engine that speaks, or null. */
  get engine(): SpeechEngine | null {
    return this.#engine;
  }

  get cueAtPlayhead(): Cue | null {
    const { cue, index } = this.playhead;
    return cue ? this.track.stamp(cue) : this.track.at(index);
  }

  /** The cue that is heard, or at which the reading is paused; null otherwise, and in the silence between two. */
  get activeCue(): Cue | null {
    if (this.#state !== 'speaking' && this.#state !== 'paused') return null;
    return this.cueAtPlayhead;
  }

  /** Estimated seconds at rate 1 from the article's beginning. */
  get currentTime(): number {
    const cue = this.cueAtPlayhead;
    if (!cue) return 0;
    if (this.#state === 'ended') return cue.endTime;
    return Math.min(cue.startTime + this.clock.heard, cue.endTime);
  }

  /** The number of the paragraph that is read, and of those known so far. */
  get paragraph(): ParagraphPosition {
    const { cue, index } = this.playhead;
    return this.track.paragraphOf(cue?.index ?? index);
  }

  /** Settles once speech is audible; see `Playback.play`. */
  play(): Promise<void> {
    if (!isReading(this.#state)) this.#play();
    return this.#session.audible;
  }

  pause(): void {
    if (!isReading(this.#state)) return;
    const heard = this.#state === 'speaking';
    this.clock.stop();
    if (heard) this.#reader?.pause();
    else this.abort();
    this.#saveSeek();
    this.#session.rejectSound('AbortError');
    this.#transition('pause');
    this.#emit('timeupdate', 'pause');
  }

  stop(): void {
    const wasReading = isReading(this.#state);
    this.#end('stop');
    this.#setNotice(null);
    if (wasReading) this.#emit('pause');
  }

  /** Moves the playhead to the cue at an index, where there is one, and reads on from there if it was reading. */
  seek(index: number | undefined): void {
    const cue = index === undefined ? undefined : this.track.narration?.at(index);
    if (!cue || nextState(this.#state, 'seek') === undefined) return;
    this.abort();
    const begun = this.#state !== 'idle' || this.playhead.lastPosition !== null;
    if (begun) this.history.add(this.playhead.cue, cue);
    this.playhead.put(cue);
    this.#seeking = true;
    this.#transition('seek');
    this.#emit('seeking');
    if (isReading(this.#state)) this.#read();
    else this.#seeked();
  }

  /** Returns to the sentence before the last seek. @returns whether there was one */
  undoSeek(): boolean {
    const { cue } = this.history;
    if (!cue) return false;
    this.seek(cue.index);
    this.history.clear();
    this.#emit('statechange');
    return true;
  }

  /** Begins the sentence again, as with another voice. */
  restartCue(): void {
    this.abort();
    this.clock.reset();
    if (isReading(this.#state)) {
      this.#transition('seek');
      this.#read();
    }
    this.#emit('statechange');
  }

  /** Ends the reading because of an error. */
  fail(
    kind: 'blocked' | 'empty' | 'silent' | 'gone',
    error: Error,
    wasReading = isReading(this.#state),
  ): void {
    this.#error = error;
    this.#end('fail');
    const { reason = 'failed' } = error as Partial<SpeechError>;
    this.#setNotice(kind === 'silent' ? { kind, reason } : { kind });
    this.#session.rejectSound(
      kind === 'blocked' ? 'NotAllowedError' : 'NotSupportedError',
      error.message,
    );
    if (wasReading) this.#emit('pause');
    this.#emit('error');
  }

  /** The article is no longer in the page. */
  articleGone(): void {
    const wasReading = isReading(this.#state);
    this.#end('stop');
    this.leaveArticle();
    const error = new DOMException('The article was removed', 'InvalidStateError');
    this.fail('gone', error, wasReading);
  }

  /** Forgets the article, so that another one is read from its beginning. */
  leaveArticle(): void {
    this.playhead.rewind();
    this.history.clear();
    this.track.dispose();
  }

  /** The narration changed: follows the sentence to its new index, or lets go of it where its text is gone. */
  narrationChanged(): void {
    const { cue, position } = this.playhead;
    const { narration } = this.track;
    if (cue?.gone && position && narration?.at(0) && !narration.resembles(position)) {
      // The page shows another text in the same element.
      this.articleGone();
      return;
    }
    if (cue) this.playhead.follow(cue);
    if (cue?.gone && this.#state !== 'speaking') {
      if (this.#state === 'paused') this.abort();
      this.playhead.cue = null;
    }
    this.stateChanged();
    this.#emit('durationchange', 'narrationchange');
  }

  /** Aborts the speech under way or paused, and withdraws a consent question that was asked for it. */
  abort(): void {
    this.#options.speaker.consent?.withdraw();
    this.#session.abort();
    if (this.#notice?.kind === 'loading') this.#notice = null;
  }

  stateChanged(): void {
    this.track.follow(isReading(this.#state) ? 'page' : this.activeCue);
    const cue = this.activeCue;
    if (cue !== this.#lastActiveCue) {
      this.#lastActiveCue = cue;
      this.#emit('cuechange');
    }
    this.#emit('statechange');
  }

  /** Passes changed settings on to the track and the reader. */
  applySpeech(): void {
    const pauses = this.#options.pauses();
    this.track.pauses = pauses;
    if (!this.#reader) return;
    this.#reader.set(this.#options.speech());
    this.#reader.pauses = pauses;
  }

  /** The rate was set. */
  rateChanged(): void {
    this.clock.rate = this.#engine?.rate ?? this.#options.speech().rate;
  }

  /** @throws what prevents its code from loading, or an AbortError DOMException if it was disposed of before that */
  async loadReader(): Promise<Reader> {
    if (this.#reader) return this.#reader;
    const { disposals } = this.track;
    const { playback, speaker } = this.#options;
    const [{ Reader }, speech = playback] = await Promise.all([
      loadModule(import('./reader.js'), 'Reader'),
      playback.speech?.(),
    ]);
    if (disposals !== this.track.disposals)
      throw new DOMException('The playback was disposed of', 'AbortError');
    this.#reader ??= new Reader(speech, speaker, speaker);
    this.applySpeech();
    return this.#reader;
  }

  dispose(): void {
    this.history.clear();
    this.playhead.leave();
    this.track.dispose();
    this.#reader?.dispose();
    this.#reader = null;
  }

  #play(): void {
    const held = this.#state === 'paused' && this.#session.active;
    if (!held && this.#state !== 'paused') this.#reset();
    this.#transition('play');
    takeExclusivePlayback(this.#options.speaker);
    this.#session.awaitSound();
    this.#emit('play', 'waiting');
    if (held) {
      this.#transition('ready');
      this.#reader?.resume();
    } else {
      this.#read();
    }
  }

  /** After a stop, the end or a failure: the page may have changed, and engines that failed get another chance. */
  #reset(): void {
    if (this.#state === 'ended' || this.playhead.atBeginning) this.playhead.rewind();
    if (this.playhead.index === 0) {
      this.track.clear();
      this.history.clear();
    }
    this.track.clearOutdated();
    this.#notice = null;
    this.#error = null;
    this.#reader?.restore();
  }

  #read(): void {
    const signal = this.#session.begin();
    this.#readOn(signal).then(
      () => this.#finish(),
      (error: unknown) => {
        if (!signal.aborted) this.#giveUp(error);
      },
    );
  }

  async #readOn(signal: AbortSignal): Promise<void> {
    await this.track.make();
    signal.throwIfAborted();
    const cue = this.track.narration?.at(this.playhead.index);
    if (!cue) throw new DOMException('There is nothing to read', 'NotFoundError');
    this.playhead.put(cue);
    const reader = await this.loadReader();
    signal.throwIfAborted();
    await reader.read(cue, (before) => this.track.after(before), signal, this.#readerEvents);
  }

  readonly #readerEvents: ReaderEvents = {
    onReady: (engine) => {
      this.#engine = engine;
      this.clock.rate = engine.rate;
      this.#transition('ready');
    },
    onStart: (duration) => this.#onStart(duration),
    onWord: (word) => this.#emit(new CustomEvent<Word>('boundary', { detail: word })),
    onNext: (cue) => {
      this.#learnDuration(this.playhead.measuredDuration);
      this.playhead.put(cue);
      this.#transition('end');
    },
    onLost: (error) => {
      this.clock.reset();
      this.#error = error;
      this.#transition('lost');
      this.#emit('waiting');
    },
    onNotice: (notice) => this.#setNotice(notice),
  };

  #onStart(duration: number | undefined): void {
    const { cue } = this.playhead;
    this.playhead.started(duration);
    this.#learnDuration(duration);
    if (cue) this.history.heard(cue);
    const waited = this.#session.awaitsSound;
    this.#transition('start');
    this.clock.start();
    this.#session.resolveSound();
    if (this.#seeking) this.#seeked();
    else if (cue) this.#options.playback.savePosition?.(cue);
    if (waited) this.#emit('playing');
  }

  /** Records the duration of the cue under the playhead, where it is known. */
  #learnDuration(seconds: number | undefined): void {
    const { cue } = this.playhead;
    if (cue && seconds !== undefined && this.track.setDuration(cue, seconds))
      this.#emit('durationchange');
  }

  /** Saves the position after a seek, once it is heard or reading is paused or stopped before that. */
  #saveSeek(): void {
    const { cue } = this.playhead;
    if (cue && this.#seeking) this.#options.playback.savePosition?.(cue);
  }

  #seeked(): void {
    this.#saveSeek();
    this.#seeking = false;
    this.#emit('timeupdate', 'seeked', 'statechange');
  }

  /** If an accidental seek has led to the end, the position before it is saved, and can be returned to. */
  #finish(): void {
    this.#options.playback.savePosition?.(this.history.cue);
    this.#end('finish');
    this.#emit('timeupdate', 'pause', 'ended');
  }

  #giveUp(error: unknown): void {
    const cause = error instanceof Error ? error : new Error(String(error));
    if (cause.name === 'NotAllowedError') this.fail('blocked', cause);
    else if (cause.name === 'NotFoundError') this.fail('empty', cause);
    else this.fail('silent', cause);
  }

  /** Ends the reading, whatever it was doing. */
  #end(how: 'stop' | 'finish' | 'fail'): void {
    this.abort();
    this.clock.reset();
    this.#engine = null;
    this.#saveSeek();
    this.#seeking = false;
    if (how !== 'fail') this.#session.rejectSound('AbortError');
    endExclusivePlayback(this.#options.speaker);
    this.#transition(how);
  }

  #setNotice(notice: Notice | null): void {
    this.#notice = notice;
    this.#emit('statechange');
  }

  #transition(transition: Transition): void {
    const state = nextState(this.#state, transition);
    if (state === undefined) return;
    this.#state = state;
    this.stateChanged();
  }
}

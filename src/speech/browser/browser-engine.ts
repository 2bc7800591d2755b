import {
  type Abilities,
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type SystemCommands,
  type Utterance,
  type Voice,
} from '../engine.js';
import { clampRate } from '../clamp-rate.js';
import { speakable } from '../speakable.js';
import { segmentWords, wordAt } from '../segment-words.js';
import { unlessAborted } from '../unless-aborted.js';
import { BoundaryVerifier } from './boundary-verifier.js';
import type { Platform } from './platform.js';
import { type SpeechOutcome, SpeechQueue } from './speech-queue.js';
import { type SystemVoice, SystemVoices } from './system-voices.js';
import { unlockOnGesture } from './unlock-on-gesture.js';
import { chunkEnd } from './utterance-chunks.js';
import { ALL_RATES, ratesOf } from './voice-rates.js';
import { waitUntilTime, waitUntilVisible } from './wait-until.js';

/** The silence that a system voice itself leaves after an utterance, in seconds; measured with eSpeak NG and speech-dispatcher. */
const TRAILING_SILENCE = 0.3;

/** How many times speech is restarted after other code or the browser has interrupted it, until an utterance is not interrupted. */
const MAX_RESTARTS = 3;

/** The state of the utterance being spoken. */
interface CurrentUtterance {
  readonly utterance: Utterance;
  readonly options: SpeakOptions;
  /** Up to where the text has certainly been heard, in UTF-16 code units. Speech continues there after an interruption. */
  heardUntil: number;
  /** Whether the next start of sound is to be reported with `onStart`. */
  awaitsStart: boolean;
}

/** Speaks with the voices of the browser and the system, through `speechSynthesis` of the Web Speech API. */
export class BrowserEngine implements SpeechEngine {
  readonly name = 'browser';
  voice: string | null = null;
  rate = 1;
  volume = 1;
  systemCommands: SystemCommands | null = null;
  allows: (recipient: string) => boolean = () => false;
  readonly #platform: Platform;
  readonly #systemVoices: SystemVoices | undefined;
  readonly #queue: SpeechQueue | undefined;
  readonly #boundaryVerifier = new BoundaryVerifier();
  /** The language of the current or the last utterance. */
  #lang = 'de';
  /** Aborting it takes the current text out of the queue. */
  #interrupting = new AbortController();
  /** Resolves when the pause ends; null while not paused. */
  #pauseEnd: PromiseWithResolvers<void> | null = null;
  readonly #disposing = new AbortController();
  /** How many times speech was interrupted since the last utterance that was not. */
  #interruptions = 0;
  /** When the silence after the last utterance ends, on the clock of performance.now(). */
  #silenceUntil = 0;

  constructor(
    synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
    platform: Platform = navigator,
  ) {
    this.#platform = platform;
    if (!synthesis) return;
    const { signal } = this.#disposing;
    this.#systemVoices = new SystemVoices(synthesis, signal);
    this.#queue = new SpeechQueue(synthesis, platform);
    unlockOnGesture(synthesis, platform, signal);
  }

  get abilities(): Abilities {
    const voice = this.#systemVoices?.chooseNow(this.voice, this.#lang, this.allows);
    const rates = voice ? ratesOf(voice, this.#platform) : ALL_RATES;
    return {
      words: 'some',
      resumes: 'word',
      runs: false,
      seeks: false,
      mediaElement: false,
      rates,
    };
  }

  async voices(): Promise<readonly Voice[]> {
    return (await this.#systemVoices?.all()) ?? [];
  }

  async speaks(lang: string): Promise<boolean> {
    return (await this.#systemVoices?.find(this.voice, lang, this.allows)) !== undefined;
  }

  async recipientFor(lang: string): Promise<string | undefined> {
    return (await this.#systemVoices?.find(this.voice, lang, () => true))?.recipient;
  }

  async load(): Promise<void> {
    await this.#systemVoices?.all();
  }

  prepare(): void {
    // System voices cannot prepare utterances.
  }

  async speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    this.#lang = utterance.lang;
    try {
      await waitUntilTime(this.#silenceUntil, options.signal);
      await this.#speak({ utterance, options, heardUntil: 0, awaitsStart: true });
      this.#silenceUntil =
        performance.now() + ((utterance.pause - TRAILING_SILENCE) * 1000) / this.rate;
    } finally {
      this.resume();
    }
  }

  /**
   * Cancels the utterance. `speechSynthesis.pause()` cannot be used: it does nothing in Firefox with speech-dispatcher
   * (SpeechDispatcherService.cpp), ends the utterance on Android (https://github.com/mdn/browser-compat-data/pull/4733),
   * and in Chromium with speech-dispatcher there is no sound after it.
   */
  pause(): void {
    this.#pauseEnd ??= Promise.withResolvers();
    this.#silenceUntil = 0;
    this.#interrupting.abort();
  }

  /** Continues at the last word reported, or at the beginning of the utterance if the voice reports no word boundaries. */
  resume(): void {
    this.#pauseEnd?.resolve();
    this.#pauseEnd = null;
  }

  dispose(): void {
    this.#disposing.abort();
    this.pause();
  }

  async #speak(current: CurrentUtterance): Promise<void> {
    const { text, lang } = current.utterance;
    const { signal } = current.options;
    const interruptions = this.#interruptions;
    let endedEarly = false;
    while (current.heardUntil < text.length) {
      await unlessAborted(this.#pauseEnd?.promise ?? Promise.resolve(), signal);
      await this.load();
      const voice = this.#systemVoices?.chooseNow(this.voice, lang, this.allows);
      if (!voice) throw new SpeechError('unavailable', 'No voice is available');
      const end = voice.localService ? text.length : chunkEnd(text, current.heardUntil, this.rate);
      const outcome = await this.#speakUnlessPaused(current, end, voice);
      const isUnpronounceable = outcome === 'early' && endedEarly && !isLatin(text);
      if (outcome === 'ended' || isUnpronounceable) {
        current.heardUntil = end;
        endedEarly = false;
        continue;
      }
      endedEarly = outcome === 'early';
      current.awaitsStart = true;
      if (outcome === 'paused') continue;
      // Chromium on Android stops speech when the page is hidden: SetStopSpeakingWhenHidden in tts_android.cc
      if (document.hidden) await waitUntilVisible(signal);
      else if (++this.#interruptions > MAX_RESTARTS)
        throw new SpeechError('busy', 'speechSynthesis was interrupted repeatedly');
    }
    if (this.#interruptions === interruptions) this.#interruptions = 0;
  }

  /** Speaks the text from where it was heard up to a position. Returns 'paused' if a pause prevents or interrupts that. */
  async #speakUnlessPaused(
    current: CurrentUtterance,
    end: number,
    voice: SystemVoice,
  ): Promise<SpeechOutcome | 'paused'> {
    const { options } = current;
    options.signal.throwIfAborted();
    if (this.#pauseEnd) return 'paused';
    this.#interrupting = new AbortController();
    const spoken = this.#utteranceOf(current.utterance.text.slice(current.heardUntil, end), voice);
    try {
      return await (this.#queue as SpeechQueue).speak(spoken, {
        signal: AbortSignal.any([options.signal, this.#interrupting.signal]),
        onStart: () => {
          if (current.awaitsStart) options.onStart();
          current.awaitsStart = false;
        },
        onBoundary: this.#boundaryListener(current, spoken, voice),
      });
    } catch (error) {
      options.signal.throwIfAborted();
      if (this.#interrupting.signal.aborted) return 'paused';
      throw error;
    }
  }

  #utteranceOf(text: string, voice: SystemVoice): SpeechSynthesisUtterance {
    const { native } = voice;
    const spoken = new SpeechSynthesisUtterance(speakable(text));
    spoken.voice = native;
    // Android chooses the voice by this language, in the form that the voice has it: https://github.com/mdn/web-speech-api/pull/44
    spoken.lang = native.lang;
    spoken.rate = clampRate(this.rate, ratesOf(voice, this.#platform));
    spoken.volume = this.volume;
    return spoken;
  }

  /** Returns a listener that reports the words of trustworthy boundary events. */
  #boundaryListener(
    current: CurrentUtterance,
    spoken: SpeechSynthesisUtterance,
    { voiceURI }: SystemVoice,
  ) {
    const from = current.heardUntil;
    const words = segmentWords(current.utterance.text);
    return this.#boundaryVerifier.verify(
      voiceURI,
      spoken,
      (position) => {
        const word = wordAt(words, from + position);
        if (!word || word.start < current.heardUntil) return;
        current.heardUntil = word.start;
        current.options.onWord(word);
      },
      () => (current.heardUntil = from),
    );
  }
}

/**
 * Whether most letters of a text are Latin. A voice may have nothing to say in another script, and then it ends too early
 * every time; a text in Latin letters was interrupted.
 */
function isLatin(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Latin}/gu) * 2 > count(/\p{L}/gu);
}

import {
  type Abilities,
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Voice,
} from '../engine.js';
import { clampRate } from '../clamp-rate.js';
import { unlessAborted } from '../unless-aborted.js';
import { wordAt, segmentWords } from '../segment-words.js';
import { BoundaryVerifier } from './boundary-verifier.js';
import { unlockOnGesture } from './unlock-on-gesture.js';
import { chunkEnd } from './utterance-chunks.js';
import type { Platform } from './platform.js';
import { type SpeechOutcome, SpeechQueue } from './speech-queue.js';
import { ALL_RATES, ratesOf } from './voice-rates.js';
import { waitUntilVisible, waitUntilTime } from './wait-until.js';
import { type SystemVoice, SystemVoices } from './system-voices.js';

/** The silence that a system voice leaves at an utterance's end, in seconds; measured with eSpeak NG and speech-dispatcher. */
const TRAILING_SILENCE = 0.3;

/** How often in an utterance it begins again after somebody or something has ended its speech. */
const MAX_RESTARTS = 3;

/** Everything about the utterance being spoken. */
interface CurrentUtterance {
  readonly utterance: Utterance;
  readonly options: SpeakOptions;
  /** What has certainly been heard of the text: where speech goes on after a break. */
  heardUntil: number;
  /** Whether the listener is still to be told that it sounds. */
  awaitsStart: boolean;
}

/** Speaks with the voices that the browser and the system bring: `speechSynthesis` of the Web Speech API. */
export class BrowserEngine implements SpeechEngine {
  readonly name = 'browser';
  voice: string | null = null;
  rate = 1;
  volume = 1;
  readonly #platform: Platform;
  readonly #systemVoices: SystemVoices | undefined;
  readonly #queue: SpeechQueue | undefined;
  readonly #boundaryVerifier = new BoundaryVerifier();
  /** The language that it speaks, or spoke last. */
  #lang = 'de';
  /** Ends what is in the queue. */
  #interrupting = new AbortController();
  /** Settles when a pause is over. */
  #pauseEnd: PromiseWithResolvers<void> | null = null;
  /** When the silence after the last utterance is over, on performance.now()'s clock. */
  #silenceUntil = 0;

  constructor(
    synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
    platform: Platform = navigator,
  ) {
    this.#platform = platform;
    if (!synthesis) return;
    this.#systemVoices = new SystemVoices(synthesis);
    this.#queue = new SpeechQueue(synthesis, platform);
    unlockOnGesture(synthesis, platform);
  }

  get abilities(): Abilities {
    const voice = this.#systemVoices?.chosen(this.voice, this.#lang);
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
    return (await this.#systemVoices?.has(lang)) ?? false;
  }

  async load(): Promise<void> {
    await this.#systemVoices?.all();
  }

  prepare(): void {
    // System voices take one utterance at a time.
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
   * Falls silent by ending the utterance: `speechSynthesis.pause()` does nothing in Firefox with speech-dispatcher
   * (SpeechDispatcherService.cpp), ends the utterance on Android (https://github.com/mdn/browser-compat-data/pull/4733),
   * and in Chromium with speech-dispatcher no sound comes after it any more.
   */
  pause(): void {
    this.#pauseEnd ??= Promise.withResolvers();
    this.#silenceUntil = 0;
    this.#interrupting.abort();
  }

  /** Speaks on from the last word known, or from the beginning of the sentence where the voice tells no words. */
  resume(): void {
    this.#pauseEnd?.resolve();
    this.#pauseEnd = null;
  }

  dispose(): void {
    this.pause();
  }

  async #speak(current: CurrentUtterance): Promise<void> {
    const { text, lang } = current.utterance;
    const { signal } = current.options;
    let restarts = 0;
    let endedEarly = false;
    while (current.heardUntil < text.length) {
      await unlessAborted(this.#pauseEnd?.promise ?? Promise.resolve(), signal);
      const voice = await this.#systemVoices?.choose(this.voice, lang);
      if (!voice) throw new SpeechError('unavailable', 'There is no voice');
      const end = voice.localService ? text.length : chunkEnd(text, current.heardUntil, this.rate);
      const outcome = await this.#speakUnlessPaused(current, end, voice);
      // Who falls silent twice as early has nothing to say there, as a voice in another script.
      if (outcome === 'ended' || (outcome === 'early' && endedEarly)) {
        current.heardUntil = end;
        endedEarly = false;
        continue;
      }
      endedEarly = outcome === 'early';
      current.awaitsStart = true;
      if (outcome === 'held') continue;
      // Android ends speech while the page is hidden: SetStopSpeakingWhenHidden in Chromium's tts_android.cc
      if (document.hidden) await waitUntilVisible(signal);
      else if (++restarts > MAX_RESTARTS)
        throw new SpeechError('failed', 'speechSynthesis was interrupted again and again');
    }
  }

  /** Says the text from where it was heard, to a position. */
  async #speakUnlessPaused(
    current: CurrentUtterance,
    end: number,
    voice: SystemVoice,
  ): Promise<SpeechOutcome | 'held'> {
    const { options } = current;
    options.signal.throwIfAborted();
    if (this.#pauseEnd) return 'held';
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
      if (this.#interrupting.signal.aborted) return 'held';
      throw error;
    }
  }

  #utteranceOf(text: string, voice: SystemVoice): SpeechSynthesisUtterance {
    const { native } = voice;
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = native;
    // Android goes by the language, as the voice writes it: https://github.com/mdn/web-speech-api/pull/44
    spoken.lang = native.lang;
    spoken.rate = clampRate(this.rate, ratesOf(voice, this.#platform));
    spoken.volume = this.volume;
    return spoken;
  }

  /** Tells the words that the voice tells, if they are to be believed. */
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

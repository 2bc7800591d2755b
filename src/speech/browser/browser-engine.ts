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
import { wordAt, wordsOf } from '../words.js';
import { Boundaries } from './boundaries.js';
import { unlockByGesture } from './gesture.js';
import { pieceEnd } from './pieces.js';
import type { Platform } from './platform.js';
import { type Outcome, SpeechQueue } from './queue.js';
import { ALL_RATES, ratesOf } from './rates.js';
import { untilShown, untilTime } from './until.js';
import { type SystemVoice, VoiceList } from './voice-list.js';

/** The silence that a system voice leaves at an utterance's end, in seconds; measured with eSpeak NG and speech-dispatcher. */
const OWN_SILENCE = 0.3;

/** How often in an utterance it begins again after somebody or something has ended its speech. */
const PERSISTENCE = 3;

/** Everything about the utterance being spoken. */
interface Current {
  readonly utterance: Utterance;
  readonly options: SpeakOptions;
  /** What has certainly been heard of the text: where speech goes on after a break. */
  reached: number;
  /** Whether the listener is still to be told that it sounds. */
  silent: boolean;
}

/** Speaks with the voices that the browser and the system bring: `speechSynthesis` of the Web Speech API. */
export class BrowserEngine implements SpeechEngine {
  readonly name = 'browser';
  voice: string | null = null;
  rate = 1;
  volume = 1;
  readonly #platform: Platform;
  readonly #voiceList: VoiceList | undefined;
  readonly #queue: SpeechQueue | undefined;
  readonly #boundaries = new Boundaries();
  /** The language that it speaks, or spoke last. */
  #lang = 'de';
  /** Ends what is in the queue. */
  #breaking = new AbortController();
  /** Settles when a pause is over. */
  #held: PromiseWithResolvers<void> | null = null;
  /** When the silence after the last utterance is over, on performance.now()'s clock. */
  #quietUntil = 0;

  constructor(
    synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
    platform: Platform = navigator,
  ) {
    this.#platform = platform;
    if (!synthesis) return;
    this.#voiceList = new VoiceList(synthesis);
    this.#queue = new SpeechQueue(synthesis, platform);
    unlockByGesture(synthesis, platform);
  }

  get abilities(): Abilities {
    const voice = this.#voiceList?.chosen(this.voice, this.#lang);
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
    return (await this.#voiceList?.all()) ?? [];
  }

  async speaks(lang: string): Promise<boolean> {
    return (await this.#voiceList?.has(lang)) ?? false;
  }

  async load(): Promise<void> {
    await this.#voiceList?.all();
  }

  prepare(): void {
    // System voices take one utterance at a time.
  }

  async speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    this.#lang = utterance.lang;
    try {
      await untilTime(this.#quietUntil, options.signal);
      await this.#speak({ utterance, options, reached: 0, silent: true });
      this.#quietUntil = performance.now() + ((utterance.pause - OWN_SILENCE) * 1000) / this.rate;
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
    this.#held ??= Promise.withResolvers();
    this.#quietUntil = 0;
    this.#breaking.abort();
  }

  /** Speaks on from the last word known, or from the beginning of the sentence where the voice tells no words. */
  resume(): void {
    this.#held?.resolve();
    this.#held = null;
  }

  dispose(): void {
    this.pause();
  }

  async #speak(current: Current): Promise<void> {
    const { text, lang } = current.utterance;
    const { signal } = current.options;
    let losses = 0;
    let early = false;
    while (current.reached < text.length) {
      await unlessAborted(this.#held?.promise ?? Promise.resolve(), signal);
      const voice = await this.#voiceList?.choose(this.voice, lang);
      if (!voice) throw new SpeechError('unavailable', 'There is no voice');
      const end = voice.localService ? text.length : pieceEnd(text, current.reached, this.rate);
      const outcome = await this.#sayUnlessHeld(current, end, voice);
      // Who falls silent twice as early has nothing to say there, as a voice in another script.
      if (outcome === 'ended' || (outcome === 'early' && early)) {
        current.reached = end;
        early = false;
        continue;
      }
      early = outcome === 'early';
      current.silent = true;
      if (outcome === 'held') continue;
      // Android ends speech while the page is hidden: SetStopSpeakingWhenHidden in Chromium's tts_android.cc
      if (document.hidden) await untilShown(signal);
      else if (++losses > PERSISTENCE)
        throw new SpeechError('failed', 'speechSynthesis was interrupted again and again');
    }
  }

  /** Says the text from where it was heard, to a position. */
  async #sayUnlessHeld(
    current: Current,
    end: number,
    voice: SystemVoice,
  ): Promise<Outcome | 'held'> {
    const { options } = current;
    options.signal.throwIfAborted();
    if (this.#held) return 'held';
    this.#breaking = new AbortController();
    const spoken = this.#utteranceOf(current.utterance.text.slice(current.reached, end), voice);
    try {
      return await (this.#queue as SpeechQueue).say(spoken, {
        signal: AbortSignal.any([options.signal, this.#breaking.signal]),
        onStart: () => {
          if (current.silent) options.onStart();
          current.silent = false;
        },
        onBoundary: this.#follow(current, spoken, voice),
      });
    } catch (error) {
      options.signal.throwIfAborted();
      if (this.#breaking.signal.aborted) return 'held';
      throw error;
    }
  }

  #utteranceOf(text: string, voice: SystemVoice): SpeechSynthesisUtterance {
    const { real } = voice;
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = real;
    // Android goes by the language, as the voice writes it: https://github.com/mdn/web-speech-api/pull/44
    spoken.lang = real.lang;
    spoken.rate = clampRate(this.rate, ratesOf(voice, this.#platform));
    spoken.volume = this.volume;
    return spoken;
  }

  /** Tells the words that the voice tells, if they are to be believed. */
  #follow(current: Current, spoken: SpeechSynthesisUtterance, { voiceURI }: SystemVoice) {
    const from = current.reached;
    const words = wordsOf(current.utterance.text);
    return this.#boundaries.judge(
      voiceURI,
      spoken,
      (position) => {
        const word = wordAt(words, from + position);
        if (!word || word.start < current.reached) return;
        current.reached = word.start;
        current.options.onWord(word);
      },
      () => (current.reached = from),
    );
  }
}

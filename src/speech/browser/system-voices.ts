import type { Voice } from '../engine.js';
import { languageTag } from '../language-tag.js';
import { primaryLanguage } from '../language-tag.js';
import { bestVoice } from '../voices.js';

/** Until when to wait for the browser to list its voices, in milliseconds since the page was opened. The player asks early. */
const LIST_TIMEOUT = 2500;

/** How often to check whether more voices are listed, in milliseconds. */
const POLL_INTERVAL = 50;

/** How long to wait for them at least, in milliseconds. */
const MIN_LIST_TIMEOUT = 250;

/** A voice of the browser or the system, with a canonical language tag. */
export interface SystemVoice extends Voice {
  readonly native: SpeechSynthesisVoice;
}

/**
 * The voices of `speechSynthesis`. In Chromium and Firefox the first `getVoices()` returns none; they are listed a little
 * later (13,362 voices of speech-dispatcher after 1.4 s), or never if there is no speech service.
 *
 * @see https://webaudio.github.io/web-speech-api/#dom-speechsynthesis-getvoices
 */
export class SystemVoices {
  readonly #synthesis: SpeechSynthesis;
  readonly #listing: Promise<void>;
  #complete = false;
  #voices: readonly SystemVoice[] = [];
  readonly #best = new Map<string, SystemVoice | undefined>();

  /** @param signal aborting it ends listening to changes of the list */
  constructor(synthesis: SpeechSynthesis, signal?: AbortSignal) {
    this.#synthesis = synthesis;
    this.#listing = this.#wait();
    // Safari before 16 has no such event: https://developer.mozilla.org/docs/Web/API/SpeechSynthesis/voiceschanged_event
    synthesis.addEventListener?.('voiceschanged', () => this.#forget(), { signal });
  }

  /** The voices listed so far. */
  async all(): Promise<readonly SystemVoice[]> {
    await this.#listing;
    return this.#known();
  }

  /** Whether a voice speaks a language, BCP 47. */
  async has(lang: string): Promise<boolean> {
    await this.#listing;
    return this.#bestOf(lang) !== undefined;
  }

  /** The preferred voice if it speaks the language, else the best voice that does, else the best German one. */
  async choose(voiceURI: string | null, lang: string): Promise<SystemVoice | undefined> {
    await this.#listing;
    return this.chooseNow(voiceURI, lang);
  }

  /** The same without waiting: undefined until voices are listed. */
  chooseNow(voiceURI: string | null, lang: string): SystemVoice | undefined {
    const chosen = this.#known().find((voice) => voice.voiceURI === voiceURI);
    if (chosen && primaryLanguage(chosen.lang) === primaryLanguage(lang)) return chosen;
    return this.#bestOf(lang) ?? this.#bestOf('de');
  }

  #known(): readonly SystemVoice[] {
    // They may be listed after the timeout, and without an event.
    if (this.#complete && this.#voices.length === 0) {
      this.#voices = this.#synthesis.getVoices().map(systemVoice);
      this.#best.clear();
    }
    return this.#voices;
  }

  #bestOf(lang: string): SystemVoice | undefined {
    const voices = this.#known();
    if (!this.#best.has(lang)) this.#best.set(lang, bestVoice(voices, lang));
    return this.#best.get(lang);
  }

  #forget(): void {
    this.#voices = [];
    this.#best.clear();
  }

  /** Waits until voices are listed and no more are added: Firefox lists them in batches, and cannot speak before it has finished. */
  async #wait(): Promise<void> {
    const until = Math.max(LIST_TIMEOUT, performance.now() + MIN_LIST_TIMEOUT);
    for (let listed = -1; ;) {
      const { length } = this.#synthesis.getVoices();
      if ((length > 0 && length === listed) || performance.now() >= until) break;
      listed = length;
      await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL));
    }
    this.#complete = true;
    this.#forget();
  }
}

/**
 * The prefix of Firefox's voices. They are all voices of the system, but Firefox reports those of speech-dispatcher as remote.
 *
 * @see https://searchfox.org/mozilla-central/source/dom/media/webspeech/synth/speechd/SpeechDispatcherService.cpp
 */
const FIREFOX_PREFIX = 'urn:moz-tts:';

function systemVoice(native: SpeechSynthesisVoice): SystemVoice {
  const { voiceURI, name, default: isDefault } = native;
  const localService = native.localService || voiceURI.startsWith(FIREFOX_PREFIX);
  return {
    voiceURI,
    name,
    lang: languageTag(native.lang),
    localService,
    default: isDefault,
    native,
  };
}

import type { Voice } from '../engine.js';
import { languageTag, primaryLanguage } from '../language-tag.js';
import { bestVoice } from '../voices.js';
import { recipientOf } from './voice-recipient.js';

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

/** Whether text may be sent to a recipient. */
type Allows = (recipient: string) => boolean;

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
  /** The recipients of those voices. */
  #recipients: readonly string[] = [];
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

  /** The preferred voice if it speaks the language, BCP 47, else the best voice that does. Only voices that may be used. */
  async find(
    voiceURI: string | null,
    lang: string,
    allows: Allows,
  ): Promise<SystemVoice | undefined> {
    await this.#listing;
    return this.#find(voiceURI, lang, allows);
  }

  /** The same, or else the best German voice. Does not wait: undefined until voices are listed. */
  chooseNow(voiceURI: string | null, lang: string, allows: Allows): SystemVoice | undefined {
    return this.#find(voiceURI, lang, allows) ?? this.#bestOf('de', allows);
  }

  #find(voiceURI: string | null, lang: string, allows: Allows): SystemVoice | undefined {
    const chosen = this.#known().find((voice) => voice.voiceURI === voiceURI);
    return chosen && mayUse(chosen, allows) && isSpokenBy(chosen, lang)
      ? chosen
      : this.#bestOf(lang, allows);
  }

  #known(): readonly SystemVoice[] {
    // They may be listed after the timeout, and without an event.
    if (this.#complete && this.#voices.length === 0) {
      this.#voices = this.#synthesis.getVoices().map(systemVoice);
      this.#recipients = [...new Set(this.#voices.flatMap(({ recipient }) => recipient ?? []))];
      this.#best.clear();
    }
    return this.#voices;
  }

  #bestOf(lang: string, allows: Allows): SystemVoice | undefined {
    const voices = this.#known();
    const key = [lang, ...this.#recipients.filter(allows)].join();
    if (!this.#best.has(key)) {
      const usable = voices.filter((voice) => mayUse(voice, allows));
      this.#best.set(key, bestVoice(usable, lang));
    }
    return this.#best.get(key);
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

function mayUse({ recipient }: SystemVoice, allows: Allows): boolean {
  return recipient === undefined || allows(recipient);
}

function isSpokenBy(voice: SystemVoice, lang: string): boolean {
  return primaryLanguage(voice.lang) === primaryLanguage(lang);
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
    recipient: localService ? undefined : recipientOf(name),
    default: isDefault,
    native,
  };
}

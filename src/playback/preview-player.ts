import type { SpeechEngine, SystemCommands, Voice } from '../speech/engine.js';
import { OtherSpeech } from '../speech/browser/other-speech.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { Attempt } from './attempt.js';
import type { QuestionHost } from './consent-question.js';
import { EngineChoice, voicesOf } from './engine-choice.js';
import { ListenerConsent } from './listener-consent.js';
import { loadEngine } from './load-engine.js';
import type { SpeechOptions } from './playback-options.js';
import type { SpeechSettings } from './speech-settings.js';

/** Identifies a voice: its `voiceURI`, and the name of its engine. */
export interface VoiceReference {
  readonly engine: string;
  readonly voiceURI: string;
}

/** Plays a sentence with a voice. It has engines of its own, so that the reading keeps its position and voice. */
export class PreviewPlayer {
  readonly #engines: EngineChoice;
  readonly #options: SpeechOptions;
  readonly #consent: ListenerConsent;
  #speech: SpeechSettings = { rate: 1, volume: 1, voice: null, answers: 0 };

  /** @param systemCommands carries out what the system does to the sound */
  constructor(options: SpeechOptions, host: QuestionHost, systemCommands: SystemCommands) {
    this.#options = options;
    this.#consent = new ListenerConsent(options, host);
    this.#engines = new EngineChoice(
      () => options.engines?.() ?? [],
      this.#consent,
      systemCommands,
    );
  }

  /** Sets the rate and volume; the voice is that of the preview. */
  set({ rate, volume }: SpeechSettings): void {
    this.#speech = { ...this.#speech, rate, volume };
    this.#engines.set(this.#speech);
  }

  /**
   * Speaks a sentence with a voice.
   *
   * @throws a DOMException: NotFoundError where there is no such voice, NotAllowedError where the listener does not allow
   *   text to be sent or the browser requires a gesture first, NotSupportedError where the engine cannot speak; or the
   *   signal's reason
   */
  async speak({ engine: name, voiceURI }: VoiceReference, signal: AbortSignal): Promise<void> {
    this.#speech = { ...this.#speech, voice: voiceURI };
    this.#engines.set(this.#speech);
    const engine = await unlessAborted(this.#engines.named(name), signal);
    if (!engine) throw new DOMException(`There is no engine ${name}`, 'NotFoundError');
    await this.#askFor(engine.recipient, signal);
    try {
      await loadEngine(engine, signal);
      const voices = await unlessAborted(voicesOf(engine), signal);
      const voice = voices.find((listed) => listed.voiceURI === voiceURI);
      if (!voice) throw new DOMException(`${name} has no voice ${voiceURI}`, 'NotFoundError');
      await this.#askFor(voice.recipient, signal);
      await this.#speakText(engine, voice, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof DOMException
        ? error
        : new DOMException(String(error), 'NotSupportedError');
    }
  }

  dispose(): void {
    this.#engines.dispose();
  }

  /** Asks the listener, unless they have answered, for example by choosing the voice from the list. */
  async #askFor(recipient: string | undefined, signal: AbortSignal): Promise<void> {
    if (recipient === undefined) return;
    if (await unlessAborted(this.#consent.consent(recipient, true), signal)) return;
    throw new DOMException(
      `The listener does not allow text to be sent to ${recipient}`,
      'NotAllowedError',
    );
  }

  async #speakText(engine: SpeechEngine, { lang }: Voice, signal: AbortSignal): Promise<void> {
    const text = await unlessAborted(
      Promise.resolve(this.#options.previewText?.(lang) ?? ''),
      signal,
    );
    const utterance = engine.sample?.() ?? { text, lang, pause: 0 };
    if (!utterance.text)
      throw new DOMException('There is no text to preview the voice with', 'NotSupportedError');
    await new OtherSpeech().end(signal);
    engine.prepare([utterance]);
    const attempt = new Attempt(engine, utterance, () => Promise.resolve(null));
    const ignore = () => undefined;
    await attempt.speak(0, { signal, onStart: ignore, onWord: ignore });
  }
}

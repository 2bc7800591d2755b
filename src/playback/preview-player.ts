import type { SpeechEngine, SystemCommands, Voice } from '../speech/engine.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { Attempt } from './attempt.js';
import type { ConsentQuestion } from './consent-question.js';
import { EngineChoice, voicesOf } from './engine-choice.js';
import { loadEngine } from './load-engine.js';
import type { PlaybackOptions } from './playback-options.js';
import type { SpeechSettings } from './speech-settings.js';

/** Identifies a voice: its `voiceURI`, and the name of its engine. */
export interface VoiceReference {
  readonly engine: string;
  readonly voiceURI: string;
}

/** Plays a sentence with a voice. It has engines of its own, so that the reading keeps its position and voice. */
export class PreviewPlayer {
  readonly #engines: EngineChoice;
  readonly #options: PlaybackOptions;
  #speech: SpeechSettings = { rate: 1, volume: 1, voice: null };

  /** @param systemCommands carries out what the system does to the sound */
  constructor(options: PlaybackOptions, consent: ConsentQuestion, systemCommands: SystemCommands) {
    this.#options = options;
    this.#engines = new EngineChoice(
      () => options.engines(),
      (recipient, mayAsk) => consent.consent(recipient, mayAsk),
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
    if (!(await unlessAborted(this.#engines.may(engine, true), signal)))
      throw new DOMException(
        `The listener does not allow text to be sent to ${engine.recipient}`,
        'NotAllowedError',
      );
    try {
      await loadEngine(engine, signal);
      const voices = await unlessAborted(voicesOf(engine), signal);
      const voice = voices.find((listed) => listed.voiceURI === voiceURI);
      if (!voice) throw new DOMException(`${name} has no voice ${voiceURI}`, 'NotFoundError');
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

  async #speakText(engine: SpeechEngine, { lang }: Voice, signal: AbortSignal): Promise<void> {
    const text = await unlessAborted(
      Promise.resolve(this.#options.previewText?.(lang) ?? ''),
      signal,
    );
    const utterance = { text, lang, pause: 0 };
    if (!text)
      throw new DOMException('There is no text to preview the voice with', 'NotSupportedError');
    engine.prepare([utterance]);
    const attempt = new Attempt(engine, utterance, () => Promise.resolve(null));
    const ignore = () => undefined;
    await attempt.speak(0, { signal, onStart: ignore, onWord: ignore });
  }
}

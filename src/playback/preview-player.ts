import type { SpeechEngine, Voice } from '../speech/engine.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { Attempt } from './attempt.js';
import type { ConsentQuestion } from './consent-question.js';
import { EngineChoice, voicesOf } from './engine-choice.js';
import { loadEngine } from './load-engine.js';
import type { PlaybackOptions } from './playback-options.js';

/** What a voice is found by: its `voiceURI`, and the name of its engine. */
export interface VoiceReference {
  readonly engine: string;
  readonly voiceURI: string;
}

/** Lets a listener hear how voices sound. Its engines are its own, so that those which read keep their place and voice. */
export class Sampler {
  readonly #engines: EngineChoice;
  readonly #options: PlaybackOptions;
  #manner = { rate: 1, volume: 1 };
  #voice: string | null = null;

  /** @param question tells whether a text may be sent to a host */
  constructor(options: PlaybackOptions, question: ConsentQuestion) {
    this.#options = options;
    this.#engines = new EngineChoice(
      () => options.engines(),
      (recipient, ask) => question.consent(recipient, ask),
    );
  }

  /** Says how fast and how loud samples are from now on. */
  set(manner: { readonly rate: number; readonly volume: number }): void {
    this.#manner = manner;
    this.#engines.set({ ...manner, voice: this.#voice });
  }

  /**
   * Speaks a sentence with a voice, to its end.
   *
   * @throws a DOMException: NotFoundError where the voice is not there, NotAllowedError where the listener does not allow the
   *   text to be sent or the browser wants a gesture first, NotSupportedError where the engine cannot speak; or the
   *   signal's reason
   */
  async speak({ engine: name, voiceURI }: VoiceReference, signal: AbortSignal): Promise<void> {
    this.#voice = voiceURI;
    this.set(this.#manner);
    const engine = await unlessAborted(this.#engines.named(name), signal);
    if (!engine) throw new DOMException(`There is no engine ${name}`, 'NotFoundError');
    if (!(await unlessAborted(this.#engines.may(engine, true), signal)))
      throw new DOMException(`Nothing may be sent to ${engine.recipient}`, 'NotAllowedError');
    try {
      await loadEngine(engine, signal);
      const voices = await unlessAborted(voicesOf(engine), signal);
      const voice = voices.find((listed) => listed.voiceURI === voiceURI);
      if (!voice) throw new DOMException(`${name} has no voice ${voiceURI}`, 'NotFoundError');
      await this.#say(engine, voice, signal);
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

  async #say(engine: SpeechEngine, { lang }: Voice, signal: AbortSignal): Promise<void> {
    const text = await unlessAborted(
      Promise.resolve(this.#options.sampleText?.(lang) ?? ''),
      signal,
    );
    const utterance = { text, lang, pause: 0 };
    if (!text) throw new DOMException('There is nothing to say', 'NotSupportedError');
    engine.prepare([utterance]);
    const attempt = new Attempt(engine, utterance, () => Promise.resolve(null));
    const ignore = () => undefined;
    await attempt.speak(0, { signal, onStart: ignore, onWord: ignore });
  }
}

import type { ConsentQuestion } from './consent-question.js';
import type { PlaybackOptions } from './playback-options.js';
import type { PreviewPlayer, VoiceReference } from './preview-player.js';
import type { SpeechSettings } from './speech-settings.js';

interface Current {
  readonly voiceURI: string;
  readonly ending: AbortController;
}

/** Lets the listener try out voices, one at a time. The player for that is loaded with the first. */
export class VoicePreview {
  readonly #options: PlaybackOptions;
  readonly #consent: ConsentQuestion;
  readonly #speech: () => SpeechSettings;
  readonly #onChange: () => void;
  #player: PreviewPlayer | null = null;
  #current: Current | null = null;

  /**
   * @param speech the rate and volume of previews
   * @param onChange called when another voice is tried out, or none
   */
  constructor(
    options: PlaybackOptions,
    consent: ConsentQuestion,
    speech: () => SpeechSettings,
    onChange: () => void,
  ) {
    this.#options = options;
    this.#consent = consent;
    this.#speech = speech;
    this.#onChange = onChange;
  }

  /** The `voiceURI` of the voice that is tried out, or null. */
  get voiceURI(): string | null {
    return this.#current?.voiceURI ?? null;
  }

  /** Resolves when the voice was heard; rejects with a DOMException: an AbortError if the preview was ended. */
  async play(voice: VoiceReference): Promise<void> {
    const ending = new AbortController();
    const current = { voiceURI: voice.voiceURI, ending };
    this.#set(current);
    try {
      const player = await this.#load();
      ending.signal.throwIfAborted();
      await player.speak(voice, ending.signal);
    } finally {
      if (this.#current === current) this.#set(null);
    }
  }

  end(): void {
    if (!this.#current) return;
    this.#consent.withdraw();
    this.#current.ending.abort(new DOMException('The preview was ended', 'AbortError'));
    this.#set(null);
  }

  /** Passes changed settings on. */
  applySpeech(): void {
    this.#player?.set(this.#speech());
  }

  dispose(): void {
    this.#player?.dispose();
    this.#player = null;
  }

  #set(current: Current | null): void {
    this.#current = current;
    this.#onChange();
  }

  async #load(): Promise<PreviewPlayer> {
    const { PreviewPlayer } = await import('./preview-player.js').catch((cause: unknown) => {
      throw new DOMException(String(cause), 'NetworkError');
    });
    this.#player ??= new PreviewPlayer(this.#options, this.#consent, {
      play: () => undefined,
      pause: () => this.end(),
    });
    this.applySpeech();
    return this.#player;
  }
}

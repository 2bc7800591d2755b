import { unlessAborted } from '../speech/unless-aborted.js';
import { takeExclusivePlayback } from './exclusive-playback.js';
import type { Playback } from './playback.js';
import type { Preview } from './preview.js';
import { PreviewPlayer, type VoiceReference } from './preview-player.js';

interface Current {
  readonly voiceURI: string;
  readonly ending: AbortController;
  /** Whether the reading goes on afterwards. */
  readonly resumes: boolean;
}

/**
 * Lets the listener hear a sentence with a voice, without choosing it. Pauses the reading; ends when another preview or the
 * reading begins, or with `pause`.
 *
 * @param resumes whether a reading that it has paused goes on afterwards, unless the preview was ended
 * @returns a promise that resolves once the sentence was heard. It rejects with a DOMException: NotFoundError where there is no
 *   such voice, NotAllowedError where the listener does not allow text to be sent or the browser requires a gesture first,
 *   NotSupportedError where the voice cannot speak, AbortError when the preview was ended.
 */
export async function previewVoice(
  playback: Playback,
  voice: VoiceReference,
  resumes = false,
): Promise<void> {
  const hasPaused = !playback.paused || playback.preview?.resumes === true;
  playback.pause();
  takeExclusivePlayback(playback);
  playback.preview ??= new VoicePreview(playback);
  await playback.preview.play(voice, resumes && hasPaused);
}

class VoicePreview implements Preview {
  readonly #playback: Playback;
  #player: PreviewPlayer | null = null;
  #current: Current | null = null;

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  /** The `voiceURI` of the voice that is tried out, or null. */
  get voiceURI(): string | null {
    return this.#current?.voiceURI ?? null;
  }

  get resumes(): boolean {
    return this.#current?.resumes ?? false;
  }

  async play(voice: VoiceReference, resumes: boolean): Promise<void> {
    const ending = new AbortController();
    const current = { voiceURI: voice.voiceURI, ending, resumes };
    this.#set(current);
    try {
      const player = await unlessAborted(this.#voicePlayer(), ending.signal);
      await player.speak(voice, ending.signal);
    } finally {
      if (this.#current === current) this.#leave(resumes);
    }
  }

  #leave(resumes: boolean): void {
    this.#set(null);
    if (resumes) void this.#playback.play().catch(() => undefined);
  }

  end(): void {
    if (!this.#current) return;
    this.#playback.consent?.withdraw();
    this.#current.ending.abort(new DOMException('The preview was ended', 'AbortError'));
    this.#set(null);
  }

  /** Passes changed settings on. */
  applySpeech(): void {
    this.#player?.set(this.#playback.speech);
  }

  dispose(): void {
    this.#player?.dispose();
    this.#player = null;
  }

  #set(current: Current | null): void {
    this.#current = current;
    this.#playback.dispatchEvent(new Event('statechange'));
  }

  async #voicePlayer(): Promise<PreviewPlayer> {
    const { options } = this.#playback;
    const speech = (await options.speech?.()) ?? options;
    this.#player ??= new PreviewPlayer(speech, this.#playback, {
      play: () => undefined,
      pause: () => this.end(),
    });
    this.applySpeech();
    return this.#player;
  }
}

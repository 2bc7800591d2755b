import type { VoiceReference } from './preview-player.js';

/** Lets the listener try out voices, one at a time. */
export interface Preview {
  /** The `voiceURI` of the voice that is tried out, or null. */
  readonly voiceURI: string | null;
  /** Resolves when the voice was heard; rejects with a DOMException: an AbortError if the preview was ended. */
  play(voice: VoiceReference): Promise<void>;
  end(): void;
  /** Passes changed settings on. */
  applySpeech(): void;
  dispose(): void;
}

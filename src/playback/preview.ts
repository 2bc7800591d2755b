import type { VoiceReference } from './preview-player.js';

/** Lets the listener try out voices, one at a time. */
export interface Preview {
  /** The `voiceURI` of the voice that is tried out, or null. */
  readonly voiceURI: string | null;
  /** Whether a reading goes on after the voice that is tried out. */
  readonly resumes: boolean;
  /**
   * Resolves when the voice was heard; rejects with a DOMException: an AbortError if the preview was ended.
   *
   * @param resumes whether a reading goes on afterwards, unless the preview was ended
   */
  play(voice: VoiceReference, resumes: boolean): Promise<void>;
  end(): void;
  /** Passes changed settings on. */
  applySpeech(): void;
  dispose(): void;
}

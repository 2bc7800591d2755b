import type { TimedWord } from '../sound/sound.js';

/** A voice of a speech server. */
export interface ServerVoice {
  /** Names it in requests. */
  readonly id: string;
  readonly name: string;
  /** BCP 47, the main one first. */
  readonly languages: readonly string[];
  /** Whether the server reports when its words begin. */
  readonly timesWords: boolean;
  /** Whether it is to be preferred. */
  readonly default: boolean;
}

/** A text to be spoken. */
export interface SpeechRequest {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  readonly voice: ServerVoice;
}

/** A text as sound. */
export interface EncodedSpeech {
  /** An audio file. */
  readonly audio: ArrayBuffer;
  /** Its MIME type. */
  readonly type: string;
  /** The words of the text, with their times in the file; empty where the server does not report them. */
  readonly words: readonly TimedWord[];
}

/** How to talk to a speech server. */
export interface Protocol {
  /** The longest text of a request, in characters. */
  readonly maxTextLength: number;
  /** @throws a SpeechError */
  voices(): Promise<readonly ServerVoice[]>;
  /** @throws a SpeechError, or the signal's reason */
  render(request: SpeechRequest, signal: AbortSignal): Promise<EncodedSpeech>;
}

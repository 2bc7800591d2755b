import type { Tags } from '../tags/tags.js';

/** Writes the files of a recording. */
export interface Encoder {
  /** Adds sound. Resolves when more may be added, so that little of it is in memory at a time. @throws the error of the file system */
  write(samples: Int16Array<ArrayBuffer>): Promise<void>;
  /** Completes the files. */
  finish(): Promise<void>;
  /** Ends without completing them. */
  abort(): Promise<void>;
}

/** What is written. */
export interface EncodedFiles {
  /** Paths. */
  readonly opus: string;
  readonly mp3: string;
  readonly tags: Tags;
}

/** The bit rates, in bits per second: speech loses nothing that can be heard. */
export const OPUS_BITRATE = 32_000;
export const MP3_BITRATE = 64_000;

/** The length of a packet of Opus, in seconds. */
export const OPUS_FRAME = 0.02;

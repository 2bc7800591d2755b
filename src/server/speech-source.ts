import type { Rendering } from '../speech/sound/rendering.js';

export type { Rendering } from '../speech/sound/rendering.js';
export type { TimedWord } from '../speech/sound/sound.js';

/** A voice that a speech server offers. */
export interface OfferedVoice {
  /** Names it in requests. */
  readonly id: string;
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
}

/** What turns texts into sound for a speech server: a synthesizer of your choice. */
export interface SpeechSource {
  /** Names the synthesizer to clients, such as `espeak-ng`. */
  readonly name: string;
  /** The first one is used where a request names none. */
  readonly voices: readonly OfferedVoice[];
  /** Whether its renderings have word times. */
  readonly timesWords: boolean;

  /** @param signal aborted when the client is gone */
  render(text: string, voice: OfferedVoice, signal: AbortSignal): Rendering | Promise<Rendering>;

  /** The formats besides WAV, by their names in requests: `mp3`, `opus`, `aac` or `flac`. */
  readonly encoders?: Readonly<Record<string, Encoder>>;
}

/** Encodes a rendering as an audio file. */
export type Encoder = (rendering: Rendering) => BodyInit | Promise<BodyInit>;

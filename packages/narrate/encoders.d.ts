export { createMp3Encoder } from 'wasm-media-encoders';

/** libopus. */
export class OpusEncoder {
  constructor(options: {
    readonly channels: 1 | 2;
    readonly sample_rate: 8000 | 12000 | 16000 | 24000 | 48000;
    readonly application: 'voip' | 'audio' | 'restricted_lowdelay';
  });
  /** Sets a value, or gets it without an argument. @see https://www.opus-codec.org/docs/opus_api-1.5/group__opus__encoderctls.html */
  ctl(request: number, value?: number): number;
  /** @param samples one frame, 16 bits each */
  encode(samples: ArrayBufferView): Uint8Array;
  /** Frees its memory. */
  drop(): void;
}

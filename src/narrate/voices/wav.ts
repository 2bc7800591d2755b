import type { Rendering } from '../../speech/sound/rendering.js';
import { Failure } from '../failure.js';

const PCM = 1;
const FLOAT = 3;
/** The format is in the header's extension. */
const EXTENSIBLE = 0xfffe;

/**
 * Reads a WAV file. Channels are mixed to one. A file that was written to a pipe has no valid sizes: it goes on to its end.
 *
 * @throws a Failure if it is not one, or has a format that voices do not use
 * @see https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html
 */
export function parseWav(file: Buffer): Rendering {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    throw new Failure('the voice did not send a WAV file');
  let format: Format | null = null;
  for (let at = 12; at + 8 <= file.length;) {
    const id = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const content = file.subarray(at + 8, Math.min(at + 8 + size, file.length));
    if (id === 'fmt ') format = formatOf(content);
    if (id === 'data') {
      if (!format) break;
      const bytes = size === 0 ? file.subarray(at + 8) : content;
      return { samples: mono(bytes, format), sampleRate: format.sampleRate, words: [] };
    }
    at += 8 + size + (size % 2);
  }
  throw new Failure('the WAV file of the voice has no sound');
}

interface Format {
  readonly kind: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number;
}

function formatOf(content: Buffer): Format {
  if (content.length < 16) throw new Failure('the WAV file of the voice has no valid header');
  const tag = content.readUInt16LE(0);
  const kind = tag === EXTENSIBLE && content.length >= 26 ? content.readUInt16LE(24) : tag;
  const [channels, bits] = [content.readUInt16LE(2), content.readUInt16LE(14)];
  const sampleRate = content.readUInt32LE(4);
  const isKnown =
    (kind === PCM && [8, 16, 24, 32].includes(bits)) || (kind === FLOAT && bits === 32);
  if (!isKnown || channels === 0 || sampleRate === 0)
    throw new Failure(`the WAV file of the voice has an unknown format (${kind}, ${bits} bits)`);
  return { kind, channels, sampleRate, bits };
}

function mono(bytes: Buffer, { kind, channels, bits }: Format): Int16Array<ArrayBuffer> {
  const width = bits / 8;
  const samples = new Int16Array(Math.floor(bytes.length / (width * channels)));
  for (let i = 0; i < samples.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += sampleAt(bytes, (i * channels + channel) * width, kind, bits);
    samples[i] = Math.max(-32_768, Math.min(32_767, Math.round((sum / channels) * 32_768)));
  }
  return samples;
}

/** One value, -1 to 1. Those of 8 bits have no sign. */
function sampleAt(bytes: Buffer, at: number, kind: number, bits: number): number {
  if (kind === FLOAT) return bytes.readFloatLE(at);
  if (bits === 8) return (bytes.readUInt8(at) - 128) / 128;
  return bytes.readIntLE(at, bits / 8) / 2 ** (bits - 1);
}

import { writeSync } from 'node:fs';
import type { Comment } from '../tags/vorbis-comments.js';

/** The sample rate in which positions are counted. */
const POSITION_RATE = 48_000;

/** So many packets are in a page, a second. */
const PACKETS_PER_PAGE = 50;

/** A page holds so many pieces of 255 bytes. */
const MAX_PIECES = 255;
const PIECE = 255;

const CONTINUED = 1;
const FIRST = 2;
const LAST = 4;

/** So that the same article makes the same bytes. */
const SERIAL = 1;

const VENDOR = 'vorleser';

/**
 * Writes packets of Opus to an Ogg file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3533
 * @see https://www.rfc-editor.org/rfc/rfc7845
 */
export class OggOpusWriter {
  readonly #file: number;
  readonly #preSkip: number;
  #page = 0;
  #packets: Uint8Array[] = [];
  /** The end of the last packet, in samples at 48 kHz. */
  #position = 0;

  /**
   * @param file an open file
   * @param preSkip how much the encoder delays the sound, in samples at 48 kHz
   * @param inputRate the sample rate before, for information
   */
  constructor(file: number, preSkip: number, inputRate: number, comments: readonly Comment[]) {
    this.#file = file;
    this.#preSkip = preSkip;
    this.#writePages(opusHead(preSkip, inputRate), FIRST);
    this.#writePages(opusTags(comments), 0);
  }

  /** @param samples how much sound it is, at 48 kHz */
  add(packet: Uint8Array, samples: number): void {
    // The last page must be known to be the last one, so a full page is written only when there is more.
    if (this.#packets.length === PACKETS_PER_PAGE) this.#flush(0, this.#position);
    this.#packets.push(packet);
    this.#position += samples;
  }

  /** @param samples the length of the sound, at 48 kHz; what the packets have beyond that is not played */
  finish(samples: number): void {
    this.#flush(LAST, this.#preSkip + samples);
  }

  /** Writes the packets as one page. */
  #flush(flags: number, position: number): void {
    const lacing = this.#packets.flatMap(({ length }) => lacingOf(length));
    this.#write(flags, BigInt(position), lacing, Buffer.concat(this.#packets));
    this.#packets = [];
  }

  /** Writes a header packet, which has pages of its own; with a picture, several. */
  #writePages(packet: Buffer, flags: number): void {
    const lacing = lacingOf(packet.length);
    for (let piece = 0; piece < lacing.length; piece += MAX_PIECES) {
      const pieces = lacing.slice(piece, piece + MAX_PIECES);
      const isEnd = piece + MAX_PIECES >= lacing.length;
      const bytes = packet.subarray(piece * PIECE, (piece + MAX_PIECES) * PIECE);
      // A page in which no packet ends has the position -1.
      this.#write(flags | (piece > 0 ? CONTINUED : 0), isEnd ? 0n : -1n, pieces, bytes);
    }
  }

  #write(flags: number, position: bigint, lacing: readonly number[], content: Buffer): void {
    const head = Buffer.alloc(27);
    head.write('OggS', 'latin1');
    head.writeUInt8(flags, 5);
    head.writeBigInt64LE(position, 6);
    head.writeUInt32LE(SERIAL, 14);
    head.writeUInt32LE(this.#page++, 18);
    head.writeUInt8(lacing.length, 26);
    const page = Buffer.concat([head, Buffer.from(lacing), content]);
    page.writeUInt32LE(checksum(page), 22);
    writeSync(this.#file, page);
  }
}

/** The lengths of the pieces of a packet; the last one is shorter than the others. */
function lacingOf(length: number): number[] {
  const full = Math.floor(length / PIECE);
  return [...new Array<number>(full).fill(PIECE), length - full * PIECE];
}

function opusHead(preSkip: number, inputRate: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head.writeUInt8(1, 8); // version
  head.writeUInt8(1, 9); // channels
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(inputRate, 12);
  return head;
}

function opusTags(comments: readonly Comment[]): Buffer {
  const fields = comments.map(([name, value]) => counted(`${name}=${value}`));
  return Buffer.concat([
    Buffer.from('OpusTags'),
    counted(VENDOR),
    uint32(comments.length),
    ...fields,
  ]);
}

function counted(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  return value;
});

function checksum(page: Buffer): number {
  let value = 0;
  for (const byte of page) value = (value << 8) ^ (CHECKSUMS[(value >>> 24) ^ byte] as number);
  return value >>> 0;
}

/** The ratio of positions to samples. */
export function positionsPer(sampleRate: number): number {
  return POSITION_RATE / sampleRate;
}

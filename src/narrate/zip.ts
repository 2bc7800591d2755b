import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A file in an archive. */
export interface ZipEntry {
  /** Its name, with slashes. */
  readonly name: string;
  /** Its content; a list of chunks is read twice, so that a large file needs not be in memory as a whole. */
  readonly content: Uint8Array | Iterable<Uint8Array>;
  /** Whether it is kept as it is, without compression: sound and pictures are compressed already. */
  readonly stored?: boolean;
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Packs files into a ZIP archive, piece by piece. The length and the checksum of each file stand before it, which a format such as
 * EPUB needs for its first file, and readers that do not seek for all. Every file is dated 1 January 1980, so that equal
 * files give equal archives.
 *
 * @throws a RangeError if the archive becomes larger than 4 GB
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function* zip(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored = false } of entries) {
    const chunks = content instanceof Uint8Array ? [content] : content;
    const packed = stored ? chunks : [deflateRawSync(Buffer.concat([...chunks]), { level: 9 })];
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // The name is in UTF-8.
    common.writeUInt16LE(stored ? STORED : DEFLATED, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(checksum(chunks), 10);
    common.writeUInt32LE(length(packed), 14);
    common.writeUInt32LE(length(chunks), 18);
    common.writeUInt16LE(path.length, 22);
    const header = Buffer.concat([signature(0x04034b50), common, path]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), common, place, path);
    yield header;
    yield* packed;
    offset += header.length + length(packed);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = directory.length / 5;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  yield list;
  yield Buffer.concat([signature(0x06054b50), end]);
}

/**
 * Opens a ZIP archive.
 *
 * @returns reads a file by its name; undefined for a name that is not in the archive
 * @throws a SyntaxError if the bytes are not such an archive
 */
export function unzip(bytes: Uint8Array): (name: string) => Uint8Array | undefined {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(signature(0x06054b50));
  if (end < 0) throw new SyntaxError('Not a ZIP archive');
  const places = new Map<string, number>();
  let place = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((at) => archive.readUInt16LE(place + at)) as [
      number,
      number,
      number,
    ];
    places.set(archive.toString('utf8', place + 46, place + 46 + name), place);
    place += 46 + name + extra + comment;
  }
  return (name) => {
    const place = places.get(name);
    return place === undefined ? undefined : extract(archive, place);
  };
}

/** Reads the file whose line in the directory is at a place. */
function extract(archive: Buffer, place: number): Uint8Array {
  const method = archive.readUInt16LE(place + 10);
  const size = archive.readUInt32LE(place + 20);
  const header = archive.readUInt32LE(place + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(start, start + size);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed);
  throw new SyntaxError(`Compression ${method} of a ZIP archive is not supported`);
}

function checksum(chunks: Iterable<Uint8Array>): number {
  let value = 0;
  for (const chunk of chunks) value = crc32(chunk, value);
  return value;
}

function length(chunks: Iterable<Uint8Array>): number {
  let total = 0;
  for (const chunk of chunks) total += chunk.length;
  return total;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

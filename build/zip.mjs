import { crc32, deflateRawSync } from 'node:zlib';

/** @typedef {{ name: string, content: Buffer }} File its name with slashes */

/**
 * Packs files into a ZIP archive.
 *
 * @param {File[]} files
 * @returns {Buffer}
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zip(files) {
  /** @type {Buffer[]} */
  const entries = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, content } of files) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content);
    const common = commonHeader(content, packed, path);
    const entry = Buffer.concat([signature(0x04034b50), common, path, packed]);
    entries.push(entry);
    // Made by version 2.0, no comment, first disk, no attributes.
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), common, place, path);
    offset += entry.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, ...directory, signature(0x06054b50), end]);
}

function signature(/** @type {number} */ value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** What an entry and its line in the directory have in common. Each file is dated 1 January 1980, so that equal files give equal archives. */
function commonHeader(
  /** @type {Buffer} */ content,
  /** @type {Buffer} */ packed,
  /** @type {Buffer} */ path,
) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  // Names are UTF-8, content is deflated.
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(path.length, 22);
  return header;
}

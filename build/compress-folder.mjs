import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|html|data|svg)$/;

/** Puts a copy compressed with brotli beside each file of a folder that can be compressed, so that a server does not do it for each request. */
export function compressFolder(/** @type {string} */ folder) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!COMPRESSIBLE.test(file)) continue;
    const content = readFileSync(path.join(folder, file));
    writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(content));
  }
}

/** Compresses the files in dist/ with brotli, so that the server does not have to do it for each request. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|html|data|svg)$/;

const dist = path.join(import.meta.dirname, '../dist');
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!COMPRESSIBLE.test(file)) continue;
  const content = readFileSync(path.join(dist, file));
  writeFileSync(path.join(dist, `${file}.br`), brotliCompressSync(content));
}

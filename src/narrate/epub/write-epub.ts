import { closeSync, openSync, readSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseWebVtt } from '../../recording/webvtt.js';
import type { ArticleDetails, OpenArticle } from '../articles/open-article.js';
import { outputFile } from '../output.js';
import { writeWhole } from '../write-whole.js';
import { type BookText, bookText } from './book-text.js';
import { createEpub } from './epub.js';
import type { Picture } from './picture.js';

/** How much of a file is in memory at a time, in bytes. */
const PIECE = 1 << 20;

/** The largest picture that a book gets, in bytes. */
const MAX_PICTURE = 10_000_000;

/** Reads the text of an article for its book, with the pictures that lie in its folder or below. */
export async function readBookText(article: OpenArticle): Promise<BookText> {
  const { narration, address, leaveOut, details } = article;
  const pictures = address.startsWith('file:')
    ? await picturesOf(narration.root, address)
    : undefined;
  const base = details.url ?? (address.startsWith('http') ? address : undefined);
  return bookText(narration.root, narration.cues, { pictures, base, leaveOut });
}

/**
 * Writes the EPUB of a recording beside it. That of the same text and recording is the same to the byte.
 *
 * @returns the file
 * @throws the error of the file system
 */
export async function writeEpub(
  { folder, name, details }: { folder: string; name: string; details: ArticleDetails },
  text: BookText,
): Promise<string> {
  const file = path.join(folder, `${name}.epub`);
  const { cover, url, ...known } = details;
  const book = {
    ...known,
    text,
    recording: parseWebVtt(await readFile(outputFile(folder, name, 'vtt'), 'utf8')),
    audio: { [Symbol.iterator]: () => pieces(outputFile(folder, name, 'mp3')) },
    modified: (await stat(outputFile(folder, name, 'vtt'))).mtime,
    ...(url && { source: url }),
    ...(cover && { cover: { type: cover.mime, content: cover.bytes } }),
  };
  await writeWhole(file, await createEpub(book));
  return file;
}

function* pieces(file: string): Generator<Uint8Array> {
  const input = openSync(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE);
      const size = readSync(input, piece);
      if (size === 0) return;
      yield piece.subarray(0, size);
    }
  } finally {
    closeSync(input);
  }
}

async function picturesOf(root: Element, address: string): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  const folder = path.dirname(fileURLToPath(address)) + path.sep;
  for (const image of root.querySelectorAll('img')) {
    const src = image.getAttribute('src') ?? '';
    const url = URL.canParse(src, address) ? new URL(src, address) : null;
    if (url?.protocol !== 'file:' || !fileURLToPath(url).startsWith(folder)) continue;
    const content = await readFile(fileURLToPath(url)).catch(() => null);
    const type = content && content.length <= MAX_PICTURE ? typeOf(content) : null;
    if (content && type) pictures.set(src, { content, type });
  }
  return pictures;
}

/** The media type of a picture by its first bytes; null for what not every reader shows. */
function typeOf(bytes: Buffer): Picture['type'] | null {
  const start = bytes.toString('latin1', 0, 4);
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start === '\x89PNG') return 'image/png';
  return start === 'GIF8' ? 'image/gif' : null;
}

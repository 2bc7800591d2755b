import { readFile } from 'node:fs/promises';

const RECORDING = /<audio\b.*?<\/audio>/s;

/** The article page of the build without its recording, so that a voice reads it. */
export async function livePage() {
  const page = await readFile('dist/index.html', 'utf8');
  if (!RECORDING.test(page)) throw new Error('dist/index.html has no recording');
  return page.replace(RECORDING, '');
}

/**
 * Sends it.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {(html: string) => string} [edit] changes it
 */
export async function sendLivePage(response, edit = (html) => html) {
  const page = edit(await livePage());
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page);
}

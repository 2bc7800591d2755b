import { dataUrls } from './data-urls.js';
import type { VoiceFile } from './synthesizer.js';
import { english, french, german, italian } from './voice/files.js';

/** Data of a voice: where it lies, and which files it holds, in order. */
export interface VoiceData {
  readonly url: URL;
  readonly files: readonly VoiceFile[];
}

export const germanData: VoiceData = {
  url: dataUrls.german,
  files: german,
};

/** What foreign words of an article need besides, by primary language. */
export const foreignData: Readonly<Record<string, VoiceData>> = {
  en: { url: dataUrls.english, files: english },
  fr: { url: dataUrls.french, files: french },
  it: { url: dataUrls.italian, files: italian },
};

/**
 * Fetches the data of a voice.
 *
 * @param onProgress called with the share that has arrived, 0 to 1, at most once a percent
 * @throws a TypeError where it does not arrive whole
 */
export async function download(
  { url, files }: VoiceData,
  onProgress: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  const size = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new TypeError(`${response.status} ${url}`);
  const data = new Uint8Array(size);
  let length = 0;
  let reported = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > size) throw new TypeError(`More than ${size} bytes of ${url}`);
    data.set(value, length);
    length += value.length;
    if (length / size - reported >= 0.01) onProgress((reported = length / size));
  }
  if (length !== size) throw new TypeError(`${length} of ${size} bytes of ${url}`);
  return data;
}

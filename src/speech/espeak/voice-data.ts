import { reportMissing } from '../../console/load-module.js';
import { SpeechError } from '../engine.js';
import { dataUrls } from './data-urls.js';
import type { VoiceFile } from './synthesizer.js';
import { english, french, german, italian } from './voice/files.js';

/** The data file of a voice: its URL and the files it contains, in order. */
export interface VoiceData {
  readonly url: URL;
  readonly files: readonly VoiceFile[];
}

export const germanData: VoiceData = {
  url: dataUrls.german,
  files: german,
};

/** The additional data for foreign words in an article, by primary language. */
export const foreignData = new Map<string, VoiceData>(
  Object.entries({
    en: { url: dataUrls.english, files: english },
    fr: { url: dataUrls.french, files: french },
    it: { url: dataUrls.italian, files: italian },
  }),
);

/**
 * Downloads the data of a voice.
 *
 * @param onProgress called with the share that has been downloaded, 0 to 1, at most once per percent
 * @throws a SpeechError if there is no such file, a TypeError if the download fails or is incomplete
 */
export async function download(
  { url, files }: VoiceData,
  onProgress: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  const size = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  const response = await fetch(url);
  if (response.status === 404) throw missing(url);
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

function missing(url: URL): SpeechError {
  reportMissing(url.href);
  return new SpeechError('missing', `404 ${url}`);
}

import { reportMissing } from '../../console/load-module.js';
import { SpeechError } from '../engine.js';
import type { VoiceFile } from './synthesizer.js';
import type { VoiceFiles } from './voice-files.js';
import { english, french, german, italian } from './voice-index.generated.js';

/** The data file of a voice: which one it is, and the files it contains, in order. */
export interface VoiceData {
  readonly name: Exclude<keyof VoiceFiles, 'worker' | 'engine'>;
  readonly files: readonly VoiceFile[];
}

export const germanData: VoiceData = { name: 'german', files: german };

/** The additional data for foreign words in an article, by primary language. */
export const foreignData = new Map<string, VoiceData>(
  Object.entries({
    en: { name: 'english', files: english },
    fr: { name: 'french', files: french },
    it: { name: 'italian', files: italian },
  }),
);

/**
 * Downloads the data of a voice.
 *
 * @param url where its file is
 * @param files the files it contains
 * @param onProgress called with the share that has been downloaded, 0 to 1, at most once per percent
 * @throws a SpeechError if there is no such file, a TypeError if the download fails or is incomplete
 */
export async function download(
  url: string,
  files: readonly VoiceFile[],
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

function missing(url: string): SpeechError {
  reportMissing(url);
  return new SpeechError('missing', `404 ${url}`);
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatCaptions } from '../../recording/captions.js';
import { formatGuidedNavigation } from '../../recording/guided-navigation.js';
import { parseRecording } from '../../recording/parse-recording.js';
import type { Recording } from '../../recording/recording.js';
import { formatSyncNarration } from '../../recording/sync-narration.js';
import { formatWebVtt } from '../../recording/webvtt.js';
import { readEpub, type ReadText } from '../epub/read-epub.js';
import { Failure, messageOf } from '../failure.js';
import { optionalPackage } from '../optional-package.js';
import { writeWhole } from '../write-whole.js';
import type { ConvertOptions } from './convert-options.js';

/** The bytes that every ZIP archive, and so every EPUB, begins with. */
const ARCHIVE = Buffer.from('PK\x03\x04', 'latin1');

/**
 * Writes the times of a recording in another format. From an EPUB, whose texts become a file each, the sound is written, too.
 *
 * @returns the files that were written
 * @throws a Failure if the input is in none of the known formats, or the error of the file system
 */
export async function convert(options: ConvertOptions): Promise<string[]> {
  const bytes = await readFile(options.input);
  if (bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE)) return convertBook(bytes, options);
  let recording: Recording;
  try {
    recording = await parseRecording(bytes.toString('utf8'));
  } catch (cause) {
    throw new Failure(`${options.input}: ${messageOf(cause)}`, { cause });
  }
  await writeWhole(options.out, formatted(recording, options.input, options));
  return [options.out];
}

async function convertBook(bytes: Uint8Array, options: ConvertOptions): Promise<string[]> {
  const { input, out } = options;
  const texts = await textsOf(bytes, input);
  if (texts.length === 0) throw new Failure(`${input} has no text with a media overlay`);
  const files: string[] = [];
  for (const [index, { recording, audio }] of texts.entries()) {
    const { dir, name, ext } = path.parse(out);
    const base = path.join(dir, index === 0 ? name : `${name}-${index + 1}`);
    const sound = base + path.extname(audio.name);
    await writeWhole(sound, audio.content);
    await writeWhole(
      base + ext,
      formatted(recording, input, { audio: path.basename(sound), ...options }),
    );
    files.push(base + ext, sound);
  }
  return files;
}

async function textsOf(bytes: Uint8Array, input: string): Promise<ReadText[]> {
  const { Window } = await optionalPackage(() => import('vorleser-narrate/dom.js'));
  const window = new Window();
  try {
    const parser = new window.DOMParser();
    return readEpub(bytes, (xml, type) => parser.parseFromString(xml, type) as never);
  } catch (cause) {
    throw new Failure(`${input}: ${messageOf(cause)}`, { cause });
  } finally {
    await window.happyDOM.close();
  }
}

function formatted(
  recording: Recording,
  input: string,
  { to, audio = '', page }: ConvertOptions,
): string {
  if (recording.sentences.length === 0) throw new Failure(`${input} has the times of no sentence`);
  try {
    switch (to) {
      case 'vtt':
        return formatWebVtt(recording);
      case 'captions':
        return formatCaptions(recording);
      case 'syncnarr':
        return formatSyncNarration(recording, { audio: address(audio), page });
      case 'guided':
        return formatGuidedNavigation(recording, { audio: address(audio), page });
    }
  } catch (cause) {
    throw new Failure(`${input}: ${messageOf(cause)}`, { cause });
  }
}

function address(audio: string): string {
  if (!audio) throw new Failure('this format names the audio file: add --audio URL');
  return audio;
}

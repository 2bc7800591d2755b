import {
  clipOf,
  isObject,
  parseDocument,
  sentencesOf,
  stringIn,
  type Clip,
  type TextOf,
} from './clips.js';
import type { RecordedSentence, Recording, RecordingDetails } from './recording.js';
import { formatAudioReference, formatTextReference } from './references.js';

/** The media type of Synchronized Narration. A page points to it with `<link rel="sync-media">`. */
export const SYNC_NARRATION = 'application/vnd.syncnarr+json';

/** Where the files are that a document of synchronized media refers to. */
export interface SyncedFiles {
  /** The address of the audio file, as seen from the document. */
  readonly audio: string;
  /** The address of the page; empty (the default) for the page that points to the document. */
  readonly page?: string;
}

/**
 * Writes a recording as Synchronized Narration: the sentences in order, each with its place in the page, as a text fragment, and
 * in the audio file.
 *
 * @throws a TypeError if the recording does not have the text of a sentence
 * @see https://w3c.github.io/sync-media-pub/archived/synchronized-narration.html
 */
export function formatSyncNarration(
  { sentences, ...details }: Recording,
  { audio, page = '' }: SyncedFiles,
): string {
  const narration = sentences.map(({ start, end, ...sentence }) => ({
    text: formatTextReference(page, textOfSentence(sentence)),
    audio: formatAudioReference(audio, start, end),
    vorleser: sentence,
  }));
  return JSON.stringify({ role: 'body', narration, vorleser: details }, null, 1);
}

/** @throws a TypeError if the recording does not have the text of the sentence */
export function textOfSentence({ text, index }: Pick<RecordedSentence, 'text' | 'index'>): string {
  if (text === undefined) throw new TypeError(`The text of sentence ${index} is not known`);
  return text;
}

/**
 * Reads Synchronized Narration: what `formatSyncNarration` writes, and documents of others whose smallest items are sentences.
 *
 * @param textOf finds the texts that the document refers to by their ids; sentences whose text is not found are left out
 * @throws a SyntaxError if the text is not such a document
 */
export function parseSyncNarration(text: string, textOf?: TextOf): Recording {
  const document = parseDocument(text, 'narration');
  const details = isObject(document['vorleser']) ? document['vorleser'] : {};
  return {
    ...(details as RecordingDetails),
    sentences: sentencesOf(clipsIn(document), textOf),
  };
}

function clipsIn(item: unknown): Clip[] {
  if (!isObject(item)) return [];
  const { narration, vorleser } = item;
  if (Array.isArray(narration)) return narration.flatMap(clipsIn);
  const audio = stringIn(item, 'audio');
  return audio ? [clipOf(audio, { textAddress: stringIn(item, 'text') }, vorleser)] : [];
}

import {
  clipOf,
  isObject,
  parseDocument,
  sentencesOf,
  stringIn,
  type Clip,
  type TextOf,
} from './clips.js';
import type { Recording, RecordingDetails } from './recording.js';
import { formatAudioReference, formatTextReference } from './references.js';
import { textOfSentence, type SyncedFiles } from './sync-narration.js';

/** The media type of a Guided Navigation Document. */
export const GUIDED_NAVIGATION = 'application/guided-navigation+json';

/**
 * Writes a recording as a Readium Guided Navigation Document: the sentences in order, each with its text, its place in the page,
 * as a text fragment, and in the audio file.
 *
 * @throws a TypeError if the recording does not have the text of a sentence
 * @see https://readium.org/guided-navigation/
 */
export function formatGuidedNavigation(
  { sentences, ...details }: Recording,
  { audio, page = '' }: SyncedFiles,
): string {
  const guided = sentences.map(({ start, end, text, lang, ...rest }) => {
    const plain = textOfSentence({ text, index: rest.index });
    return {
      audioref: formatAudioReference(audio, start, end),
      textref: formatTextReference(page, plain),
      text: lang ? { plain, language: lang } : plain,
      vorleser: rest,
    };
  });
  return JSON.stringify({ guided, vorleser: details }, null, 1);
}

/**
 * Reads a Guided Navigation Document with audio: what `formatGuidedNavigation` writes, and documents of others whose smallest
 * objects are sentences.
 *
 * @param textOf finds the texts that the document only refers to; sentences whose text is not found are left out
 * @throws a SyntaxError if the text is not such a document
 */
export function parseGuidedNavigation(text: string, textOf?: TextOf): Recording {
  const document = parseDocument(text, 'guided');
  const details = isObject(document['vorleser']) ? document['vorleser'] : {};
  return {
    ...(details as RecordingDetails),
    sentences: sentencesOf(clipsIn(document['guided']), textOf),
  };
}

/** The clips of the smallest objects that have sound: an object around them repeats theirs. */
function clipsIn(objects: unknown): Clip[] {
  if (!Array.isArray(objects)) return [];
  return objects.filter(isObject).flatMap((object) => {
    const within = clipsIn(object['children']);
    const audio = stringIn(object, 'audioref');
    if (within.length > 0 || !audio) return within;
    const text = object['text'];
    return clipOf(
      audio,
      {
        textAddress: stringIn(object, 'textref'),
        text: isObject(text) ? stringIn(text, 'plain') : stringIn(object, 'text'),
        lang: isObject(text) ? stringIn(text, 'language') : undefined,
      },
      object['vorleser'],
    );
  });
}

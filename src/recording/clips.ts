import { oneLine } from '../narration/one-line.js';
import type { RecordedSentence, RecordedWord } from './recording.js';
import { parseAudioReference, quotedText, type AudioClip } from './references.js';
import { sentenceHash } from './sentence-hash.js';

/** Finds the text that an address such as `#par1` or `story.html#par1` points to. */
export type TextOf = (address: string) => string | undefined;

/** A text and its sound, as the formats that synchronize them have it. */
export interface Clip {
  readonly audio: AudioClip;
  /** The text, or the address of the text. */
  readonly text?: string;
  readonly textAddress?: string;
  /** BCP 47. */
  readonly lang?: string;
  /** What Vorleser writes beside the format's own properties. */
  readonly extension?: SentenceExtension;
}

/** What these formats have no property for. It is written as `vorleser` beside a sentence's own properties. */
export interface SentenceExtension {
  readonly index?: number;
  readonly hash?: string;
  readonly text?: string;
  readonly lang?: string;
  readonly words?: readonly RecordedWord[];
}

/** The clip of an item of a JSON format. */
export function clipOf(
  audio: string,
  { textAddress, text, lang }: Pick<Clip, 'text' | 'textAddress' | 'lang'>,
  extension: unknown,
): Clip {
  return {
    audio: parseAudioReference(audio),
    text,
    textAddress,
    lang,
    extension: isObject(extension) ? extension : undefined,
  };
}

/**
 * The sentences of clips in reading order. Leaves out clips whose text is not known, whose times make no sense, or that are in
 * another file than the first one, since an article's recording is one file. Where the end of a clip is not given, it is the
 * beginning of the next.
 */
export function sentencesOf(clips: readonly Clip[], textOf?: TextOf): RecordedSentence[] {
  const file = clips[0]?.audio.file;
  const own = clips.filter(({ audio }) => audio.file === file);
  return own.flatMap((clip, index) => {
    const { start, end } = clip.audio;
    const next = own[index + 1]?.audio.start ?? NaN;
    return sentenceOf(clip, index, start, Number.isNaN(end) ? next : end, textOf) ?? [];
  });
}

function sentenceOf(
  { text, textAddress = '', lang, extension = {} }: Clip,
  position: number,
  start: number,
  end: number,
  textOf?: TextOf,
): RecordedSentence | null {
  const address = () => quotedText(textAddress) ?? textOf?.(textAddress);
  const written = oneLine(extension.text ?? text ?? address() ?? '');
  const hash = extension.hash ?? (written && sentenceHash(written));
  if (!hash || !(end >= start)) return null;
  const language = extension.lang ?? lang;
  return {
    index: extension.index ?? position,
    start,
    end,
    hash,
    ...(written && { text: written }),
    ...(language && { lang: language }),
    ...(extension.words && { words: extension.words }),
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of an object of JSON, if it is a string. */
export function stringIn(object: Record<string, unknown>, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * Parses the JSON of a format.
 *
 * @throws a SyntaxError if the text is not a JSON object with a list of that name
 */
export function parseDocument(text: string, list: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isObject(value) || !Array.isArray(value[list]))
    throw new SyntaxError(`The document has no list "${list}"`);
  return value;
}

import { oneLine } from '../narration/one-line.js';
import type { RecordedSentence, RecordedWord, Recording, RecordingDetails } from './recording.js';
import { sentenceHash } from './sentence-hash.js';

/** What the comment with the recording's details begins with. */
const DETAILS = 'NOTE Vorleser ';

const TIMES = /^(?:(\d+):)?(\d\d):(\d\d\.\d{3}) --> (?:(\d+):)?(\d\d):(\d\d\.\d{3})/;

/**
 * Writes a recording as a WebVTT file of metadata: a comment with the recording's details, then a cue for each sentence,
 * whose identifier is the sentence's index and whose payload is JSON.
 *
 * @see https://www.w3.org/TR/webvtt1/#introduction-metadata
 */
export function formatWebVtt({ sentences, ...details }: Recording): string {
  const cues = sentences.map(
    ({ index, start, end, ...payload }) =>
      `${index}\n${timestamp(start)} --> ${timestamp(end)}\n${json(payload)}\n`,
  );
  return [`WEBVTT\n`, `${DETAILS}${json(details)}\n`, ...cues].join('\n');
}

/**
 * Reads what `formatWebVtt` writes. Leaves out cues that are not of that kind, as a file may hold others beside them.
 *
 * @throws a SyntaxError if the text is not WebVTT
 */
export function parseWebVtt(text: string): Recording {
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (!/^WEBVTT(?![^ \t\n])/.test(lines)) throw new SyntaxError('Not a WebVTT file');
  const blocks = lines.split(/\n{2,}/);
  const details = blocks.find((block) => block.startsWith(DETAILS))?.slice(DETAILS.length);
  return {
    ...((details ? parseObject(details) : {}) as RecordingDetails),
    sentences: blocks.flatMap((block) => parseCue(block) ?? []),
  };
}

/**
 * Reads one cue.
 *
 * @param payload its text
 * @returns null if it is not a sentence
 */
export function parseSentence(
  id: string,
  start: number,
  end: number,
  payload: string,
): RecordedSentence | null {
  const { hash: given, text, lang, words } = parseObject(payload);
  const index = Number(id);
  const hash = given ?? (typeof text === 'string' && sentenceHash(oneLine(text)));
  if (!Number.isInteger(index) || typeof hash !== 'string' || !(end >= start)) return null;
  return {
    index,
    start,
    end,
    hash,
    ...(typeof text === 'string' && { text }),
    ...(typeof lang === 'string' && { lang }),
    ...(Array.isArray(words) && { words: words.filter(isWord) }),
  };
}

function parseCue(block: string): RecordedSentence | null {
  const [id = '', times = '', ...payload] = block.split('\n');
  const match = TIMES.exec(times);
  if (!match) return null;
  const [start, end] = [seconds(match.slice(1, 4)), seconds(match.slice(4, 7))];
  return parseSentence(id, start, end, payload.join('\n'));
}

function seconds([hours = '0', minutes, rest]: readonly (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

/** Writes a time in seconds as `HH:MM:SS.mmm`. */
export function timestamp(time: number): string {
  const milliseconds = Math.round(time * 1000);
  const [hours, minutes, rest] = [3_600_000, 60_000, 1000].map((unit) =>
    Math.floor(milliseconds / unit),
  ) as [number, number, number];
  const two = (value: number) => String(value % 60).padStart(2, '0');
  return `${String(hours).padStart(2, '0')}:${two(minutes)}:${two(rest)}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** JSON in one line, without the arrow that WebVTT does not allow in a payload. */
function json(value: object): string {
  return JSON.stringify(value).replaceAll('-->', '--\\u003e');
}

/** The object that a text is in JSON; an empty one for any other text. */
function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isWord(word: unknown): word is RecordedWord {
  return Array.isArray(word) && word.length === 3 && word.every((part) => Number.isFinite(part));
}

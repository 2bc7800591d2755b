import { pointEnds } from './german-points.js';
import { isStarter } from './starters.js';
import { isSpace } from './white-space.js';

/** Marks at which a sentence may end, and what stands around them. */
export interface Place {
  /** The end marks, such as `.` or `?!`. */
  readonly marks: string;
  /** Quotation marks and brackets that close right behind them. */
  readonly closers: string;
  /** The word before the marks. */
  readonly word: string;
  /** What stands before that word, within the sentence. */
  readonly lead: string;
  /** Whether a quotation opens behind them. */
  readonly quoteOpens: boolean;
  /** Quotation marks, brackets and dashes before the next word. */
  readonly openers: string;
  /** The next word, or its first part; empty where there is neither letter nor digit. */
  readonly next: string;
  /** What comes after the next word, or instead of it. */
  readonly rest: string;
  /** Whether the next word is one that only the beginning of a sentence gives a capital. */
  readonly starts: boolean;
}

/** A run of them is looked at once, from its beginning. */
const END_MARKS = '(?<![.!?…])([.!?…]+)';
/** Also the numbers of footnotes. */
const CLOSERS = '(?:["“”„«»›‹’‘\')\\]]|\\[\\d{1,3}\\]|[¹²³⁰⁴-⁹])*';
const PICTOGRAPHS = '(?:\\s?\\p{Extended_Pictographic}\\uFE0F?)*';
/** Before an empty line, or a line that begins with a bullet. */
const LINE_END = '\\n[^\\S\\n]*(?=\\n|[•‣▪*–-]\\s)';
const MARK = new RegExp(`${END_MARKS}(${CLOSERS})${PICTOGRAPHS}(?=\\s)|${LINE_END}`, 'gu');

const NEXT = /\s*((?:["“”„«»›‹‚‘'’([*•·–—−-]+\s?)*)([\p{L}\p{N}\p{M}]*)/uy;
const NOTES = /\[\d{1,3}\]/g;
const LEADING = /^[^\p{L}\p{N}]+/u;

/** How far around a mark its context reaches, in UTF-16 code units. */
const CONTEXT = 60;

/** The ends of the sentences of a German text, in UTF-16 code units, each right behind its marks; the text's own last. */
export function* germanSentenceEnds(text: string): Generator<number, void> {
  let from = 0;
  for (const { 0: mark, 1: marks, 2: closers = '', index } of text.matchAll(MARK)) {
    const end = index + mark.length;
    const before = text.slice(Math.max(from, index - CONTEXT), index);
    if (marks !== undefined && !isEnd(placeOf(text, before, marks, closers, end))) continue;
    yield end;
    from = end;
  }
  if (from < text.length) yield text.length;
}

function placeOf(text: string, before: string, marks: string, closers: string, end: number): Place {
  const word = lastWord(before);
  NEXT.lastIndex = end;
  const [, openers = '', next = ''] = NEXT.exec(text) ?? [];
  return {
    marks,
    closers,
    word,
    lead: before.slice(0, before.length - word.length),
    quoteOpens: /["„“”«»‚‘]/.test(openers),
    openers,
    next,
    rest: text.slice(NEXT.lastIndex, NEXT.lastIndex + CONTEXT),
    starts: isStarter(next),
  };
}

function lastWord(before: string): string {
  let start = before.length;
  while (start > 0 && !isSpace(before, start - 1)) start--;
  return before.slice(start).replace(LEADING, '');
}

function isEnd(place: Place): boolean {
  const { marks, closers, lead, word, next, rest, starts, quoteOpens } = place;
  if (next === '' && /^[,;:]/.test(rest)) return false;
  if (/^\p{Ll}/u.test(next) && !isBrand(next)) return false; // „Komm!“, sagte er.
  if (/[…]|\.\./.test(marks) && (/^\d?$/.test(next.charAt(0)) || /[[(]$/.test(lead))) return false; // […] und am … 2012
  // Er kam (endlich!) nach Hause.
  if (/[)\]]$/.test(closers.replace(NOTES, '')) && standsWithin(lead + word))
    return starts || quoteOpens;
  return marks === '.' ? pointEnds(place) : true;
}

/** Names such as iPhone and eBay have a small letter at the beginning of a sentence too. */
function isBrand(word: string): boolean {
  return /^\p{Ll}{1,2}\p{Lu}/u.test(word);
}

/** Whether the bracket that closes now was opened in the middle of the sentence. */
function standsWithin(before: string): boolean {
  const opening = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
  const closing = Math.max(before.lastIndexOf(')'), before.lastIndexOf(']'));
  return opening > closing && /[\p{L}\p{N}]/u.test(before.slice(0, opening));
}

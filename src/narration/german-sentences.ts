import { endsSentence as fullStopEndsSentence } from './german-full-stops.js';
import type { SentenceEndCandidate } from './sentence-end-candidate.js';
import { isSentenceStarter } from './sentence-starters.js';
import { isWhiteSpace } from './white-space.js';

/** Several punctuation characters in a row are examined once, from the first one on. */
const PUNCTUATION = '(?<![.!?…])([.!?…]+)';
/** Footnote numbers count, too. */
const CLOSERS = '(?:["“”„«»›‹’‘\')\\]]|\\[\\d{1,3}\\]|[¹²³⁰⁴-⁹†‡])*';
const PICTOGRAPHS = '(?:\\s?\\p{Extended_Pictographic}\\uFE0F?)*';
/** A line break before an empty line, or before a line that begins with a bullet. */
const LINE_END = '\\n[^\\S\\n]*(?=\\n|[•‣▪*–-]\\s)';
const CANDIDATE = new RegExp(`${PUNCTUATION}(${CLOSERS})${PICTOGRAPHS}(?=\\s)|${LINE_END}`, 'gu');

const NEXT_WORD = /\s*((?:["“”„«»›‹‚‘'’([*•·–—−-]+\s?)*)([\p{L}\p{N}\p{M}]*)/uy;
const FOOTNOTES = /\[\d{1,3}\]/g;
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u;

/** How much text before and after a candidate is looked at, in UTF-16 code units. */
const CONTEXT_LENGTH = 60;

/**
 * The positions at which the sentences of a German text end, in UTF-16 code units: each right after the punctuation and what
 * closes with it. The last one is the end of the text.
 */
export function* germanSentenceEnds(text: string): Generator<number, void> {
  let from = 0;
  for (const { 0: match, 1: punctuation, 2: closers = '', index } of text.matchAll(CANDIDATE)) {
    const end = index + match.length;
    if (punctuation !== undefined) {
      const textBefore = text.slice(Math.max(from, index - CONTEXT_LENGTH), index);
      if (!endsSentence(candidate(text, textBefore, punctuation, closers, end))) continue;
    }
    yield end;
    from = end;
  }
  if (from < text.length) yield text.length;
}

function candidate(
  text: string,
  textBefore: string,
  punctuation: string,
  closers: string,
  end: number,
): SentenceEndCandidate {
  const word = lastWord(textBefore);
  NEXT_WORD.lastIndex = end;
  const [, openers = '', next = ''] = NEXT_WORD.exec(text) ?? [];
  return {
    punctuation,
    closers,
    word,
    before: textBefore.slice(0, textBefore.length - word.length),
    opensQuote: /["„“”«»‚‘]/.test(openers),
    openers,
    next,
    rest: text.slice(NEXT_WORD.lastIndex, NEXT_WORD.lastIndex + CONTEXT_LENGTH),
    isStarter: isSentenceStarter(next),
  };
}

function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && !isWhiteSpace(text, start - 1)) start--;
  return text.slice(start).replace(LEADING_SIGNS, '');
}

function endsSentence(candidate: SentenceEndCandidate): boolean {
  const { punctuation, closers, before, word, next, rest, isStarter, opensQuote } = candidate;
  if (next === '' && /^[,;:]/.test(rest)) return false;
  if (/^\p{Ll}/u.test(next) && !isBrandName(next)) return false; // „Komm!“, sagte er.
  if (/[…]|\.\./.test(punctuation) && (/^\d?$/.test(next.charAt(0)) || /[[(]$/.test(before)))
    return false; // […] und am … 2012
  // Er kam (endlich!) nach Hause.
  if (/[)\]]$/.test(closers.replace(FOOTNOTES, '')) && opensBracketWithin(before + word))
    return isStarter || opensQuote;
  return punctuation === '.' ? fullStopEndsSentence(candidate) : true;
}

/** Names such as iPhone and eBay are not capitalized at the beginning of a sentence. */
function isBrandName(word: string): boolean {
  return /^\p{Ll}{1,2}\p{Lu}/u.test(word);
}

/** Whether a bracket is open that was opened within the sentence, not at its beginning. */
function opensBracketWithin(text: string): boolean {
  const opening = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
  const closing = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
  return opening > closing && /[\p{L}\p{N}]/u.test(text.slice(0, opening));
}

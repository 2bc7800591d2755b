import { endsSentence as fullStopEndsSentence } from './german-full-stops.js';
import type { SentenceEndCandidate } from './sentence-end-candidate.js';
import { isSentenceStarter } from './sentence-starters.js';

/**
 * Where a sentence may end: after punctuation, of which several characters in a row are examined once, from the first one on, after
 * what closes with it, footnote numbers too, and after pictographs; or at a line break before an empty line, or before a line that
 * begins with a bullet.
 */
const CANDIDATE =
  /(?<![.!?…])([.!?…]+)((?:["“”„«»›‹’‘')\]]|\[\d{1,3}\]|[¹²³⁰⁴-⁹†‡])*)(?:\s?\p{Extended_Pictographic}\uFE0F?)*(?=\s)|\n[^\S\n]*(?=\n|[•‣▪*–-]\s)/gu;

const NEXT_WORD = /\s*((?:["“”„«»›‹‚‘'’([*•·–—−-]+\s?)*)([\p{L}\p{N}\p{M}]*)/uy;
const FOOTNOTES = /\[\d{1,3}\]/g;
/** The last word, without signs before it: „5“ in „3.–5. Mai“, „P“ in „J.-P. Braun“. */
const LAST_WORD = /[\p{L}\p{N}](?:[^\s.]|\.(?![/–-]))*$/u;

/** Names such as iPhone and eBay are not capitalized at the beginning of a sentence. */
const CONTINUES = /^(?!\p{Ll}{1,2}\p{Lu})\p{Ll}/u;
/** A bracket is open that was opened within the sentence, not at its beginning. */
const OPENS_BRACKET = /[\p{L}\p{N}].*[([][^)\]]*$/su;

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
  const word = LAST_WORD.exec(textBefore)?.[0] ?? '';
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

function endsSentence(candidate: SentenceEndCandidate): boolean {
  const { punctuation, closers, before, word, next, rest, isStarter, opensQuote } = candidate;
  if (next === '' && /^[,;:]/.test(rest)) return false;
  if (CONTINUES.test(next)) return false; // „Komm!“, sagte er.
  if (/[…]|\.\./.test(punctuation) && (/^(?:\d|$)/.test(next) || /[[(]$/.test(before)))
    return false; // […] und am … 2012
  // Er kam (endlich!) nach Hause.
  if (/[)\]]$/.test(closers.replace(FOOTNOTES, '')) && OPENS_BRACKET.test(before + word))
    return isStarter || opensQuote;
  return punctuation === '.' ? fullStopEndsSentence(candidate) : true;
}

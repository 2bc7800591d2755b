import { sentenceBreakAfter } from './abbreviation-breaks.js';
import type { SentenceEndCandidate } from './sentence-end-candidate.js';

/** In capitals, too: „AM 3. OKTOBER“. */
const MONTH = /^(?:Jan|Jän|Feb|März?$|Apr|Mai$|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/i;

/** Before these nouns a number with a full stop is an ordinal, whatever the text before it. */
const COUNTED =
  /^(?:Jahr[ht]|Jhd?t?\b|Mal$|Stock|Etage|Geburtstag|Spieltag|Bundesliga|Liga|Klasse|Semester|Quartal|Halb|Weltkrieg|Auflage|Staffel|Minute|Runde|Platz|Rang|Grades)/iu;

/** After these a number with a full stop is an ordinal, whatever its size. */
const ARTICLE =
  /(?<!\S)(?:de[rnms]|die|das|zu[mr]|(?:[msd]?ein|ihr|unser|dies)e?[rnms]?|jede[rnms])\s+$/i;
/** After these, too, but they also come before years. */
const BEFORE_ORDINAL =
  /(?<!\S)(?:[Aa][mbn]|[Vv]o[mn]|[Ii][mn]|[Bb]eim|[Bb]is|als|und|oder|bzw\.|\p{Ll}+e[nrms]?)\s+$/u;

/** Nouns whose name is a letter or a number after them: „Plan B“, „Nr. 3“. */
const BEFORE_NAME =
  /(?:plan|gruppe|vitamin|typ|klasse|kategorie|hepatitis|stufe|block|anhang|kapitel|band|teil|note|§|nr\.|abs\.|art\.)\s+$/iu;

const AFTER_NOUN = /\p{Lu}[\p{L}-]+\s+$/u;

const UNIT = /^(?:[kmcdµMGT]?(?:m[²³]?|[glBWst]|Wh|Hz|bit\/s)|km\/h|PS|h)$/u;

/**
 * Abbreviations that are recognized by their form: no German word ends like this, without a vowel or with consonants that need
 * a vowel after them.
 */
const CUT_SHORT =
  /^(?!\p{Lu}+$)(?:[^aeiouäöüyéáóAEIOUÄÖÜ\d]{2,}|\p{L}+(?:[bdfgkptvw][lr][bdfgkpst]?|[bdfgklmnrw]h|[bdfgkpt]g|[bdgkst]f|spr|chr))$/u;

/** Whether a single full stop ends a sentence, if a capital letter, a digit or a sign comes next. */
export function endsSentence(candidate: SentenceEndCandidate): boolean {
  const { word, closers } = candidate;
  if (closers === '' && /^\d+$/.test(word)) return endsAfterNumber(candidate);
  if (closers === '' && /^(?:[IVX]+|\p{Lu})$/u.test(word)) return endsAfterLetter(candidate);
  return endsAfterWord(candidate);
}

/** „am 3. Oktober“, but „auf Platz 3. Danach“. */
function endsAfterNumber(candidate: SentenceEndCandidate): boolean {
  const { word, before, next, isStarter, opensQuote } = candidate;
  const isYear = word.length > 3;
  if (isListMarker(before, word) && !isYear) return false;
  if (next === '') return isYear;
  if (MONTH.test(next)) return isYear;
  if (/^\d/.test(next)) return endsBetweenNumbers(candidate);
  if (isStarter) return true;
  if (COUNTED.test(next) || ARTICLE.test(before)) return false;
  if (isYear || opensQuote || BEFORE_NAME.test(before)) return true;
  return AFTER_NOUN.test(before) && !BEFORE_ORDINAL.test(before);
}

/** „am 13. 10. 2012“, but „im Jahr 2012. 2013 folgte“. */
function endsBetweenNumbers({ word, before, next, rest, openers }: SentenceEndCandidate): boolean {
  if (rest.startsWith('.') && word.length < 3 && next.length < 3) return false;
  if (word.length > 3) return true;
  // „auf Platz 204. 4.090 Personen“
  if (word.length > 2 && /^\.\d{3}(?!\d)/.test(rest)) return true;
  return openers === '' && next.length === 4 && AFTER_NOUN.test(before);
}

/** After an initial or a Roman numeral: „Ludwig XIV. von Frankreich“, „George W. Bush“, but „Plan B. Danach“. */
function endsAfterLetter(candidate: SentenceEndCandidate): boolean {
  const { word, before, next, isStarter, opensQuote } = candidate;
  if (isListMarker(before, word) || next === '' || /^\d/.test(next)) return false;
  return isStarter || opensQuote || BEFORE_NAME.test(before) || /\p{Lu}{2,}\s+$/u.test(before);
}

/** „z. B. Berlin“, „5 Mio. Euro“, but „Äpfel, Birnen usw. Danach“. */
function endsAfterWord(candidate: SentenceEndCandidate): boolean {
  const { word, before, next, openers, isStarter } = candidate;
  if (/[^\p{L}\p{N}%€°²³]$/u.test(word)) return true; // The end of a bracket or a quotation.
  // „BEACH, Va. --“: the place of a report.
  if (/,\s+$/.test(before) && /^[–-]/.test(openers) && /^\p{Lu}.{0,4}$/u.test(word)) return false;
  // „Art. 5“, but „von dieser Art. Experten“
  if (word === 'Art' && /\p{Ll}\s+$/u.test(before)) return !/^(?:\d|[IVX]+$)/u.test(next);
  switch (sentenceBreakAfter(before, word)) {
    case 'never':
      return false;
    case 'perhaps':
      return isStarter;
    case 'always':
      return next !== '';
    case undefined:
      if (UNIT.test(word) && /\d\s*$/.test(before)) return true;
      if (/(?:^|\.)\p{Ll}$/u.test(word))
        return isStarter && /(?:\p{Lu}\p{Ll}+|\d)\s+$/u.test(before);
      return (
        isStarter || !(/\.\p{L}$/u.test(word) || CUT_SHORT.test(/\p{L}*$/u.exec(word)?.[0] ?? ''))
      );
  }
}

/**
 * Whether a number or letter numbers the item of a list: it is the first word of a sentence or of a list, or the next number
 * of a list that has begun, as in „3. Eier trennen 4. Zucker“. The full stop after it ends no sentence.
 */
function isListMarker(before: string, word: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(before) || /[:;,]\s+$/.test(before)) return true;
  return /^\d\d?$/.test(word) && ` ${before}`.includes(` ${Number(word) - 1}. `);
}

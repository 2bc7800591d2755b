import { endingAt } from './abbreviation-endings.js';
import type { Place } from './german-sentences.js';

const MONTH = /^(?:Jan|Jän|Feb|März?$|Apr|Mai$|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/;

/** Nouns that an ordinal comes with, whatever stands before it. */
const COUNTED =
  /^(?:Jahr[ht]|Jhd?t?\b|Mal$|Stock|Etage|Geburtstag|Spieltag|Bundesliga|Liga|Klasse|Semester|Quartal|Halb|Weltkrieg|Auflage|Staffel|Minute|Runde|Platz|Rang|Grades)/u;

/** Before these a number with a point is an ordinal, however great. */
const ARTICLE =
  /^(?:de[rnms]|die|das|zu[mr]|[msd]?eine?[rnms]?|ihre?[rnms]?|unsere?[rnms]?|diese?[rnms]?|jede[rnms])$/i;
/** Before these too, but years come after them as well. */
const BEFORE_ORDINAL =
  /^(?:[Aa][mbn]|[Vv]o[mn]|[Ii][mn]|[Bb]eim|[Bb]is|als|und|oder|bzw\.|\p{Ll}+e[nrms]?)$/u;

/** What a letter or a numeral follows as a name, and a number does: „Plan B“, „Nr. 3“. */
const BEFORE_NAME =
  /(?:plan|gruppe|vitamin|typ|klasse|kategorie|hepatitis|stufe|block|anhang|kapitel|band|teil|note|§|nr\.|abs\.|art\.)\s+$/iu;

const AFTER_NOUN = /\p{Lu}[\p{L}-]+\s+$/u;

const UNIT =
  /^(?:[kmcdµ]?m[²³]?|[kmµ]?g|[mcdh]?l|[km]?W|[kMGT]?Wh|[kMGT]B|[kMG]Hz|km\/h|[kM]bit\/s|PS|s|h|t)$/u;

/** No German word ends so: it has no vowel, or sounds that need one behind them. What does is cut short. */
const CUT_SHORT =
  /^(?!\p{Lu}+$)(?:[^aeiouäöüyéáóAEIOUÄÖÜ\d]{2,}|\p{L}+(?:[bdfgkptvw][lr][bdfgkpst]?|[bdfgklmnrw]h|[bdfgkpt]g|[bdgkst]f|spr|chr))$/u;

/** Whether a single point ends a sentence, where a capital, a digit or a sign comes next. */
export function pointEnds(place: Place): boolean {
  const { word, closers } = place;
  if (closers === '' && /^\d+$/.test(word)) return numberEnds(place);
  if (closers === '' && /^(?:[IVX]+|\p{Lu})$/u.test(word)) return nameEnds(place);
  return wordEnds(place);
}

/** „am 3. Oktober“, and „auf Platz 3. Danach“. */
function numberEnds(place: Place): boolean {
  const { word, lead, next, starts, quoteOpens } = place;
  const isYear = word.length > 3;
  if (isItem(lead, word) && !isYear) return false;
  if (next === '') return isYear;
  if (MONTH.test(next)) return isYear;
  if (/^\d/.test(next)) return numberEndsBeforeNumber(place);
  if (starts) return true;
  const previous = /\S+(?=\s+$)/.exec(lead)?.[0] ?? '';
  if (COUNTED.test(next) || ARTICLE.test(previous)) return false;
  if (isYear || quoteOpens || BEFORE_NAME.test(lead)) return true;
  return AFTER_NOUN.test(lead) && !BEFORE_ORDINAL.test(previous);
}

/** „am 13. 10. 2012“, and „im Jahr 2012. 2013 folgte“. */
function numberEndsBeforeNumber({ word, lead, next, rest, openers }: Place): boolean {
  if (rest.startsWith('.') && word.length < 3 && next.length < 3) return false;
  if (word.length > 3) return true;
  return openers === '' && next.length === 4 && AFTER_NOUN.test(lead);
}

/** „Ludwig XIV. von Frankreich“, „George W. Bush“, and „Plan B. Danach“. */
function nameEnds({ word, lead, next, starts, quoteOpens }: Place): boolean {
  if (isItem(lead, word) || next === '' || /^\d/.test(next)) return false;
  return starts || quoteOpens || BEFORE_NAME.test(lead) || /\p{Lu}{2,}\s+$/u.test(lead);
}

/** „z. B. Berlin“, „5 Mio. Euro“, and „Äpfel, Birnen usw. Danach“. */
function wordEnds(place: Place): boolean {
  const { word, lead, next, rest, starts } = place;
  if (/[^\p{L}\p{N}%€°²³]$/u.test(word)) return true; // The end of a bracket or a quotation.
  switch (endingAt(lead, word)) {
    case 'never':
      return false;
    case 'perhaps':
      return starts || (/^\d{4}$/.test(next) && /^\s\p{Ll}/u.test(rest));
    case 'always':
      return next !== '';
    case undefined:
      if (UNIT.test(word) && /\d\s*$/.test(lead)) return true;
      if (/(?:^|\.)\p{Ll}$/u.test(word)) return starts && /(?:\p{Lu}\p{Ll}+|\d)\s+$/u.test(lead);
      return (
        starts || !(/\.\p{L}$/u.test(word) || CUT_SHORT.test(/\p{L}*$/u.exec(word)?.[0] ?? ''))
      );
  }
}

/** Whether a sentence or a list has only begun, or goes on: „3. Eier trennen 4. Zucker“. The mark of an item belongs to it. */
function isItem(lead: string, mark: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(lead) || /[:;,]\s+$/.test(lead)) return true;
  return /^\d\d?$/.test(mark) && ` ${lead}`.includes(` ${Number(mark) - 1}. `);
}

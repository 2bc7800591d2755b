import { endingAt } from './abbreviation-endings.js';
import type { Place } from './german-sentences.js';

const MONTH = /^(?:Jan|Jän|Feb|März?$|Apr|Mai$|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/;

/** Nouns that an ordinal comes with, whatever stands before it. */
const COUNTED =
  /^(?:Jahrhundert|Jahrtausend|Jhd?t?\b|Mal$|Stock|Etage|Geburtstag|Spieltag|Bundesliga|Liga|Klasse|Semester|Quartal|Halb|Weltkrieg|Auflage|Staffel|Minute|Runde|Platz|Rang|Grades)/u;

const ARTICLE =
  'de[rnms]|die|das|zu[mr]|[msd]?eine?[rnms]?|ihre?[rnms]?|unsere?[rnms]?|diese?[rnms]?|jede[rnms]';

/** Before these a number with a point is an ordinal; years come after some of them too. */
const BEFORE_ORDINAL = new RegExp(
  `(?:^|[^\\p{L}])(?:${ARTICLE}|a[mn]|vo[mn]|i[mn]|beim|bis|ab|als|und|oder|bzw\\.|\\p{Ll}+e[nrms]?)\\s+$`,
  'iu',
);
const AFTER_ARTICLE = new RegExp(`(?:^|[^\\p{L}])(?:${ARTICLE})\\s+$`, 'iu');

/** What a letter or a numeral follows as a name, and a number does: „Plan B“, „Nr. 3“. */
const BEFORE_NAME =
  /(?:plan|gruppe|vitamin|typ|klasse|kategorie|hepatitis|stufe|block|anhang|kapitel|band|teil|note|§|nr\.|abs\.|art\.)\s+$/iu;

const AFTER_NOUN = /\p{Lu}[\p{L}-]+\s+$/u;

const UNIT =
  /^(?:[kmcdµ]?m[²³]?|[kmµ]?g|[mcdh]?l|[km]?W|[kMGT]?Wh|[kMGT]B|[kMG]Hz|km\/h|[kM]bit\/s|PS|s|h)$/u;

/** No German word ends so: it has no vowel, or sounds that need one behind them. What does is cut short. */
const CUT_SHORT =
  /^(?!\p{Lu}+$)(?:[^aeiouäöüyéáóAEIOUÄÖÜ\d]{2,}|\p{L}\p{Ll}*(?:[bdfgkptvw][lr]|[lmnrw]h|schr?l|spr|chr))$/u;

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
  if (isItem(lead) && !isYear) return false;
  if (next === '') return isYear;
  if (MONTH.test(next)) return false;
  if (/^\d/.test(next)) return numberEndsBeforeNumber(place);
  if (starts) return true;
  if (COUNTED.test(next)) return false;
  if (BEFORE_NAME.test(lead)) return true;
  if (BEFORE_ORDINAL.test(lead)) return isYear && !AFTER_ARTICLE.test(lead);
  return isYear || quoteOpens || AFTER_NOUN.test(lead);
}

/** „am 13. 10. 2012“, and „im Jahr 2012. 2013 folgte“. */
function numberEndsBeforeNumber({ word, lead, next, rest, openers }: Place): boolean {
  if (rest.startsWith('.') && word.length < 3 && next.length < 3) return false;
  if (word.length > 3) return true;
  return openers === '' && next.length === 4 && AFTER_NOUN.test(lead);
}

/** „Ludwig XIV. von Frankreich“, „George W. Bush“, and „Plan B. Danach“. */
function nameEnds({ lead, next, starts, quoteOpens }: Place): boolean {
  if (isItem(lead) || next === '' || /^\d/.test(next)) return false;
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
      if (/(?:^|\.)\p{Ll}$/u.test(word)) return false;
      return (
        starts || !(/\.\p{L}$/u.test(word) || CUT_SHORT.test(/\p{L}*$/u.exec(word)?.[0] ?? ''))
      );
  }
}

/** Whether a sentence or a list has only begun: „3. Eier trennen“. The mark of an item belongs to it. */
function isItem(lead: string): boolean {
  return !/[\p{L}\p{N}]/u.test(lead) || /[:;,]\s+$/.test(lead);
}

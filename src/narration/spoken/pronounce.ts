import type { TextSpan } from '../text-span.js';
import {
  abbreviations,
  shortenedAdjectives,
  streets,
  vom,
  withoutFullStop,
} from './abbreviation-rules.js';
import {
  acronyms,
  lawsAndCourts,
  lowerCaseAcronyms,
  mixedCaseAcronyms,
  prefixedAcronyms,
} from './acronym-rules.js';
import { emailAddresses, handles, webAddresses } from './address-rules.js';
import { verses } from './bible-rules.js';
import { dates, decades, isoDates, weekdays } from './date-rules.js';
import { narrow, type Edit } from './edit.js';
import { emoji } from './emoji-rules.js';
import { foreignScripts } from './foreign-scripts.js';
import { genderEndings, genderPairs, shortGenderEndings } from './gender-rules.js';
import type { Lexicon } from './lexicon.js';
import { amounts, franken, leadingSymbols } from './money-rules.js';
import {
  compounds,
  fractions,
  isotopes,
  minusSigns,
  products,
  ranges,
  superscripts,
  thousands,
} from './number-rules.js';
import {
  endedOrdinals,
  inBrackets,
  minutesOfGoals,
  ordinals,
  predicates,
  ranks,
} from './ordinal-rules.js';
import { accountNumbers, phoneNumbers } from './phone-rules.js';
import { regnalNumbers, romanNumbers } from './roman-rules.js';
import { CONTEXT_LENGTH, type Rule, type RuleContext } from './rule.js';
import { formations, hyphenatedScores, scores } from './score-rules.js';
import {
  addedTime,
  birthsAndDeaths,
  chemicalFormulas,
  coordinates,
  dividedWords,
  noteMarks,
  ratings,
  silentSymbols,
  suspendedHyphens,
  symbols,
  tickers,
} from './symbol-rules.js';
import { durations, hours, oneOClock, times } from './time-rules.js';
import { bloodPressures, measures, prices, ratios, singleNouns } from './unit-rules.js';
import { years } from './year-rules.js';

/** The rules in order of precedence: where two match the same text, the first one applies. */
const rules = [
  emailAddresses,
  webAddresses,
  handles,
  ratings,
  emoji,
  genderEndings,
  shortGenderEndings,
  genderPairs,
  verses,
  isoDates,
  dates,
  durations,
  times,
  hours,
  oneOClock,
  accountNumbers,
  phoneNumbers,
  amounts,
  leadingSymbols,
  franken,
  fractions,
  chemicalFormulas,
  coordinates,
  noteMarks,
  prices,
  ratios,
  bloodPressures,
  measures,
  singleNouns,
  scores,
  hyphenatedScores,
  formations,
  products,
  compounds,
  weekdays,
  ranges,
  thousands,
  minusSigns,
  decades,
  years,
  romanNumbers,
  regnalNumbers,
  predicates,
  minutesOfGoals,
  inBrackets,
  ranks,
  endedOrdinals,
  ordinals,
  vom,
  abbreviations,
  withoutFullStop,
  shortenedAdjectives,
  streets,
  isotopes,
  superscripts,
  addedTime,
  birthsAndDeaths,
  tickers,
  symbols,
  dividedWords,
  suspendedHyphens,
  silentSymbols,
  lawsAndCourts,
  mixedCaseAcronyms,
  prefixedAcronyms,
  lowerCaseAcronyms,
  acronyms,
  foreignScripts,
] as const;

/** The names of rules that can be switched off. */
export type RuleName = (typeof rules)[number]['name'];

export const ruleNames: readonly RuleName[] = [...new Set(rules.map(({ name }) => name))];

export interface PronounceOptions {
  /** Pronunciations with precedence over all rules. */
  readonly lexicon?: Lexicon;
  /** Rules that are switched off, for example because the speech engine does better without them. */
  readonly without?: ReadonlySet<RuleName>;
  /** The language of the voice, BCP 47, if it is not that of the text: a German voice needs foreign scripts in Latin letters. */
  readonly voiceLang?: string;
  /** Spans that are not changed, for example because the author has specified how they are spoken. */
  readonly taken?: readonly TextSpan[];
}

/**
 * Finds the parts of a German text that text-to-speech engines read incorrectly, and how they are spoken.
 *
 * @param text one sentence, with its white space collapsed
 * @param lang its language, BCP 47; in other languages than German only the lexicon is applied
 * @returns edits in order and without overlap, which never split a surrogate pair
 */
export function pronounce(text: string, lang: string, options: PronounceOptions = {}): Edit[] {
  const claimed = new Uint8Array(text.length);
  const edits: Edit[] = [];
  const claim = (edit: Edit) => {
    if (claimed.subarray(edit.start, edit.end).includes(1)) return;
    claimed.fill(1, edit.start, edit.end);
    edits.push(edit);
  };
  for (const { start, end } of options.taken ?? []) claimed.fill(1, start, end);
  if (options.lexicon?.isFor(lang)) for (const edit of options.lexicon.edits(text)) claim(edit);
  const applied = isGerman(lang)
    ? rules
    : isGerman(options.voiceLang ?? '')
      ? [foreignScripts]
      : [];
  for (const edit of editsByRules(applied, text, lang, options)) claim(edit);
  return edits.sort((a, b) => a.start - b.start);
}

function isGerman(lang: string): boolean {
  return /^de(?:[-_]|$)/i.test(lang);
}

function* editsByRules(
  applied: readonly Rule<RuleName>[],
  text: string,
  lang: string,
  { without }: PronounceOptions,
): Generator<Edit, void> {
  const swiss = /^de[-_](?:CH|LI)/i.test(lang);
  for (const { name, pattern, spokenForm } of applied) {
    if (without?.has(name)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const say = spokenForm(match, contextOf(text, start, end, swiss));
      const edit = say === undefined ? undefined : narrow(text, { start, end, say });
      if (edit) yield edit;
    }
  }
}

function contextOf(text: string, start: number, end: number, swiss: boolean): RuleContext {
  const before = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  return {
    before:
      start <= CONTEXT_LENGTH
        ? before.replace(/^[^\p{L}]*\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase())
        : before,
    after: text.slice(end, end + CONTEXT_LENGTH),
    swiss,
  };
}

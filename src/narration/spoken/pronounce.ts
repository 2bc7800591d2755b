import type { TextSpan } from '../text-span.js';
import { abbreviations, streets } from './abbreviation-rules.js';
import { acronyms, mixedCaseAcronyms } from './acronym-rules.js';
import { emailAddresses, handles, webAddresses } from './address-rules.js';
import { dates, decades, isoDates, weekdays } from './date-rules.js';
import { narrow, type Edit } from './edit.js';
import { emoji } from './emoji-rules.js';
import { genderEndings, genderPairs, shortGenderEndings } from './gender-rules.js';
import type { Lexicon } from './lexicon.js';
import { amounts, franken, leadingSymbols } from './money-rules.js';
import {
  compounds,
  fractions,
  minusSigns,
  products,
  ranges,
  scores,
  superscripts,
  thousands,
} from './number-rules.js';
import { ordinals } from './ordinal-rules.js';
import { phoneNumbers } from './phone-rules.js';
import { regnalNumbers, romanNumbers } from './roman-rules.js';
import { CONTEXT_LENGTH, type RuleContext } from './rule.js';
import {
  birthsAndDeaths,
  chemicalFormulas,
  coordinates,
  silentSymbols,
  suspendedHyphens,
  symbols,
} from './symbol-rules.js';
import { durations, oneOClock, times } from './time-rules.js';
import { measures, ratios, singleNouns } from './unit-rules.js';

/** The rules in order of precedence: where two match the same text, the first one applies. */
const rules = [
  emailAddresses,
  webAddresses,
  handles,
  emoji,
  genderEndings,
  shortGenderEndings,
  genderPairs,
  isoDates,
  dates,
  durations,
  times,
  oneOClock,
  phoneNumbers,
  amounts,
  leadingSymbols,
  franken,
  fractions,
  chemicalFormulas,
  coordinates,
  ratios,
  measures,
  singleNouns,
  scores,
  products,
  compounds,
  weekdays,
  ranges,
  thousands,
  minusSigns,
  decades,
  regnalNumbers,
  romanNumbers,
  ordinals,
  abbreviations,
  streets,
  superscripts,
  birthsAndDeaths,
  symbols,
  suspendedHyphens,
  silentSymbols,
  mixedCaseAcronyms,
  acronyms,
] as const;

/** The names of rules that can be switched off. */
export type RuleName = (typeof rules)[number]['name'];

export const ruleNames: readonly RuleName[] = [...new Set(rules.map(({ name }) => name))];

export interface PronounceOptions {
  /** Pronunciations with precedence over all rules. */
  readonly lexicon?: Lexicon;
  /** Rules that are switched off, for example because the speech engine does better without them. */
  readonly without?: ReadonlySet<RuleName>;
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
  if (/^de(?:[-_]|$)/i.test(lang))
    for (const edit of editsByRules(text, lang, options)) claim(edit);
  return edits.sort((a, b) => a.start - b.start);
}

function* editsByRules(
  text: string,
  lang: string,
  { without }: PronounceOptions,
): Generator<Edit, void> {
  const swiss = /^de[-_](?:CH|LI)/i.test(lang);
  for (const { name, pattern, spokenForm } of rules) {
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

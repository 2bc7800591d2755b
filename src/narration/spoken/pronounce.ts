import type { TextSpan } from '../text-span.js';
import { points, streets } from './abbreviation-rules.js';
import { acronyms, mixed } from './acronym-rules.js';
import { handles, mails, webAddresses } from './address-rules.js';
import { dates, decades, isoDates, weekdays } from './date-rules.js';
import { narrow, type Edit } from './edit.js';
import { pictographs } from './emoji.js';
import { endings, pairs, shortEndings } from './gender-rules.js';
import type { Lexicon } from './lexicon.js';
import { amounts, franken, leadingSymbols } from './money-rules.js';
import {
  compounds,
  fractions,
  minus,
  products,
  raised,
  ranges,
  scores,
  thousands,
} from './number-rules.js';
import { ordinals } from './ordinal-rules.js';
import { regnal, romanNumbers } from './roman-rules.js';
import { REACH, type Around } from './rule.js';
import { arcs, formulas, hyphens, lives, signs, silent } from './symbol-rules.js';
import { durations, oneOClock, phones, times } from './time-rules.js';
import { measures, rates, singles } from './unit-rules.js';

export type { Edit } from './edit.js';

/** In the order in which they claim the text. */
const rules = [
  mails,
  webAddresses,
  handles,
  pictographs,
  endings,
  shortEndings,
  pairs,
  isoDates,
  dates,
  durations,
  times,
  oneOClock,
  phones,
  amounts,
  leadingSymbols,
  franken,
  fractions,
  formulas,
  arcs,
  rates,
  measures,
  singles,
  scores,
  products,
  compounds,
  weekdays,
  ranges,
  thousands,
  minus,
  decades,
  regnal,
  romanNumbers,
  ordinals,
  points,
  streets,
  raised,
  lives,
  signs,
  hyphens,
  silent,
  mixed,
  acronyms,
] as const;

/** The subjects that can be switched off. */
export type RuleName = (typeof rules)[number]['name'];

export const ruleNames: readonly RuleName[] = [...new Set(rules.map(({ name }) => name))];

export interface PronounceOptions {
  /** Words that are taught; they come before all rules. */
  readonly lexicon?: Lexicon;
  /** Rules that are off, for an engine that does better itself. */
  readonly without?: ReadonlySet<RuleName>;
  /** What is not touched, such as what an author has said already. */
  readonly taken?: readonly TextSpan[];
}

/**
 * What a German text says that text-to-speech engines get wrong. A rule that comes first has the stretch.
 *
 * @param text one sentence, with white space folded
 * @param lang its language, BCP 47; of other languages than German only the lexicon is spoken
 * @returns edits in order, none over another, each of whole characters
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
  if (/^de(?:[-_]|$)/i.test(lang)) for (const edit of ruledEdits(text, lang, options)) claim(edit);
  return edits.sort((a, b) => a.start - b.start);
}

function* ruledEdits(
  text: string,
  lang: string,
  { without }: PronounceOptions,
): Generator<Edit, void> {
  const swiss = /^de[-_](?:CH|LI)/i.test(lang);
  for (const { name, pattern, say } of rules) {
    if (without?.has(name)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const said = say(match, aroundOf(text, start, end, swiss));
      const edit = said === undefined ? undefined : narrow(text, { start, end, say: said });
      if (edit) yield edit;
    }
  }
}

function aroundOf(text: string, start: number, end: number, swiss: boolean): Around {
  const before = text.slice(Math.max(0, start - REACH), start);
  return {
    before:
      start <= REACH
        ? before.replace(/^[^\p{L}]*\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase())
        : before,
    after: text.slice(end, end + REACH),
    swiss,
  };
}

import type { Mark } from '../block.js';
import type { Cue } from '../cue.js';
import type { TextSpan } from '../text-span.js';
import { leadOf } from './lead.js';
import type { Edit } from './edit.js';
import { MappedText } from './mapped-text.js';
import { pronounce, type PronounceOptions } from './pronounce.js';
import { texToSpeech } from './tex.js';

/** A stretch of what is spoken, in one language. */
export interface Run {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** What a voice is given for a cue, or for a part of a long one. */
export interface SpokenPart {
  readonly text: string;
  /** The same text, one language a run. */
  readonly runs: readonly Run[];
  /** The stretch of the cue's text that `[start, end)` of this text stands for, both in UTF-16 code units. */
  source(start: number, end: number): TextSpan;
}

interface Language extends TextSpan {
  readonly lang: string;
}

/** The longest that is given to a voice at once, in characters: about a minute of speech. */
const LONGEST = 1000;

/** Soft hyphens and other characters without a width, which split words for whoever looks for them. */
const SILENT = /[\u00AD\u200B\u2060\uFEFF]/g;

const RAISED = /^\^[-−+]?\d+$/;

/** What is spoken for a cue: one part as a rule, several for a sentence of more than a minute. */
export function spokenParts(cue: Cue, options: PronounceOptions = {}): SpokenPart[] {
  const marks = withoutOverlap(cue.marks.filter(({ say }) => say !== undefined));
  const [raised, said] = [marks.filter(isRaised), marks.filter((mark) => !isRaised(mark))];
  const plain = MappedText.of(cue.text).edit(inOrder([...raised.map(editOf), ...silent(cue.text)]));
  const fixed = said.map((mark) => moved(editOf(mark), plain));
  const languages = languagesOf(cue, plain);
  const edits = languages.flatMap((language) => pronounceIn(plain.text, language, fixed, options));
  const lead = leadOf(cue);
  if (lead) edits.unshift({ start: 0, end: 0, say: `${lead}: ` });
  const spoken = plain.edit(inOrder([...fixed, ...edits]));
  return partsOf(
    spoken,
    languages.map((language) => inSpoken(language, spoken)),
  );
}

function pronounceIn(
  text: string,
  { start, end, lang }: Language,
  fixed: readonly Edit[],
  options: PronounceOptions,
): Edit[] {
  const taken = fixed
    .filter((edit) => edit.start < end && edit.end > start)
    .map((edit) => ({ start: Math.max(0, edit.start - start), end: edit.end - start }));
  return pronounce(text.slice(start, end), lang, { ...options, taken }).map((edit) => ({
    start: start + edit.start,
    end: start + edit.end,
    say: edit.say,
  }));
}

function isRaised({ say = '' }: Mark): boolean {
  return RAISED.test(say);
}

function editOf({ start, end, say = '' }: Mark): Edit {
  if (RAISED.test(say)) return { start, end, say: superscript(say) };
  return { start, end, say: /[\\^_]/.test(say) ? texToSpeech(say) : say };
}

function superscript(say: string): string {
  return say
    .slice(1)
    .replace(/[-−]/, '⁻')
    .replace('+', '⁺')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}

function silent(text: string): Edit[] {
  return Array.from(text.matchAll(SILENT), ({ index }) => ({
    start: index,
    end: index + 1,
    say: '',
  }));
}

function moved({ start, end, say }: Edit, text: MappedText): Edit {
  return { start: text.forward(start), end: text.forward(end), say };
}

function inOrder(edits: Edit[]): Edit[] {
  return edits.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Of marks that lie in one another, the outer ones. */
function withoutOverlap(marks: Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.sort((one, other) => one.start - other.start || other.end - one.end))
    if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}

/** The stretches of a cue's plain text, each in one language; the innermost mark decides. */
function languagesOf(cue: Cue, plain: MappedText): Language[] {
  const marks = cue.marks.filter(({ lang }) => lang !== cue.lang);
  const ends = [0, cue.text.length, ...marks.flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(ends)].sort((one, other) => one - other);
  const languages: Language[] = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const [start, end] = places.slice(i, i + 2) as [number, number];
    const around = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const inner = around.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
    const lang = inner?.lang ?? cue.lang;
    const last = languages.at(-1);
    const stretch = { start: plain.forward(start), end: plain.forward(end), lang };
    if (last?.lang === lang) languages[languages.length - 1] = { ...stretch, start: last.start };
    else if (stretch.start < stretch.end) languages.push(stretch);
  }
  return languages;
}

function inSpoken({ start, end, lang }: Language, spoken: MappedText): Language {
  return { start: start === 0 ? 0 : spoken.forward(start), end: spoken.forward(end), lang };
}

function partsOf(spoken: MappedText, languages: readonly Language[]): SpokenPart[] {
  return pieces(spoken.text).map(({ start: from, end: to }) => ({
    text: spoken.text.slice(from, to),
    runs: languages
      .filter(({ start, end }) => start < to && end > from)
      .map(({ start, end, lang }) => ({
        text: spoken.text.slice(Math.max(start, from), Math.min(end, to)),
        lang,
      })),
    source: (start, end) => spoken.source(from + start, from + end),
  }));
}

/** Cuts a long text at the ends of its clauses, at spaces where there are none. */
function pieces(text: string): TextSpan[] {
  const cut: TextSpan[] = [];
  let start = 0;
  while (text.length - start > LONGEST) {
    const piece = text.slice(start, start + LONGEST);
    const clause = Math.max(...[...piece.matchAll(/[;:,–—] /g)].map(({ index }) => index + 2), 0);
    const space = piece.lastIndexOf(' ') + 1;
    const length = clause > LONGEST / 3 ? clause : space || LONGEST;
    cut.push({ start, end: start + length });
    start += length;
  }
  if (start < text.length) cut.push({ start, end: text.length });
  return cut;
}

import { type Annotation, outermost } from '../annotation.js';
import type { Cue } from '../cue.js';
import { splitLong } from '../split-long.js';
import type { TextSpan } from '../text-span.js';
import { announcements } from './announcements.js';
import type { Edit } from './edit.js';
import { formulaToSpeech } from './formulas.js';
import { inSpoken, type LanguageSpan, languagesOf } from './language-spans.js';
import { MappedText } from './mapped-text.js';
import { normalizations } from './normalize.js';
import { pronounce, type PronounceOptions } from './pronounce.js';
import { spokenPrefix } from './spoken-prefix.js';
import { texToSpeech } from './tex.js';

export interface SpokenOptions extends PronounceOptions {
  /** Whether lists, quotes, tables, headings and images are announced: „Liste mit 3 Punkten“. */
  readonly announce?: boolean;
}

/** A part of a spoken text that is in one language. */
export interface LanguageRun {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** What a voice speaks for a cue, or for a part of a long cue. */
export interface SpokenPart {
  readonly text: string;
  /** The same text, divided by language. */
  readonly runs: readonly LanguageRun[];
  /** The span of the cue's text that `[start, end)` of this text was made from, both in UTF-16 code units. */
  source(start: number, end: number): TextSpan;
}

/** The maximum length of a part, in UTF-16 code units; 1000 are about a minute of speech. */
const MAX_LENGTH = 1000;

/**
 * Soft hyphens and other characters without width, which split words, so that neither rules nor voices recognize them; and
 * control characters, lone surrogates and noncharacters, some of which are commands to a synthesizer.
 */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\p{Cs}\p{Noncharacter_Code_Point}]|(?!\s)\p{Cc}/gu;

/** Raised digits in TeX notation, as spoken-alternative.ts writes them. */
const SUPERSCRIPT = /^\^[-−+]?\d+$/;

/** What is spoken for a cue: usually one part, several for a sentence of more than a minute. */
export function spokenParts(cue: Cue, options: SpokenOptions = {}): SpokenPart[] {
  const annotations = outermost(cue.annotations.filter(({ spoken }) => spoken !== undefined));
  const superscripts = annotations.filter(isSuperscript);
  const plain = MappedText.of(cue.text).edit(
    withoutOverlap([
      ...superscripts.map(editOf),
      ...removeInvisible(cue.text),
      ...normalizations(cue.text),
    ]),
  );
  const fixed = annotations
    .filter((annotation) => !isSuperscript(annotation))
    .map((annotation) => moved(spokenEdit(cue, annotation), plain));
  const languages = languagesOf(cue, plain);
  const inVoice = { ...options, voiceLang: cue.lang };
  const edits = languages.flatMap((language) => pronounceIn(plain.text, language, fixed, inVoice));
  const insertions = insertionsOf(cue, options).map((edit) => moved(edit, plain));
  const spoken = plain.edit(inOrder([...insertions, ...fixed, ...edits]).map(withoutInvisible));
  return partsOf(spoken, inSpoken(languages, plain.text.length, spoken, insertions, cue.lang));
}

/** What is spoken around the text, because it can be seen in the page. */
function insertionsOf(cue: Cue, { announce }: SpokenOptions): Edit[] {
  const prefix = spokenPrefix(cue);
  return [
    ...(announce ? announcements(cue) : []),
    ...(prefix ? [{ start: 0, end: 0, say: `${prefix}: ` }] : []),
  ];
}

function pronounceIn(
  text: string,
  { start, end, lang }: LanguageSpan,
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

function isSuperscript({ spoken = '' }: Annotation): boolean {
  return SUPERSCRIPT.test(spoken);
}

function spokenEdit(cue: Cue, annotation: Annotation): Edit {
  const { start, end } = annotation;
  const formula = formulaToSpeech(cue, annotation);
  return formula === undefined ? editOf(annotation) : { start, end, say: formula };
}

function editOf({ start, end, spoken = '' }: Annotation): Edit {
  if (SUPERSCRIPT.test(spoken)) return { start, end, say: superscript(spoken) };
  return { start, end, say: /[\\^_]/.test(spoken) ? texToSpeech(spoken) : spoken };
}

/** TeX's raised digits as Unicode superscripts, which the rules for units know. */
function superscript(tex: string): string {
  return tex
    .slice(1)
    .replace(/[-−]/, '⁻')
    .replace('+', '⁺')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}

function removeInvisible(text: string): Edit[] {
  return Array.from(text.matchAll(INVISIBLE), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    say: '',
  }));
}

/** What is spoken instead of the text comes from the page or its lexicon, too. */
function withoutInvisible(edit: Edit): Edit {
  return { ...edit, say: edit.say.replace(INVISIBLE, '') };
}

function moved({ start, end, say }: Edit, text: MappedText): Edit {
  return { start: text.forward(start), end: text.forward(end), say };
}

/** Of edits that overlap, the first one stays. */
function withoutOverlap(edits: Edit[]): Edit[] {
  let end = 0;
  return inOrder(edits).filter((edit) => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}

function inOrder(edits: Edit[]): Edit[] {
  return edits.sort((one, other) => one.start - other.start || one.end - other.end);
}

function partsOf(spoken: MappedText, languages: readonly LanguageSpan[]): SpokenPart[] {
  return splitLong(spoken.text, MAX_LENGTH).map(({ start: from, end: to }) => ({
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

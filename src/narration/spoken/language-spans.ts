import type { Cue } from '../cue.js';
import type { TextSpan } from '../text-span.js';
import type { Edit } from './edit.js';
import type { MappedText } from './mapped-text.js';

/** A span of a text that is in one language. */
export interface LanguageSpan extends TextSpan {
  readonly lang: string;
}

/** The spans of a cue's plain text that are in one language each; of nested annotations the innermost decides. */
export function languagesOf(cue: Cue, plain: MappedText): LanguageSpan[] {
  const annotations = cue.annotations.filter(({ lang }) => lang !== cue.lang);
  const ends = [0, cue.text.length, ...annotations.flatMap(({ start, end }) => [start, end])];
  const positions = [...new Set(ends)].sort((one, other) => one - other);
  const languages: LanguageSpan[] = [];
  for (let i = 0; i + 1 < positions.length; i++) {
    const [start, end] = positions.slice(i, i + 2) as [number, number];
    const around = annotations.filter((each) => each.start <= start && each.end >= end);
    const inner = around.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
    const lang = inner?.lang ?? cue.lang;
    languages.push({ start: plain.forward(start), end: plain.forward(end), lang });
  }
  return joined(languages);
}

/**
 * The spans in the spoken text. What is inserted at its beginning and end is in the language of the cue.
 *
 * @param length that of the text from which the spoken one was made
 */
export function inSpoken(
  languages: readonly LanguageSpan[],
  length: number,
  spoken: MappedText,
  insertions: readonly Edit[],
  lang: string,
): LanguageSpan[] {
  const lengthAt = (position: number) =>
    insertions.reduce((sum, { start, say }) => sum + (start === position ? say.length : 0), 0);
  const [first, last] = [lengthAt(0), spoken.text.length - lengthAt(length)];
  const inner = languages.map((language) => ({
    start: Math.max(first, spoken.forward(language.start)),
    end: language.end === length ? last : spoken.forward(language.end),
    lang: language.lang,
  }));
  return joined([
    { start: 0, end: first, lang },
    ...inner,
    { start: last, end: spoken.text.length, lang },
  ]);
}

/** Spans in order, of which neighbours in the same language are one. */
function joined(spans: readonly LanguageSpan[]): LanguageSpan[] {
  const joined: LanguageSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.lang === span.lang) joined[joined.length - 1] = { ...span, start: last.start };
    else if (span.start < span.end) joined.push(span);
  }
  return joined;
}

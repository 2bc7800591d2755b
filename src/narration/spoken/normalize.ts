import type { Edit } from './edit.js';

/** A letter with combining marks after it, which may exist as one character. */
const DECOMPOSED = '\\p{L}\\p{M}+';

/**
 * Ligatures, full-width and small forms, mathematical letters, Roman numerals, letters and digits in circles or brackets, and
 * signs of several letters such as ㎞, ℃ and №: synthesizers spell them out or drop them.
 */
const COMPATIBLE =
  'ſ|[\\uFB00-\\uFB06\\uFF01-\\uFF5E\\uFFE0-\\uFFE6\\uFE50-\\uFE6B\\u3000\\u2100-\\u2103\\u2105-\\u2109\\u210A-\\u2113\\u2115\\u2116\\u2119-\\u211D\\u2121\\u2124-\\u2134\\u2160-\\u217F\\u2460-\\u24E9\\u2776-\\u2793\\u3250\\u32CC-\\u32CF\\u3371-\\u33DF\\u33FF\\u01C4-\\u01CC\\u01F1-\\u01F3]|[\\u{1D400}-\\u{1D7FF}\\u{1F100}-\\u{1F149}]';

const PATTERN = new RegExp(`${DECOMPOSED}|(?:${COMPATIBLE})`, 'gu');

/** Characters whose compatibility form is not the one that German uses, or that have none. */
const SPECIAL: Readonly<Record<string, string>> = { '№': 'Nr.', '℡': 'Tel.', '\u3000': ' ' };

/**
 * The characters of a text that synthesizers and rules do not know, in the forms that they know: composed (NFC), and without
 * compatibility forms: Unicode Standard Annex #15.
 *
 * @returns edits in order and without overlap
 */
export function normalizations(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: found, index: start } of text.matchAll(PATTERN)) {
    const end = start + found.length;
    const say = normalize(found);
    if (say === found) continue;
    // „Fall①“ and „①②“ are two words.
    const separates =
      /^[\p{N}(]/u.test(say) &&
      !/^[０-９𝟎-𝟿]/u.test(found) &&
      /[\p{L}\p{N}]/u.test(text.charAt(start - 1));
    edits.push({ start, end, say: separates ? ` ${say}` : say });
  }
  return edits;
}

function normalize(found: string): string {
  const code = found.codePointAt(0) ?? 0;
  if (code >= 0x2776 && code <= 0x2793) return String(((code - 0x2776) % 10) + 1);
  const form =
    SPECIAL[found] ??
    (/^\p{L}\p{M}/u.test(found) ? found.normalize('NFC') : found.normalize('NFKC'));
  // „㎡“ is „m2“ in its compatibility form.
  return code >= 0x3371 && code <= 0x33df ? form.replace(/2$/, '²').replace(/3$/, '³') : form;
}

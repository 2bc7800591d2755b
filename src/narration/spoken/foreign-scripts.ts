import type { Rule } from './rule.js';

/** A letter of another script than Latin. */
const LETTER = '(?![\\p{sc=Latin}\\p{sc=Zyyy}\\p{sc=Zinh}])\\p{L}';
const RUN = new RegExp(
  `(?:${LETTER})(?:${LETTER}|[\\p{M}ー'’]|[\\s\\p{P}]{1,2}(?=${LETTER}))*`,
  'gu',
);
const FOREIGN = new RegExp(LETTER, 'u');

let transliterate: ((text: string) => string) | undefined;

/**
 * Loads what {@link foreignScripts} needs if a text contains letters of other scripts. Without it, for example because there is
 * no network, such letters are handed to the voice as they are.
 */
export async function loadTransliteration(text: string): Promise<void> {
  if (transliterate || !FOREIGN.test(text)) return;
  try {
    ({ transliterate } = await import('./transliteration.js'));
  } catch {
    // The next text tries again.
  }
}

/** „Москва“, „φ“, „שלום“: German voices skip letters of other scripts, or say each of them with the name of its alphabet. */
export const foreignScripts: Rule<'scripts'> = {
  name: 'scripts',
  pattern: RUN,
  spokenForm: ([run], { before, after }) => {
    const say = transliterate?.(run);
    if (say === undefined) return undefined;
    // „πr²“, „ΔT“
    return (
      (/[\p{L}\p{N}]$/u.test(before) ? ' ' : '') + say + (/^[\p{L}\p{N}]/u.test(after) ? ' ' : '')
    );
  },
};

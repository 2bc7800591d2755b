import { always, never, perhaps } from './abbreviation-breaks.generated.js';

/** Whether a sentence ends after an abbreviation; `perhaps` means: if the next word shows that a sentence begins. */
export type SentenceBreak = 'never' | 'perhaps' | 'always';

/** The parts of an abbreviation such as „z. B“ or „Dipl.-Ing“, which ends with the text. */
const PARTS = /(?:^|[^\p{L}.])((?:\p{L}{1,4}\.[\s-]?){0,4}\p{L}+)$/u;

/**
 * Whether a sentence ends after an abbreviation; undefined if the word is not a listed abbreviation.
 *
 * @param before the text of the sentence before the word
 * @param word the word before a full stop
 */
export function sentenceBreakAfter(before: string, word: string): SentenceBreak | undefined {
  const isFirst = !/[\p{L}\p{N}]/u.test(before);
  const find = (form: string) =>
    listed(form) ?? (isFirst ? listed(form.charAt(0).toLowerCase() + form.slice(1)) : undefined);
  if (!/[.-]/.test(before.slice(-2) + word)) return find(word);
  let parts = PARTS.exec(before.slice(-20) + word)?.[1] ?? '';
  for (; parts !== ''; parts = parts.replace(/^\p{L}+(?:\.[\s-]?|$)/u, '')) {
    const found = find(parts.replace(/[\s-]/g, ''));
    if (found) return found;
  }
  return undefined;
}

function listed(form: string): SentenceBreak | undefined {
  if (never.test(form)) return 'never';
  if (perhaps.test(form)) return 'perhaps';
  return always.test(form) ? 'always' : undefined;
}

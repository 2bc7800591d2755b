import { pattern, type Rule } from './rule.js';

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,40})';
const TOP_LEVEL_DOMAIN =
  '(?:de|ch|at|li|eu|com|org|net|info|io|gov|edu|int|tv|news|app|dev|kp|kr|uk|fr|it)';
/** If the path of an address is longer, only the host is spoken; in UTF-16 code units. */
const MAX_PATH_LENGTH = 20;

const SYMBOLS: Readonly<Record<string, string>> = {
  '.': ' Punkt ',
  '-': ' Bindestrich ',
  _: ' Unterstrich ',
  '/': ' Schrägstrich ',
  '@': ' ät ',
  '+': ' plus ',
};

/** „info@example.ch“ */
export const emailAddresses: Rule<'addresses'> = {
  name: 'addresses',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}_.+-])(?:mailto:)?[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+-]{0,63}@',
    `${LABEL}(?:\\.${LABEL}){1,5}`,
  ),
  spokenForm: ([address]) => spell(address.replace('mailto:', '')),
};

/** „https://www.example.org/a“, „example.ch“ */
export const webAddresses: Rule<'addresses'> = {
  name: 'addresses',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}_.@/-])(?:',
    `(?:https?://|www\\.)([^\\s<>"„“”«»/?#()]{1,253})|((?:${LABEL}\\.){1,4}${TOP_LEVEL_DOMAIN})(?![\\p{L}\\p{N}-]|\\.\\p{L}))`,
    '([/?#][^\\s<>"„“”«»()]{0,2000})?(?<![.,;:!?…])',
  ),
  spokenForm: ([, full, bare, rest = '']) => {
    const host = (full ?? bare ?? '').replace(/^www\.|:\d+$/g, '');
    const path = rest.replace(/\/$/, '');
    return spell(
      host + (path.length <= MAX_PATH_LENGTH && /^[\p{L}/._-]*$/u.test(path) ? path : ''),
    );
  },
};

/** „@example“, „#Wahl“ */
export const handles: Rule<'addresses'> = {
  name: 'addresses',
  pattern: /(?<![\p{L}\p{N}_&])(?:@(?=[\p{L}\p{N}_])|#(?=\p{L}{2})|#(?=\d))/gu,
  spokenForm: ([symbol], { before, after }) =>
    symbol === '@'
      ? 'ät '
      : !/^\d/.test(after)
        ? 'Hashtag '
        : /(?:Nr\.|Nummer)\s?$/u.test(before)
          ? ''
          : 'Nummer ',
};

function spell(address: string): string {
  return address.replace(/[._/@+-]/g, (symbol) => SYMBOLS[symbol] ?? symbol).trim();
}

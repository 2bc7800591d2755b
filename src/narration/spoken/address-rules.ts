import { pattern, type Rule } from './rule.js';

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,40})';
const TOP = '(?:de|ch|at|li|eu|com|org|net|info|io|gov|edu|int|tv|news|app|dev|kp|kr|uk|fr|it)';
/** An address longer than this is told by its host alone, in UTF-16 code units. */
const LONGEST_PATH = 20;

const SIGNS: Readonly<Record<string, string>> = {
  '.': ' Punkt ',
  '-': ' Bindestrich ',
  _: ' Unterstrich ',
  '/': ' Schrägstrich ',
  '@': ' ät ',
  '+': ' plus ',
};

/** „info@example.ch“ */
export const mails: Rule<'addresses'> = {
  name: 'addresses',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}_.+-])(?:mailto:)?[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+-]{0,63}@',
    `${LABEL}(?:\\.${LABEL}){1,5}`,
  ),
  say: ([address]) => spell(address.replace('mailto:', '')),
};

/** „https://www.example.org/a“, „example.ch“ */
export const webAddresses: Rule<'addresses'> = {
  name: 'addresses',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}_.@/-])(?:',
    `(?:https?://|www\\.)([^\\s<>"„“”«»/?#()]{1,253})|((?:${LABEL}\\.){1,4}${TOP})(?![\\p{L}\\p{N}-]|\\.\\p{L}))`,
    '([/?#][^\\s<>"„“”«»()]{0,2000})?(?<![.,;:!?…])',
  ),
  say: ([, full, bare, path = '']) => {
    const host = (full ?? bare ?? '').replace(/^www\.|:\d+$/g, '');
    const way = path.replace(/\/$/, '');
    return spell(host + (way.length <= LONGEST_PATH && /^[\p{L}/._-]*$/u.test(way) ? way : ''));
  },
};

/** „@example“, „#Wahl“ */
export const handles: Rule<'addresses'> = {
  name: 'addresses',
  pattern: /(?<![\p{L}\p{N}_&])(?:@(?=[\p{L}\p{N}_])|#(?=\p{L}{2})|#(?=\d))/gu,
  say: ([sign], { after }) => (sign === '@' ? 'ät ' : /^\d/.test(after) ? 'Nummer ' : 'Hashtag '),
};

function spell(address: string): string {
  return address.replace(/[._/@+-]/g, (sign) => SIGNS[sign] ?? sign).trim();
}

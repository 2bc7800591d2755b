import { type Rule } from './rule.js';

const WORDS: Readonly<Record<string, string>> = {
  '&': 'und',
  '+': 'plus',
  '=': 'gleich',
  '±': 'plus minus',
  '≈': 'ungefähr',
  '~': 'etwa',
  '≠': 'ungleich',
  '≤': 'kleiner gleich',
  '≥': 'größer gleich',
  '<': 'kleiner als',
  '>': 'größer als',
  '×': 'mal',
  '÷': 'geteilt durch',
  '√': 'Wurzel aus',
  '∞': 'unendlich',
  '§': 'Paragraf',
  '§§': 'Paragrafen',
  '©': 'Copyright',
  '⌀': 'Durchschnitt',
  Ø: 'durchschnittlich',
};

/** „&“, „±“, „§ 5“: a space comes between where the sign is written close. */
export const signs: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /§§?|[&=±≈≠≤≥÷√∞©⌀]|\+(?!\+)(?=[\s\p{N}])|(?<=\p{N})\+(?=[.,;:!?)]|$)|~(?=\s?\d)|(?<=[\s\p{N}])[<>×](?=\s?[\p{N}\p{L}])|(?<![\p{L}\p{N}])Ø(?=\s\d|\s\p{L})/gu,
  say: ([sign], { before, after }) => {
    if (sign === '+' && /\p{L}$/u.test(before)) return undefined;
    const word = WORDS[sign];
    return (
      word &&
      (/[\p{L}\p{N})]$/u.test(before) ? ' ' : '') +
        word +
        (/^[\p{L}\p{N}(]/u.test(after) ? ' ' : '')
    );
  },
};

/** „*1950“, „† 3. Mai 2001“: Duden. */
export const lives: Rule<'symbols'> = {
  name: 'symbols',
  pattern: /(?<![\p{L}\p{N}*])[*†]\s?(?=(?:um\s|ca\.\s)?\d{1,4}(?:\.|\D|$))/gu,
  say: ([sign]) => (sign.startsWith('*') ? 'geboren ' : 'gestorben '),
};

const WINDS: Readonly<Record<string, string>> = {
  N: 'Nord',
  S: 'Süd',
  O: 'Ost',
  E: 'Ost',
  W: 'West',
};

/** „47° 22′ 10″ N“ */
export const arcs: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<=°\s?\d{1,2}|′\s?\d{1,2}(?:[.,]\d{1,3})?)([′″])|(?<=[°′″]\s?)[NSOEW](?![\p{L}\p{N}])/gu,
  say: ([sign, mark]) => (mark ? (mark === '′' ? ' Minuten' : ' Sekunden') : WINDS[sign]),
};

/** What has no sound of its own: marks of notes, bullets, arrows and slashes between words. */
export const silent: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /[•®™→⇒←↑↓‣·|¶*†‡^_]|(?<=[\p{L}.)-])\s?\/\s?(?=[\p{L}(-])|(?<=(?<!\p{N})\d{4})\/(?=\d\d(?:\d\d)?(?!\d))|(?<=\d\.)\/(?=\d)/gu,
  say: ([sign], { before, after }) => {
    if (sign.includes('/')) return /\.$/.test(before) && /^\d/.test(after) ? ' und ' : ' ';
    if (sign === '|') return ',';
    if (/\d$/.test(before) && /^\d/.test(after) && /[*^]/.test(sign))
      return sign === '*' ? ' mal ' : ' hoch ';
    const isInside = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
    return isInside ? ' ' : '';
  },
};

/** „CO₂“, „H₂O“ */
export const formulas: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<![\p{L}\p{N}])(?:(?:[A-Z][a-z]?[₀-₉]{0,3}){1,8}(?<=[₀-₉][A-Za-z₀-₉]{0,20})|CO2|H2O)(?![\p{L}\p{N}])/gu,
  say: ([formula]) =>
    formula
      .replace(/[₀-₉]/gu, (digit) => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)))
      .replace(/(?<=.)(?=[A-Z])|(?<=[A-Za-z])(?=\d)/g, ' '),
};

/** „Vor- und Nachteile“, „Haupt-/Nebeneingang“, „-nummer“: Regelwerk § 98. */
export const hyphens: Rule<'hyphens'> = {
  name: 'hyphens',
  pattern: /(?<=\p{L}{2})[-‐‑](?=[\s,/)]|$)|(?<=^|[\s(/„"»«“,])[-‐‑](?=\p{Ll}{2})/gu,
  say: () => '',
};

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

/** „&“, „±“, „§ 5“: a space is added if the symbol is written without one. */
export const symbols: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /§§?|[&=±≈≠≤≥÷√∞©⌀]|\+(?!\+)(?=[\s\p{N}])|(?<=\p{N})\+(?=[.,;:!?)]|$)|~(?=\s?\d)|(?<=[\s\p{N}])[<>×](?=\s?[\p{N}\p{L}])|(?<![\p{L}\p{N}])Ø(?=\s\d|\s\p{L})/gu,
  spokenForm: ([symbol], { before, after }) => {
    if (symbol === '+' && /\p{L}$/u.test(before)) return undefined;
    const word = WORDS[symbol];
    return (
      word &&
      (/[\p{L}\p{N})]$/u.test(before) ? ' ' : '') +
        word +
        (/^[\p{L}\p{N}(]/u.test(after) ? ' ' : '')
    );
  },
};

/** „*1950“, „† 3. Mai 2001“: Duden. */
export const birthsAndDeaths: Rule<'symbols'> = {
  name: 'symbols',
  pattern: /(?<![\p{L}\p{N}*])[*†]\s?(?=(?:um\s|ca\.\s)?\d{1,4}(?:\.|\D|$))/gu,
  spokenForm: ([symbol]) => (symbol.startsWith('*') ? 'geboren ' : 'gestorben '),
};

const DIRECTIONS: Readonly<Record<string, string>> = {
  N: 'Nord',
  S: 'Süd',
  O: 'Ost',
  E: 'Ost',
  W: 'West',
};

/** „47° 22′ 10″ N“ */
export const coordinates: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<=°\s?\d{1,2}|′\s?\d{1,2}(?:[.,]\d{1,3})?)([′″])|(?<=[°′″]\s?)[NSOEW](?![\p{L}\p{N}])/gu,
  spokenForm: ([match, prime]) =>
    prime ? (prime === '′' ? ' Minuten' : ' Sekunden') : DIRECTIONS[match],
};

/** Symbols that are not spoken: references to notes, bullets, arrows, and slashes between words. */
export const silentSymbols: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /[•®™→⇒←↑↓‣·|¶*†‡^_]|(?<=[\p{L}.)-])\s?\/\s?(?=[\p{L}(-])|(?<=(?<!\p{N})\d{4})\/(?=\d\d(?:\d\d)?(?!\d))|(?<=\d\.)\/(?=\d)/gu,
  spokenForm: ([symbol], { before, after }) => {
    if (symbol.includes('/')) return /\.$/.test(before) && /^\d/.test(after) ? ' und ' : ' ';
    if (symbol === '|') return ',';
    if (/\d$/.test(before) && /^\d/.test(after) && /[*^]/.test(symbol))
      return symbol === '*' ? ' mal ' : ' hoch ';
    const isInside = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
    return isInside ? ' ' : '';
  },
};

/** „CO₂“, „H₂O“ */
export const chemicalFormulas: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<![\p{L}\p{N}])(?:(?:[A-Z][a-z]?[₀-₉]{0,3}){1,8}(?<=[₀-₉][A-Za-z₀-₉]{0,20})|CO2|H2O)(?![\p{L}\p{N}])/gu,
  spokenForm: ([formula]) =>
    formula
      .replace(/[₀-₉]/gu, (digit) => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)))
      .replace(/(?<=.)(?=[A-Z])|(?<=[A-Za-z])(?=\d)/g, ' '),
};

/** „Vor- und Nachteile“, „Haupt-/Nebeneingang“, „-nummer“: Regelwerk § 98. */
export const suspendedHyphens: Rule<'hyphens'> = {
  name: 'hyphens',
  pattern: /(?<=\p{L}{2})[-‐‑](?=[\s,/)]|$)|(?<=^|[\s(/„"»«“,])[-‐‑](?=\p{Ll}{2})/gu,
  spokenForm: () => '',
};

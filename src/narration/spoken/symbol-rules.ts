import { type Rule } from './rule.js';

const WORDS: Readonly<Record<string, string>> = {
  '&': 'und',
  '+': 'plus',
  '=': 'gleich',
  '±': 'plus minus',
  '+/-': 'plus minus',
  '+/−': 'plus minus',
  '+/–': 'plus minus',
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
  à: 'zu',
};

/** „&“, „±“, „§ 5“: a space is added if the symbol is written without one. */
export const symbols: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /§§?|\+\/[-−–]|[&=±≈≠≤≥÷√∞©⌀]|\+(?!\+)(?=[\s\p{N}])|(?<=\p{N})\+(?=\p{Lu}(?!\p{L}))|(?<=\p{N})\+(?=[.,;:!?)]|$)|~(?=\s?\d)|(?<=[\s\p{N}])[<>×](?=\s?[\p{N}\p{L}])|(?<![\p{L}\p{N}])Ø(?=\s\d|\s\p{L})|(?<=\d\s?[cm]?m\s)Ø|(?<![\p{L}\p{N}])à(?=\s(?:ca\.\s)?\d)/gu,
  spokenForm: ([symbol], { before, after }) => {
    if (symbol === '+' && /\p{L}$/u.test(before)) return undefined;
    // A size: „Springform (Ø 26 cm)“
    if (symbol === 'Ø' && /m\s$/.test(before)) return 'Durchmesser';
    if (/[Ø⌀]/.test(symbol) && /^\s?(?:ca\.\s)?\d+(?:,\d+)?\s?[cm]?m(?![\p{L}²³/])/u.test(after))
      return /\d$/.test(before) ? undefined : 'Durchmesser';
    // A credit: „© dpa“
    if (symbol === '©' && !/^\s?(?:\d|by)/iu.test(after)) return '';
    const word = WORDS[symbol];
    return (
      word &&
      (/[\p{L}\p{N})]$/u.test(before) ? ' ' : '') +
        word +
        (/^[\p{L}\p{N}(]/u.test(after) ? ' ' : '')
    );
  },
};

/** „+++ Eilmeldung +++“: what separates the messages of a ticker. */
export const tickers: Rule<'symbols'> = {
  name: 'symbols',
  pattern: /(?<![\p{L}\p{N}+])\+{2,10}(?!\+)/gu,
  spokenForm: (_, { before, after }) =>
    /[\p{L}\p{N}]/u.test(before) && /^\s?[\p{L}\p{N}„»]/u.test(after) ? ',' : '',
};

/** „★★★★☆“: how many of how many stars. */
export const ratings: Rule<'symbols'> = {
  name: 'symbols',
  pattern: /(?:[★⭐✭✮⯪½]\uFE0F?){0,10}☆{1,10}|[★⭐]\uFE0F?(?:\s?[★⭐]\uFE0F?){1,9}/gu,
  spokenForm: ([stars], { before, after }) => {
    const full = [...stars].filter((star) => /[★⭐✭✮]/u.test(star)).length;
    const empty = [...stars].filter((star) => star === '☆').length;
    const half = /[⯪½]/u.test(stars);
    const words = `${full}${half ? ',5' : ''}${empty ? ` von ${full + empty + Number(half)}` : ''} Stern${empty || full === 1 ? 'en' : 'e'}`;
    return (
      (/[\p{L}\p{N}]$/u.test(before) ? ' ' : '') + words + (/^[\p{L}\p{N}]/u.test(after) ? ' ' : '')
    );
  },
};

/** „(90.+5)“, „(90.+1.)“: the minutes of added time, where no noun makes them ordinals. */
export const addedTime: Rule<'symbols'> = {
  name: 'symbols',
  pattern: /(?<=(?<![\p{N}.,])\d{2,3})\.\+(\d{1,2})(?![\p{N}.,]\p{N}|\p{N})(?:\.(?=[),;/]))?/gu,
  spokenForm: ([, added]) => ` plus ${added}`,
};

/** „[1]“, „[3, 4]“, „[a]“ after a word or its punctuation: references to notes. */
export const noteMarks: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<=[\p{L}\p{N}.,;:!?“”"»«)\]]\s?)\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,5}|[a-z]|Anm\.\s\d{1,3})\]/gu,
  spokenForm: () => '',
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
    /(?<=[\p{L}\p{N})]\s?)[→⇒➔➜➝►»›](?=\s?[\p{L}\p{N}])(?<![»›])|[•®™→⇒←↑↓➔➜➝►▶▸▪■□●○◆◇★☆✓✔‣·|¶*†‡^_]|(?<=[\p{L}.)-])\s?\/\s?(?=[\p{L}(-])|(?<=Bündnis\s90\s?)\/(?=\s?Die\sGrünen)|(?<=(?<!\p{N})\d{4})\/(?=\d\d(?:\d\d)?(?!\d))|(?<=\d\.)\/(?=\d)|(?<=\d\s?(?:kW|PS|kJ|kcal))\s?\/\s?(?=\d)/gu,
  spokenForm: ([symbol], { before, after }) => {
    if (symbol.includes('/')) return /\.$/.test(before) && /^\d/.test(after) ? ' und ' : ' ';
    if (symbol === '|') return ',';
    if (/^[→⇒➔➜➝►]/u.test(symbol) && /[\p{L}\p{N})]\s?$/u.test(before))
      return /\s$/.test(before) ? ',' : ', ';
    if (/\d$/.test(before) && /^\d/.test(after) && /[*^]/.test(symbol))
      return symbol === '*' ? ' mal ' : ' hoch ';
    const isInside = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
    return isInside ? ' ' : '';
  },
};

/** „CO₂“, „H₂O“, „NaCl“ */
export const chemicalFormulas: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<![\p{L}\p{N}])(?:(?:[A-Z][a-z]?[₀-₉]{0,3}){1,8}(?<=[₀-₉][A-Za-z₀-₉]{0,20})|CO2|H2O|NaCl|NaOH|AgCl)(?![\p{L}\p{N}])/gu,
  spokenForm: ([formula]) =>
    /[\d₀-₉]/.test(formula)
      ? formula.normalize('NFKC').replace(/(?<=.)(?=[A-Z])|(?<=[A-Za-z])(?=\d)/g, ' ')
      : [...formula].join(' '),
};

/** „ko- piert“, „West- Ost-Achse“: a word that was divided at the end of a line. Words that only suspend a part follow else. */
export const dividedWords: Rule<'hyphens'> = {
  name: 'hyphens',
  pattern:
    /(?<=\p{L}{2})[-‐‑]\s(?=(?!(?:und|oder|bis|sowie|noch|als|wie|aber|auch|nicht|mit|ohne|zu|zum|zur|in|im|von|vom|statt|anstatt|weder|sondern|beziehungsweise|respektive|bzw|resp|u|o|od|samt|plus|versus|vs|gegen|auf|an|am|über|unter|des|der|die|das|dem|den|ein|eine|einen|einer|ist|sind|war|waren|wird|werden|wurde|wurden|kann|können|hat|haben|et|and|or|y|e)(?!\p{L}))\p{Ll}{2}|\p{Lu}\p{Ll}+-\p{Lu})/gu,
  spokenForm: ([hyphen], { after }) => (/^\p{Ll}/u.test(after) ? '' : hyphen.charAt(0)),
};

/** „Vor- und Nachteile“, „Haupt-/Nebeneingang“, „-nummer“: Regelwerk § 98. */
export const suspendedHyphens: Rule<'hyphens'> = {
  name: 'hyphens',
  pattern:
    /(?<=\p{L}{2})[-‐‑](?=\s(?!\p{Lu}\p{Ll}+-\p{Lu})|[,/)]|$)|(?<=^|[\s(/„"»«“,])[-‐‑](?=\p{Ll}{2})/gu,
  spokenForm: () => '',
};

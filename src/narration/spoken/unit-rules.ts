import { indefiniteArticle, type Gender } from './inflection.js';
import { anyOf, pattern, type Rule } from './rule.js';
import { units } from './units.js';

const SYMBOL = `(?:${anyOf([...units.keys()])})`;
/** „110 kW/150 PS“, but not a part of a unit that is not known. */
const END = "(?![\\p{L}\\p{N}²³⁺⁻⁴-⁹’']|/(?!\\d)|·\\p{L})";

/** „5 km“, „1 h“, „120 km/h“, „5-km-Lauf“; also without a number if the symbol is certainly a unit. */
export const measures: Rule<'units'> = {
  name: 'units',
  pattern: pattern(
    "(?:(?<![\\p{N}.,:/\\p{L}–'’]|[\\d–]\\s)(1)([\\s-]?)|(?<=[\\d½¼¾⅓⅔]|\\d⁻?[⁰¹²³⁴-⁹]{1,3}|\\d[.,][–-]|\\d\\s(?:Mio\\.|Mrd\\.|Mia\\.|Bio\\.|[MB]ill(?:ion(?:en)?|iarden?)))([\\s-]?)|(?<![\\p{L}\\p{N}.°-]))",
    `(${SYMBOL})(?:/(100\\s?km|100\\s?[gml]{1,2}|s[²2]|${SYMBOL}|Jahr|Tag|Monat|Woche|Person|Minute|Stunde))?${END}`,
  ),
  spokenForm: ([, single, gap, space, symbol = '', per = ''], { before, after }) => {
    const unit = units.get(symbol);
    const end = per ? perName(symbol, per) : '';
    if (symbol === 'MA' && !/(?:\d{2}|\d\.\d{3})\s$/.test(before + space)) return undefined;
    if (!unit) return undefined;
    if (single === undefined && space === undefined)
      return isUnitWithoutNumber(symbol, per, before, after)
        ? (afterPer(before) ? unit.name : unit.plural) + end
        : undefined;
    if (!per && isNoUnit(symbol, single ? gap : space, before, after)) return undefined;
    if (single === undefined || gap === '-') {
      const number = single ?? '';
      const name = /(?:^|[^\d\s]\s?)½$/.test(before) ? unit.name : unit.plural;
      return `${number} ${inDative(name, before, after)}${end}`;
    }
    return `${indefiniteArticle(unit.gender, before)} ${unit.name}${end}`;
  },
};

/** „Einwohner/km²“, „72/min“ */
export const ratios: Rule<'units'> = {
  name: 'units',
  pattern:
    /(?<=(?<![\p{L}\p{N}.,:/])\d{1,3})\s?\/\s?[Mm]in(?![\p{L}\p{N}-])|(?<=\p{Lu}\p{L}{2,30})\s?\/\s?(?=(?:k?m[²³]|ha|h|kg|Jahr|Tag|Monat|Woche|Stunde|Person)(?![\p{L}\p{N}]))/gu,
  spokenForm: ([found]) => (/min/i.test(found) ? ' pro Minute' : ' pro '),
};

/** „2400 Dollar/Unze“, „4 Cent/kWh“, but „Euro/Dollar“ */
export const prices: Rule<'units'> = {
  name: 'units',
  pattern: pattern(
    '(?<=(?<!\\p{L})(?:Euro|Dollar|Franken|Cent|Rappen|Pfund|Yen))\\s?/\\s?',
    `(?!(?:Euro|Dollar|Franken|Pfund|Yen)(?!\\p{L}))(?:(${SYMBOL})${END}|(?=\\p{Lu}\\p{Ll}{2}))`,
  ),
  spokenForm: ([, symbol]) => ` pro ${units.get(symbol ?? '')?.name ?? ''}`,
};

/** „140/90 mmHg“, „ein Blutdruck von 120/80“ */
export const bloodPressures: Rule<'units'> = {
  name: 'units',
  pattern: pattern(
    '(?<=(?<![\\p{L}\\p{N}.,:/])\\d{2,3})/(?=\\d{2,3}(?:\\s?mmHg|(?<=[Bb]lutdruck\\P{N}{0,40}\\d{2,3}/\\d{2,3})(?![\\d/])))',
  ),
  spokenForm: () => ' zu ',
};

/** The genders of units and of other nouns that are counted. */
const GENDERS = new Map([...units.values()].map(({ name, gender }) => [name, gender]));
for (const [name, gender] of Object.entries({
  Franken: 'm',
  Jahr: 'n',
  Tag: 'm',
  Monat: 'm',
  Woche: 'f',
  Person: 'f',
  Mal: 'n',
  Kind: 'n',
  Frau: 'f',
  Prozentpunkt: 'm',
  Mann: 'm',
  Mensch: 'm',
  Toter: 'm',
  Yen: 'm',
  Zentimeter: 'm',
  Tor: 'n',
  Stimme: 'f',
  Punkt: 'm',
} as const))
  GENDERS.set(name, gender);

/** What recipes and orders count, also as the last part of a word: „1 Bio-Zitrone“, „1 Knoblauchzehe“. */
const COUNTED: readonly [Gender, RegExp][] = [
  [
    'f',
    /(?:zwiebel|zehe|zitrone|limette|orange|tomate|karotte|möhre|paprika|gurke|aubergine|schalotte|schote|knolle|dose|packung|tasse|scheibe|stange|flasche|portion|rolle|prise|handvoll|brezel|kugel)$/iu,
  ],
  ['n', /(?:^(?:ei|bund|glas|bier|brot)|eigelb|eiweiß|blatt|brötchen|päckchen|stück)$/iu],
  ['m', /(?:^apfel|becher|würfel|zweig|kopf|schuss|spritzer|esslöffel|teelöffel|kaffee)$/iu],
];

/** The gender of a unit or another noun that is counted; undefined for other words. */
export function genderOfCounted(name: string): Gender | undefined {
  return GENDERS.get(name) ?? COUNTED.find(([, form]) => form.test(name))?.[0];
}

/** „1 Stunde“, „1 Million“ */
export const singleNouns: Rule<'units'> = {
  name: 'units',
  pattern:
    /(?<![\p{N}.,:/\p{L}–'’-]|\d\s)1(?=\s((?:\p{Lu}\p{Ll}{1,10}-)?\p{Lu}\p{Ll}{1,20})(?![\p{L}-]))/gu,
  spokenForm: ([, name = ''], { before }) => {
    const gender = genderOfCounted(name);
    return gender &&
      !/(?:Nr\.|Nummer|Kapitel|Seite|Band|Teil|Artikel|§|Abs\.|Platz|Tag|Phase|Stufe)\s$/iu.test(
        before,
      )
      ? indefiniteArticle(gender, before)
      : undefined;
  },
};

const NUMBER_WORD =
  /(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:zig|ßig)|einhalb|hundert|tausend)\s$/iu;

/** Whether a symbol without a number is certainly a unit. */
function isUnitWithoutNumber(symbol: string, per: string, before: string, after: string): boolean {
  if (/^(?:[€$£%‰]|°[CF]|EUR|CHF|USD|GBP)/.test(symbol)) return !/[\p{L}\p{N}]$/u.test(before);
  return (
    /[²³]|Wh$/.test(symbol) ||
    // „zwei GW“
    (/^(?:[kMGT]W|[ck]m|k?g|m?l|[kMGT]B|[kMG]Hz)$/.test(symbol) && NUMBER_WORD.test(before)) ||
    // „zwischen km 12 und km 15“, „mit Bft 10“
    (/^(?:km|Bft)$/.test(symbol) && /^\s\d/.test(after)) ||
    // „pro ml“
    (/(?<!\p{L})(?:pro|je|per)\s$/u.test(before) &&
      /^(?:[kmcµ]?g|[mcd]?l|[kc]?m|ha|h|t)$/.test(symbol)) ||
    (per !== '' &&
      /^(?:k?m|[kcmµ]?g|[mk]?l|[kMG](?:bit|B))$/.test(symbol) &&
      /^(?:h|s|l|min|kg|k?m[²³]?|cm[²³]|m[lg])$/.test(per))
  );
}

/** Currencies are compared with „zu“: „EUR/USD“. */
export function perName(symbol: string, per: string): string {
  if (/^(?:EUR|USD|CHF|GBP|[€$£])$/.test(per) && /^(?:EUR|USD|CHF|GBP|[€$£])$/.test(symbol))
    return ` zu ${units.get(per)?.name}`;
  if (/^s[²2]$/.test(per)) return ' pro Sekunde zum Quadrat';
  const [, number = '', name = per] = /^(100)\s?(.+)$/.exec(per) ?? [];
  return ` pro ${number && `${number} `}${units.get(name)?.name ?? name}`;
}

/** „mit 12.000 MA“, „von 130 km/h“, but „von 39 m Durchmesser“, „bis zu 4 cm lang“: a plural in -er or -e takes an -n in the dative. */
function inDative(plural: string, before: string, after: string): string {
  if (/(?:Punkt|Monat|jahr)e$/.test(plural))
    return AFTER_DATIVE.test(before) ? `${plural}n` : plural;
  return /(?:Mitarbeiter|Einwohner|[Mm]eter)$/.test(plural) &&
    !/^-|^\s(?:\p{Lu}|(?:lang|breit|hoch|hohe|tief|gro(?:ß|ss)|dick|weit|entfernt|stark|schnell|alt))/u.test(
      after,
    ) &&
    (AFTER_DATIVE.test(before) || LOCATED.test(before))
    ? `${plural}n`
    : plural;
}

const NUMBER =
  "\\s(?:(?:rund|etwa|über|knapp|fast|gut|circa|ca\\.|nur|je|mehr\\sals|bis\\szu)\\s)?[\\d.,’']+\\s?$";
const AFTER_DATIVE = new RegExp(
  `(?<!\\p{L})(?:mit|von|bei|unter|(?<!bis\\s)zu|den|aus|nach)${NUMBER}`,
  'iu',
);
/** „liegt auf 1377 m“, but „steigt auf 1377 m“ */
const LOCATED = new RegExp(
  `(?<!\\p{L})(?:liegt|liegen|lag|lagen|lebt|leben|lebte|lebten|wohnen|ereignete|befindet|befinden|beginnt|endet|wächst)\\s(?:[^.;:]|(?<=Mio|Mrd|Tsd|ca|rd)\\.){0,60}(?<!\\p{L})(?:auf|in)${NUMBER}`,
  'u',
);

function afterPer(before: string): boolean {
  return /(?:^|[^\p{L}])(?:pro|je|per|eine?)\s$/u.test(before);
}

/** „90s“, „5 m. E.“, „Klasse 5 g“ */
function isNoUnit(symbol: string, gap = '', before: string, after: string): boolean {
  // „GW950m“
  if (gap === '' && /\p{L}\d+$/u.test(before)) return true;
  // „0,01 K“, but „Typ 5 K“
  if (symbol === 'K') return !/\d,\d+\s?$/.test(before);
  if (/^[sU]$/.test(symbol)) return symbol === 'U' || gap === '';
  if (gap === '-' && !/^-/.test(after)) return true;
  // The number of a case: „5 W 221/17“
  if (/^[A-Z]$/.test(symbol) && /^\s\d{1,4}\/\d\d(?!\d)/.test(after)) return true;
  if (symbol === 'St.') return /^\s\p{Lu}/u.test(after);
  if (symbol.length === 1 && /^\.\s?\p{Ll}\./u.test(after)) return true;
  return (
    /^[a-zA-Z]$/.test(symbol) && /(?:Klasse|Nr\.|Nummer|§|Absatz|Abs\.|Haus)\s\d+\s?$/u.test(before)
  );
}

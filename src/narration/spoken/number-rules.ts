import { DAY } from './date-rules.js';
import { genderOf, oneHalf } from './inflection.js';
import { cardinalStem, ordinalStem } from './number-words.js';
import { MONTH } from './ordinal-rules.js';
import { pattern, type Rule } from './rule.js';
import { genderOfCounted } from './unit-rules.js';
import { units } from './units.js';

const DATE_END = new RegExp(`(?<!\\p{L})${MONTH}\\.?(?:\\s\\d{4})?$`, 'u');
const DATE_START = new RegExp(`^\\d{1,2}\\.\\s?${MONTH}`, 'u');

const DAY_OR_MONTH = `(?:${DAY}\\.?|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|${MONTH}\\.?)`;

/** „2019–2023“, „Mo.–Fr.“, „3.–5. Mai“: DIN 5008. */
export const ranges: Rule<'ranges'> = {
  name: 'ranges',
  pattern: pattern(
    '(?<=\\d(?:\\s?%|[°.]|\\s?h)?)\\s?[–—]\\s?(?=\\d)|(?<=\\d)\\s-\\s(?=\\d)',
    // A hyphen can also be part of a number, so only between two plain numbers of which the second is higher.
    '|(?<=(?<![\\p{L}\\p{N}.,:/–-])\\d{1,6})-(?=\\d{1,6}(?![\\p{N}.,:/–-]\\p{N}))',
    // „3,75-4,00“
    '|(?<=(?<![\\p{L}\\p{N}.,:/–-])\\d{1,4},\\d{1,2})-(?=\\d{1,4},\\d{1,2}(?!\\p{N}|[.,:/–-]\\p{N}))',
    '|(?<=(?<!\\d)\\d{1,2}\\.)-(?=\\d{1,2}\\.)',
    // „Teile I–III“
    '|(?<=(?<!\\p{L})(?:Kapitel|Teile|Bände|Akte)\\s[IVX]{1,5})\\s?[–-]\\s?(?=[IVX]{1,5}(?!\\p{L}))',
    '|(?<=(?<!\\p{L})A)\\s?[–-]\\s?(?=Z(?!\\p{L}))',
    `|(?<=\\d\\.\\s?${MONTH}\\.?(?:\\s\\d{4})?)\\s?[–—-]\\s?(?=\\d{1,2}\\.\\s?${MONTH})`,
    `|(?<=(?<![\\p{L}-])${DAY.toLowerCase()}\\.?)\\s?[–-]\\s?(?=${DAY.toLowerCase()}[.:,]{0,2}\\s\\d)`,
    `|(?<=(?<!\\p{L})${DAY_OR_MONTH})\\s?[–-]\\s?(?=${DAY_OR_MONTH}(?!\\p{L}))`,
  ),
  spokenForm: ([dash], { before, after }) => {
    // „1. Mai 2024 – 30. April 2025“
    if (DATE_END.test(before) && DATE_START.test(after)) return ' bis ';
    const from = valueOf(/(?<![\d.,:])(\d+(?:,\d+)?)(?:\s?%)?$/.exec(before)?.[1]);
    const to = valueOf(/^\d+(?:,\d+)?(?![.,:]\d)/.exec(after)?.[0]);
    // „22-6 Uhr“
    if (dash === '-' && from >= to && !isShortYear(from, to) && !/^\d\d?\sUhr/.test(after))
      return undefined;
    // „19.10.2021 – 10:24 Uhr“, „vom 12.10.2022 – 9 AZR 266/20“
    if (/\s/.test(dash) && FULL_DATE_END.test(before) && !/^\d{1,2}\.\s?(?:\d|\p{Lu})/u.test(after))
      return undefined;
    if (/\s/.test(dash) && from < to && to < 1000 && !RANGE_END.test(after)) return undefined;
    if (/\s/.test(dash) && from >= to) return undefined;
    // „1:42,717 – 6. Daniil Kwjat“, but „3. – 5. Mai“
    if (/\s/.test(dash) && !/\.$/.test(before) && /^\d{1,2}\.\s\p{L}/u.test(after))
      return undefined;
    return ' bis ';
  },
};

function valueOf(number = ''): number {
  return number ? Number(number.replace(',', '.')) : NaN;
}

const FULL_DATE_END = new RegExp(`\\d\\.\\s?(?:\\d{1,2}\\.|${MONTH})\\s?\\d{4}$`, 'u');

/** „1986-88“ */
function isShortYear(from: number, to: number): boolean {
  return from >= 1100 && from < 2100 && to > from % 100 && to < 100;
}

/** The end of a range with spaces around the dash: „9 – 17 Uhr“, but not „2019 – 5 Jahre später – …“. */
const RANGE_END =
  /^\d+(?:[.,]\d+)?\s?(?:Uhr|%|°|€|\$|[kcmd]?m[²³]?(?!\p{L})|km\/h|[km]?g(?!\p{L})|[kM]W|m?l(?!\p{L})|ha(?!\p{L})|Euro|Prozent|Grad|Meter|Kilo|Jahre|Tage|Monate|Wochen|Stunden|Std|Minuten|Min|Personen|Stück|CHF|EUR)/u;

/** „1.000.000“, „10 000“, „10'000“: DIN 5008 and the Swiss „Schreibweisungen“. */
export const thousands: Rule<'numbers'> = {
  name: 'numbers',
  pattern:
    /(?<![\p{L}\p{N}.,+/'’-]|\d\s)[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:['’]\d{3})+|(?:[ \u00A0\u202F\u2009]\d{3})+)(?![\p{L}\p{N}]|[.'’\s/-]\p{N})/gu,
  spokenForm: ([number], { before, after }) =>
    // „der 1.000. Besucher“ is an ordinal.
    (/(?<!\p{L})(?:de[rmn]|d[ai][es]|zum|zur|ih[rn]e?n?|seine?n?)\s$/iu.test(before) &&
      /^\.\s\p{Lu}/u.test(after)) ||
    // „Kapitel 3 500“ contains two numbers.
    (/\s/.test(number) && /(?:Kapitel|Seite|S\.|Nr\.|Nummer|§|Tel\.?:?)\s$/iu.test(before))
      ? undefined
      : number.replace(/\D/g, ''),
};

/** „−5 °C“, „bei -3 Grad“, „10 − 5“ */
export const minusSigns: Rule<'numbers'> = {
  name: 'numbers',
  pattern: /(?<=^|[\s(„"])[-–−](?=\d)|(?<=\d\s?)−\s?(?=\d)/gu,
  spokenForm: ([sign], { before }) => {
    const followsNumber = /\d\s?$/.test(before);
    if (followsNumber && !sign.startsWith('−')) return undefined;
    return /\d$/.test(before) ? ' minus ' : 'minus ';
  },
};

const SUFFIX =
  '(?:[Jj]ährig|[Tt]ägig|[Ss]tündig|[Mm]inütig|[Mm]onatig|[Ww]öchig|[Ff]ach|[Mm]al(?!\\p{L})|[Mm]alig|[Pp]rozentig|[Kk]öpfig|[Ss]tellig|[Tt]eilig|[Ss]eitig|[Ss]töckig|[Ss]purig|[Ss]prachig)';

/** „17-Jährige“, „3-fach“, „20%ig“: Regelwerk § 40. */
export const compounds: Rule<'numbers'> = {
  name: 'numbers',
  pattern: pattern(
    `(?<![\\p{L}\\p{N}.,:/'’])(\\d{1,6}(?:,\\d{1,3})?)(?:-?(${SUFFIX}\\p{Ll}*)|\\s?%-?(ige?[nmrs]?))(?!\\p{L})`,
    // „14- bis 19-Jährige“
    `|(?<![\\p{L}\\p{N}.,:/–-])(\\d{1,6})-(?=\\s?(?:bis|und|oder|,)\\s\\d{1,6}-?${SUFFIX})`,
    // „3-Zimmer-Wohnung“, „1-Euro-Job“
    '|(?<![\\p{L}\\p{N}.,:/–-])1-(?=\\p{Lu}\\p{Ll})|(?<=(?<![\\p{L}\\p{N}])\\d{1,6})-(?=\\p{Lu}\\p{Ll}|€)',
  ),
  spokenForm: ([found, digits, word, percent, suspended]) =>
    suspended
      ? cardinalStem(Number(suspended))
      : digits
        ? stemOf(digits) + (word ? word.toLowerCase() : `prozent${percent}`)
        : found === '-'
          ? ' '
          : 'Ein-',
};

/** „17“ in „17-jährig“, „1,5“ in „1,5%ig“ */
function stemOf(digits: string): string {
  return digits.includes(',') ? `${digits} ` : cardinalStem(Number(digits));
}

const VULGAR: Readonly<Record<string, string>> = {
  '½': 'halb',
  '⅓': 'drittel',
  '⅔': '2drittel',
  '¼': 'viertel',
  '¾': '3viertel',
  '⅕': 'fünftel',
  '⅛': 'achtel',
};

const SIGNS: Readonly<Record<string, string>> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
};

/** „½“, „1½“, „2/3-Mehrheit“, „3/4 der Stimmen“ */
export const fractions: Rule<'fractions'> = {
  name: 'fractions',
  pattern: pattern(
    '(?<![\\p{N}.,])(?:(\\d{1,3})\\s?)?([½⅓⅔¼¾⅕⅛])(?!\\p{N})',
    '|(?<=(?<!\\p{L})(?:also|etwa|rund|knapp|fast|gut|nur|zu|über|circa|ca\\.)\\s)([1-9])/([2-9]|100?)(?![\\p{L}\\p{N}/-]|[.,:]\\p{N})',
    '|(?<![\\p{L}\\p{N}.,:/])([1-9]\\d?)/([2-9]|1[0-2]|100?)(-?)(?=(?<=-)Mehrheit|\\s(?:de[rs]|aller|dieser|davon|von|Liter|Tasse|Stunde|Teelöffel|TL|EL|[cdm]?l|kg|Pfund|Std|Jahr|Bund|Würfel|Zitrone|Zwiebel)(?!\\p{L}))',
    // „1 1/2 Tassen“
    '|(?<![\\p{L}\\p{N}.,:/]|\\d\\s)(\\d{1,2})\\s(1/2|[13]/4|[12]/3)(?![\\p{L}\\p{N}/-]|[.,:]\\p{N})',
  ),
  spokenForm: (
    [, count1, sign1, top, bottom, over, under, hyphen, count2, sign2],
    { before, after },
  ) => {
    const sign = sign1 ?? SIGNS[sign2 ?? ''];
    const whole = count1 ?? count2;
    if (!sign) {
      if (under === '2' && hyphen === '') return halfOf(before, after);
      return quotient(Number(top ?? over), Number(bottom ?? under), hyphen === '-');
    }
    const [, count = '1', name = ''] = /^(\d?)(.+)$/.exec(VULGAR[sign] ?? '') ?? [];
    const part = `${cardinalStem(Number(count) || 1)}${name}`;
    if (whole) return `${cardinalStem(Number(whole))}${part}`;
    if (sign === '½') return halfOf(before, after);
    return `${cardinalStem(Number(count) || 1)} ${capital(name)}`;
  },
};

/** „½ TL“, „½ Stunde“ */
function halfOf(before: string, after: string): string {
  const [, noun = ''] = /^\s?([\p{L}.]+)/u.exec(after) ?? [];
  const gender =
    units.get(noun)?.gender ??
    genderOfCounted(noun) ??
    (/^\p{Lu}/u.test(noun) ? genderOf(noun) : '');
  return gender ? oneHalf(gender, before) : 'ein halb';
}

function quotient(over: number, under: number, isCompound: boolean): string | undefined {
  if (over >= under) return undefined;
  const part = under === 2 ? 'halb' : capital(`${ordinalStem(under)}el`);
  return isCompound ? `${capital(cardinalStem(over))}-${part}-` : `${cardinalStem(over)} ${part}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** „²³⁵U“ */
export const isotopes: Rule<'symbols'> = {
  name: 'symbols',
  pattern: /(?<![\p{L}\p{N}])[⁰¹²³⁴-⁹]{1,3}(?=\p{Lu}\p{Ll}?(?!\p{L}))/gu,
  spokenForm: ([digits]) => `${digits.normalize('NFKC')} `,
};

/** „3 × 4 m“, „1920x1080“, „3x“, „B x H x T“ */
export const products: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<=\d(?:\s?[kcm]?m)?)\s?[×x]\s?(?=\d)|(?<=(?<![\p{L}\p{N}/])\d{1,3}\s?)[×x](?![\p{L}\p{N}])|(?<=(?<![\p{L}\p{N}])[BHLT]\s)[×x](?=\s[BHLT](?![\p{L}\p{N}]))|(?<=\d\s)[·⋅]\s(?=\d)|(?<=\d)[·⋅](?=10[⁻⁰¹²³⁴-⁹])/gu,
  spokenForm: ([sign], { before, after }) =>
    /^0$|\D0$/.test(before)
      ? undefined
      : /^\d/.test(after)
        ? ' mal '
        : ` mal`.slice(/\s$/.test(before) ? 1 : 0) + sign.slice(1),
};

/** „10⁶“, „x²“; a raised number after a word or its punctuation is a footnote number, which is not spoken. */
export const superscripts: Rule<'symbols'> = {
  name: 'symbols',
  pattern:
    /(?<=[\p{L}\p{N}.,;:!?“”"»«)])(?<![⁰¹²³⁴-⁹])([⁺⁻]?)([⁰¹²³⁴-⁹]{1,8})(?:[,\u2009]?[⁰¹²³⁴-⁹]{1,3})*/gu,
  spokenForm: ([, sign, digits = ''], { before }) =>
    /\d$|(?<!\p{L})\p{sc=Greek}?\p{L}$|[-−+*/=·]\s?(?:[\p{L}\p{N}]+\)|\p{L}{2,3})$/u.test(before)
      ? ` hoch ${sign === '⁻' ? 'minus ' : ''}${digits.normalize('NFKC')}`
      : '',
};

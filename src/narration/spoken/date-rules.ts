import { yearStem, yearWord, ordinalStem } from './number-words.js';
import { dateEnding, MONTH } from './ordinal-rules.js';
import { pattern, type Rule } from './rule.js';

const MONTHS =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

const DAYS: Readonly<Record<string, string>> = {
  Mo: 'Montag',
  Di: 'Dienstag',
  Mi: 'Mittwoch',
  Do: 'Donnerstag',
  Fr: 'Freitag',
  Sa: 'Samstag',
  So: 'Sonntag',
};
/** The abbreviated names of the weekdays. */
export const DAY = '(?:Mo|Di|Mi|Do|Fr|Sa|So)';
/** In lower case, only as the ends of a range before a time: „mo.–fr. 8–12 Uhr“. */
const LOWER_DAY = DAY.toLowerCase();
const DAY_NUMBER = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';

/** „21.10.2023“, „21. 10.“: DIN 5008. */
export const dates: Rule<'dates'> = {
  name: 'dates',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}.,:/]|(?<!\\.\\s?|\\d{4})[–-]|\\d\\s)',
    `(${DAY_NUMBER})\\.\\s?(${MONTH_NUMBER})\\.(?:\\s?(\\d{4}|(?<=\\.)\\d\\d))?(?![\\p{N}]|[.,:]\\d)`,
  ),
  spokenForm: ([, day, month, year], { before, after }) => {
    if (/(?:version|kapitel|kap\.|abschnitt|punkt|ziffer|nr\.|abb\.|§)\s*$/iu.test(before))
      return undefined;
    // Four digits make it a date; fewer can also be the number of a section, a version or a device.
    if ((year?.length ?? 0) < 4 && !isDate(before, after, year)) return undefined;
    const ending = dateEnding(before);
    const name = ordinalStem(Number(month));
    const words = `${ordinalStem(Number(day))}${ending} ${name.charAt(0).toUpperCase()}${name.slice(1)}${ending}`;
    return year ? `${words} ${yearWord(year)}` : words;
  },
};

function isDate(before: string, after: string, year: string | undefined): boolean {
  if (year && !/(?:^\P{L}*(?:\p{L}+\.?:?\s)?|[\p{Lu}\p{N}]\p{L}*\.?:?)\s*$/u.test(before))
    return true;
  return (
    /(?:^|[^\p{L}])(?:a[mb]|vom|bis|zum|seit|de[mnr]|des|nach|vor|\p{L}+tag,?|mittwoch,?|(?:mo|di|mi|do|fr|sa|so)\.?,?|stand:?|per|auf|v\.|voraussichtl(?:ich|\.))\s+$/iu.test(
      before,
    ) ||
    /^\s?(?:[–-]|bis|und)\s?\d{1,2}\.\s?\d{1,2}\./u.test(after) ||
    /\d\.\s?\d{1,2}\.\s?(?:[–-]|bis|und)\s?$/u.test(before)
  );
}

/** „2023-10-21“: ISO 8601. */
export const isoDates: Rule<'dates'> = {
  name: 'dates',
  pattern: /(?<![\p{L}\p{N}.-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\p{L}\p{N}-])/gu,
  spokenForm: ([, year, month, day], { before }) =>
    `${ordinalStem(Number(day))}${dateEnding(before)} ${MONTHS[Number(month) - 1]} ${yearWord(year ?? '')}`,
};

/** „Mo.–Fr.“, „Di., 3. Mai“, „Sa. 9–17 Uhr“: only next to another weekday, a date or a time, because „So“ is also a word. */
export const weekdays: Rule<'dates'> = {
  name: 'dates',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}])',
    `(?:(${DAY})\\.?(?=(?:\\s?[–+-]\\s?|\\sbis\\s)${DAY}(?!\\p{L})|\\.?,?\\s${DAY_NUMBER}\\.\\s?(?:${MONTH}|${MONTH_NUMBER}\\.(?!\\d\\d\\s?(?:Uhr|Fr)))|:?\\s\\d[\\d.:–\\s-]{0,12}\\sUhr)`,
    `|(?<=(?<!\\p{L})${DAY}\\.?(?:\\s?[–+-]\\s?|\\sbis\\s))(${DAY})(?:\\.|(?!\\p{L}))`,
    `|(${DAY})(?=\\s(?:geschlossen|Ruhetag)\\s?(?:[,.;)]|$))|(${DAY})\\.(?=\\s(?:geschlossen|geöffnet|Ruhetag)|(?:,|/|\\s(?:und|bis|oder))\\s?${DAY}\\.)`,
    `|(?<=(?<!\\p{L})${DAY}\\.(?:,|/|\\s(?:und|bis|oder))\\s?)(${DAY})\\.`,
    `|(?<![\\p{L}\\p{N}-])(${LOWER_DAY})\\.?(?=\\s?[–-]\\s?${LOWER_DAY}[.:,]{0,2}\\s\\d)|(?<=(?<![\\p{L}\\p{N}-])${LOWER_DAY}\\.?\\s?[–-]\\s?)(${LOWER_DAY})\\.?(?=[:,]?\\s\\d)`,
    // „am Do. ab 9 Uhr“
    `|(?<=(?<!\\p{L})(?:[Aa][mb]|[Vv]om|[Bb]is|[Zz]um|einen|jeden|(?:nächst|letzt|kommend|vergangen|dies)en)\\s)(${DAY})(?:\\.(?=\\s\\S)|(?=\\.$)))`,
  ),
  spokenForm: ([, ...found]) => {
    const [first = '', ...rest] = found.find(Boolean) ?? '';
    return DAYS[first.toUpperCase() + rest.join('')];
  },
};

/** „die 90er Jahre“, „1980er“ */
export const decades: Rule<'dates'> = {
  name: 'dates',
  pattern: /(?<![\p{L}\p{N}.,-])(\d{1,4})er(n?)(?![\p{L}\p{N}])/gu,
  spokenForm: ([, digits = '', ending]) =>
    /^0/.test(digits)
      ? undefined
      : `${digits === '1' ? 'eins' : yearStem(Number(digits))}er${ending}`,
};

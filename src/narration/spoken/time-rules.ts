import { indefiniteArticle } from './inflection.js';
import { pattern, type Rule } from './rule.js';
import { isAmongScores, isScore } from './score-context.js';

const UNIT = '(?:Uhr|h(?!\\p{L}))';
const RANGE_END = `(?:[–-]|bis|und)\\s?\\d{1,2}(?:[.:]\\d\\d)?\\s?${UNIT}`;

const RANGE_END_AFTER = new RegExp(`^\\s?${RANGE_END}`, 'u');

/** „20.15 Uhr“, „20:15“, „12:30 h“: DIN 5008. */
export const times: Rule<'times'> = {
  name: 'times',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}.,:])([01]?\\d|2[0-4])([.:])([0-5]\\d)(?![\\p{N}]|[.,:]\\d)',
    `(?:(\\s?${UNIT})|(?=\\s?${RANGE_END})|)`,
  ),
  spokenForm: ([, hour, separator, minute, unit], { before, after }) => {
    if (unit === undefined && !isTime(separator, hour, before, after)) return undefined;
    if (unit?.trim() === 'h' && isDuration(hour, before)) return undefined;
    return `${hourOf(hour)} Uhr${Number(minute) ? ` ${Number(minute)}` : ''}`;
  },
};

/** „17h30“, „um 18h“, „Di–So 10–17 h“: French and Swiss use. */
export const hours: Rule<'times'> = {
  name: 'times',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}.,:])([01]?\\d|2[0-4])\\s?h(?:\\s?([0-5]\\d)(?!\\p{N})|(?<=(?<!\\p{L})(?:[Uu]m|[Aa]b|[Gg]egen|[Bb]is|\\d\\s?h\\s?[–-]|(?:Mo|Di|Mi|Do|Fr|Sa|So|tgl\\.|täglich)[.,:]?\\s\\d{1,2}\\s?[–-])\\s?\\d{1,2}\\s?h)(?![\\p{L}\\p{N}/])|(?=\\s?(?:[–-]|bis)\\s?\\d{1,2}\\s?h(?!\\p{L})))',
  ),
  spokenForm: ([, hour, minute]) =>
    `${hourOf(hour)} Uhr${Number(minute) ? ` ${Number(minute)}` : ''}`,
};

/** „1 Uhr“ */
export const oneOClock: Rule<'times'> = {
  name: 'times',
  pattern: /(?<![\p{L}\p{N}.,:])1(?=\sUhr(?!\p{L}))/gu,
  spokenForm: () => 'ein',
};

function hourOf(digits = ''): string {
  return Number(digits) === 1 ? 'ein' : String(Number(digits));
}

function isTime(separator = '', hour = '', before: string, after: string): boolean {
  if (RANGE_END_AFTER.test(after)) return true;
  if (UNIT_AFTER.test(after)) return false;
  if (/(?:^|[^\p{L}])(?:um|gegen|kurz\s(?:vor|nach))\s+$/u.test(before)) return true;
  if (separator === '.') return false;
  // „der Vorsprung von 19:14“
  if (
    /(?:^|[^\p{L}])(?:von|nach|vor)\s+$/u.test(before) &&
    !/^\s?bis/u.test(after) &&
    isScore(before, after)
  )
    return false;
  if (/(?:^|[^\p{L}])(?:ab|bis|seit|vor|nach|von|zwischen|heute|morgen|uhr)[,:]?\s+$/u.test(before))
    return true;
  if (
    /(?:tag|mittwoch|abend|nachts|(?<!\p{L})(?:mo|di|mi|do|fr|sa|so)\.?|\d\.|\d\.\d{2,4}|beginn|anpfiff|anstoß|anstoss|start)[,:]?\s+$/iu.test(
      before,
    )
  )
    return true;
  return /^[012]\d$/.test(hour) && !isScore(before, after) && !isAmongScores(before, after);
}

/** Units after a number that is not a time. */
const UNIT_AFTER =
  /^\s?(?:[%‰€$£°]|(?:Prozent|Euro|Franken|Dollar|Cent|Grad|Punkte?n?|Mio|Mrd|Millionen|Milliarden|Meter|Kilometer|Liter|Tonnen|Sekunden|Minuten|k?m|kg|l|t|ha|[kMG]Wh?)(?!\p{L}))/u;

/** „1:23:45 Std.“, „3:45 Min.“, „7:08,679“ */
export const durations: Rule<'times'> = {
  name: 'times',
  pattern:
    /(?<![\p{L}\p{N}.,:])(\d{1,2}):([0-5]\d)(?::([0-5]\d)|,(\d{1,3}))?(?:\s(Std\.|Stunden|h(?!\p{L})|Min\.|Minuten|min(?!\p{L}))|(?<=:\d\d,\d{1,3})(?![\p{L}\p{N}]|[.,:]\p{N}))/gu,
  spokenForm: ([, first = '', second = '', third, hundredths, unit = ''], { before }) => {
    const names = /^[Mm]/.test(unit) ? ['Minute', 'Sekunde'] : ['Stunde', 'Minute', 'Sekunde'];
    // „20:15 h“ is a time of day.
    if (unit === 'h' && third === undefined && !isDuration(first, before)) return undefined;
    if (hundredths)
      return `${count(Number(first), 'Minute', before)} ${Number(second)},${hundredths} Sekunden`;
    return [first, second, third]
      .flatMap((part, at) =>
        Number(part) && names[at] ? [count(Number(part), names[at], before)] : [],
      )
      .join(' ');
  },
};

/** „nach 1:20 h“ */
function isDuration(hours = '', before: string): boolean {
  return (
    Number(hours) < 6 && /(?<!\p{L})(?:nach|in|mit|für|binnen|dauerte?|brauchte?)\s$/iu.test(before)
  );
}

function count(number: number, name: string, before: string): string {
  return number === 1 ? `${indefiniteArticle('f', before)} ${name}` : `${number} ${name}n`;
}

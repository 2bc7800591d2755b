import { one } from './endings.js';
import { pattern, type Rule } from './rule.js';

const UNIT = '(?:Uhr|h(?!\\p{L}))';
const MORE = `(?:[–-]|bis|und)\\s?\\d{1,2}(?:[.:]\\d\\d)?\\s?${UNIT}`;

const MORE_AHEAD = new RegExp(`^\\s?${MORE}`, 'u');

/** „20.15 Uhr“, „20:15“, „12:30 h“: DIN 5008. */
export const times: Rule<'times'> = {
  name: 'times',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}.,:])([01]?\\d|2[0-4])([.:])([0-5]\\d)(?![\\p{N}]|[.,:]\\d)',
    `(?:(\\s?${UNIT})|(?=\\s?${MORE})|)`,
  ),
  say: ([, hour, sign, minute, unit], { before, after }) => {
    if (unit === undefined && !isTime(sign, hour, before, after)) return undefined;
    return `${hourOf(hour)} Uhr${Number(minute) ? ` ${Number(minute)}` : ''}`;
  },
};

/** „1 Uhr“ */
export const oneOClock: Rule<'times'> = {
  name: 'times',
  pattern: /(?<![\p{L}\p{N}.,:])1(?=\sUhr(?!\p{L}))/gu,
  say: () => 'ein',
};

function hourOf(digits = ''): string {
  return Number(digits) === 1 ? 'ein' : String(Number(digits));
}

function isTime(sign = '', hour = '', before: string, after: string): boolean {
  if (MORE_AHEAD.test(after)) return true;
  if (NO_TIME.test(after)) return false;
  if (/(?:^|[^\p{L}])(?:um|gegen|kurz\s(?:vor|nach))\s+$/u.test(before)) return true;
  if (sign === '.') return false;
  if (/(?:^|[^\p{L}])(?:ab|bis|seit|vor|nach|von|zwischen|heute|morgen|uhr)[,:]?\s+$/u.test(before))
    return true;
  return /^[012]\d$/.test(hour) && !SCORE.test(before + after);
}

/** What an amount is told by. */
const NO_TIME =
  /^\s?(?:[%‰€$£°]|(?:Prozent|Euro|Franken|Dollar|Cent|Grad|Punkte?n?|Mio|Mrd|Millionen|Milliarden|Meter|Kilometer|Liter|Tonnen|Sekunden|Minuten|k?m|kg|l|t|ha|[kMG]Wh?)(?!\p{L}))/u;

const SCORE =
  /sieg|gew[ao]nn|spiel|s[aä]tz|verhältnis|niederlage|verlor|ma(?:ß|ss)stab|endstand|unentschieden/iu;

/** „1:23:45 Std.“, „3:45 Min.“ */
export const durations: Rule<'times'> = {
  name: 'times',
  pattern:
    /(?<![\p{L}\p{N}.,:])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?\s(Std\.|Stunden|h(?!\p{L})|Min\.|Minuten|min(?!\p{L}))/gu,
  say: ([, first = '', second = '', third, unit = '']) => {
    const names = /^[Mm]/.test(unit) ? ['Minute', 'Sekunde'] : ['Stunde', 'Minute', 'Sekunde'];
    // „20:15 h“ is a time of the day.
    if (unit === 'h' && third === undefined) return undefined;
    return [first, second, third]
      .flatMap((part, at) => (Number(part) && names[at] ? [count(Number(part), names[at])] : []))
      .join(' ');
  },
};

function count(number: number, name: string): string {
  return number === 1 ? `${one('f', '')} ${name}` : `${number} ${name}n`;
}

/** „030 123456“, „+49 30 1234-567“: DIN 5008; digit by digit. */
export const phones: Rule<'phones'> = {
  name: 'phones',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}.,:/+-]|\\d\\s)(?:\\+\\s?\\d|\\(?0\\d|(?<=(?:Tel\\.|Telefon|Fax|Mobil|Handy|Hotline|Telefonnummer):?\\s)\\d\\d)',
    '\\d{0,12}\\)?(?:[\\s/–-]{1,3}\\(?\\d{1,8}\\)?|(?<=\\))\\d{1,8}){0,7}(?![\\p{L}\\p{N}]|[.,:]\\d)',
  ),
  say: ([number], { before }) => {
    const digits = number.replace(/\D/g, '').length;
    const isNamed = /(?:Tel|Telefon|Fax|Mobil|Handy|Hotline|nummer)[.:]*\s*$/iu.test(before);
    if (digits < 6 || digits > 15 || !(isNamed || /^\+|\d[\s/–-]+\d|\)/.test(number)))
      return undefined;
    return number
      .replace(/\+\s?/, 'plus ')
      .replace(/\D+(?=\d)/gu, (between) => (between === 'plus ' ? between : ', '))
      .replace(/[()]/g, '')
      .replace(/\d(?=\d)/g, '$& ')
      .replace(/^, /, '');
  },
};

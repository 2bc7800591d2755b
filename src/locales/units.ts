import { formatNumber } from './format-number.js';
import type { Language } from './language.js';

export type TimeUnit = 'second' | 'minute' | 'hour' | 'shortMinute' | 'shortHour';

/** What follows a number, with the space before it: for one, and for more where that differs. As in CLDR, spaces included. */
const UNITS: Readonly<
  Record<Language, Readonly<Record<TimeUnit, readonly [one: string, more?: string]>>>
> = {
  de: {
    second: [' Sekunde', ' Sekunden'],
    minute: [' Minute', ' Minuten'],
    hour: [' Stunde', ' Stunden'],
    shortMinute: [' Min.'],
    shortHour: [' Std.'],
  },
  en: {
    second: [' second', ' seconds'],
    minute: [' minute', ' minutes'],
    hour: [' hour', ' hours'],
    shortMinute: [' min'],
    shortHour: [' hr'],
  },
  fr: {
    second: ['\u00a0seconde', '\u00a0secondes'],
    minute: [' minute', ' minutes'],
    hour: ['\u00a0heure', '\u00a0heures'],
    shortMinute: ['\u00a0min'],
    shortHour: ['\u202fh'],
  },
  it: {
    second: [' secondo', ' secondi'],
    minute: [' minuto', ' minuti'],
    hour: [' ora', ' ore'],
    shortMinute: [' min'],
    shortHour: [' h'],
  },
};

/**
 * Formats a whole number of units of time: "1 Minute", "2 Minuten", "2 Min.". Why it does without `Intl.NumberFormat`: `formatNumber`.
 */
export function formatUnit(value: number, unit: TimeUnit, lang: Language): string {
  const [one, more = one] = UNITS[lang][unit];
  const isSingular = value === 1 || (value === 0 && lang === 'fr');
  return formatNumber(value, lang) + (isSingular ? one : more);
}

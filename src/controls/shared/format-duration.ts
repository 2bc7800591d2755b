import type { Language } from '../../locales/language.js';
import { formatUnit, type TimeUnit } from '../../locales/units.js';

/** Seconds in words: "2 Minuten", "45 Sekunden", "1 Stunde 20 Minuten". Screen readers misread the time of a clock. */
export function durationInWords(seconds: number, lang: Language): string {
  return seconds < 55
    ? formatUnit(Math.max(1, Math.round(seconds / 5) * 5), 'second', lang)
    : hoursAndMinutes(seconds, 'hour', 'minute', lang);
}

/** Seconds in few characters, for a row with little room: "3 Min.", "1 Std. 20 Min."; at least one minute. */
export function shortDuration(seconds: number, lang: Language): string {
  return hoursAndMinutes(seconds, 'shortHour', 'shortMinute', lang);
}

function hoursAndMinutes(seconds: number, hour: TimeUnit, minute: TimeUnit, lang: Language) {
  const whole = Math.max(1, Math.round(seconds / 60));
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  return [
    hours > 0 && formatUnit(hours, hour, lang),
    minutes > 0 && formatUnit(minutes, minute, lang),
  ]
    .filter(Boolean)
    .join(' ');
}

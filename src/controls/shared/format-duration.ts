/** Seconds as a clock shows them: "3:07", "1:02:45". */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  const start = hours > 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  return `${start}:${pad(whole % 60)}`;
}

/**
 * Seconds in words: "2 Minuten", "45 Sekunden". Screen readers misread the time of a clock.
 *
 * @param lang BCP 47
 */
export function durationInWords(seconds: number, lang: string): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 55) return inUnit(Math.max(1, Math.round(seconds / 5) * 5), 'second', lang);
  if (minutes < 60) return inUnit(Math.max(1, minutes), 'minute', lang);
  const rest = minutes % 60;
  const hours = inUnit(Math.floor(minutes / 60), 'hour', lang);
  return rest > 0 ? `${hours} ${inUnit(rest, 'minute', lang)}` : hours;
}

type TimeUnit = 'second' | 'minute' | 'hour';

/** Cached, since creating one takes 2 ms on a phone. */
const formats = new Map<string, Intl.NumberFormat>();

function inUnit(value: number, unit: TimeUnit, lang: string): string {
  const key = lang + unit;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(key, format);
  return format.format(value);
}

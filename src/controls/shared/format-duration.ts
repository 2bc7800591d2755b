/** Seconds as a clock shows them: "3:07", "1:02:45". */
export function onClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  const start = hours > 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  return `${start}:${pad(whole % 60)}`;
}

/**
 * Seconds in words, as a person would say them: "2 Minuten", "45 Sekunden". Voices misread what a clock shows.
 *
 * @param lang BCP 47
 */
export function inWords(seconds: number, lang: string): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 55) return unit(Math.max(1, Math.round(seconds / 5) * 5), 'second', lang);
  if (minutes < 60) return unit(Math.max(1, minutes), 'minute', lang);
  const rest = minutes % 60;
  const hours = unit(Math.floor(minutes / 60), 'hour', lang);
  return rest > 0 ? `${hours} ${unit(rest, 'minute', lang)}` : hours;
}

type Unit = 'second' | 'minute' | 'hour';

/** One costs 2 ms to make on a phone. */
const formats = new Map<string, Intl.NumberFormat>();

function unit(value: number, unit: Unit, lang: string): string {
  const key = lang + unit;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(key, format);
  return format.format(value);
}

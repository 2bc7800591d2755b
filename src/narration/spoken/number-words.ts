const SMALL =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');

/** A whole number below a million as the first part of a compound: „ein“, „einundzwanzig“, „zweihundert“. */
export function cardinalStem(number: number): string {
  if (number < 20) return SMALL[number] ?? '';
  if (number < 100) {
    const ones = number % 10;
    return (ones ? `${SMALL[ones]}und` : '') + TENS[Math.floor(number / 10) - 2];
  }
  return number < 1000 ? multiple(number, 100, 'hundert') : multiple(number, 1000, 'tausend');
}

/** A whole number below a million as a separate word: „eins“, „einundzwanzig“, „hunderteins“. */
export function cardinal(number: number): string {
  return cardinalStem(number) + (number % 100 === 1 ? 's' : '');
}

/** Whether a year is read in hundreds: „neunzehnhundertachtzig“, but „tausendsechsundsechzig“ and „zweitausendzehn“. */
export function isReadInHundreds(year: number): boolean {
  return year >= 1100 && year < 2000;
}

/** A year as the first part of a word, as years are read: „neunzehnhundertachtzig“, „zweitausendzehn“. */
export function yearStem(year: number): string {
  return isReadInHundreds(year) ? multiple(year, 100, 'hundert') : cardinalStem(year);
}

/** A year as it is read, in words where synthesizers may read it as a quantity; digits as they are for all others. */
export function yearWord(digits: string): string {
  const year = Number(digits);
  return isReadInHundreds(year) ? yearStem(year) + (year % 100 === 1 ? 's' : '') : digits;
}

/** An ordinal without its ending: „erst“, „einundzwanzigst“. */
export function ordinalStem(number: number): string {
  const rest = number % 100;
  if (rest === 0 || rest > 19) return `${cardinalStem(number)}st`;
  const hundreds = number > rest ? cardinalStem(number - rest) : '';
  return hundreds + ({ 1: 'erst', 3: 'dritt', 7: 'siebt', 8: 'acht' }[rest] ?? `${SMALL[rest]}t`);
}

/** The value of a Roman numeral below 400; undefined if it is not a valid one. */
export function romanValue(numeral: string): number | undefined {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(numeral)) return undefined;
  const values = [...numeral].map((digit) => ({ I: 1, V: 5, X: 10, L: 50 })[digit] ?? 100);
  // A digit before a higher one is subtracted: „IX“.
  const signed = values.map((value, at) => (value < (values[at + 1] ?? 0) ? -value : value));
  return signed.reduce((sum, value) => sum + value, 0) || undefined;
}

function multiple(number: number, unit: number, name: string): string {
  const count = Math.floor(number / unit);
  const rest = number % unit;
  return (count > 1 ? cardinalStem(count) : '') + name + (rest ? cardinalStem(rest) : '');
}

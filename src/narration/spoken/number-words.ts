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

/** A year as the first part of a word, as years are read: „neunzehnhundertachtzig“, „zweitausendzehn“. */
export function yearStem(year: number): string {
  return year >= 1100 && year < 2000 ? multiple(year, 100, 'hundert') : cardinalStem(year);
}

/** An ordinal without its ending: „erst“, „einundzwanzigst“. */
export function ordinalStem(number: number): string {
  const rest = number % 100;
  if (rest === 0 || rest > 19) return `${cardinalStem(number)}st`;
  const hundreds = number > rest ? cardinalStem(number - rest) : '';
  return hundreds + ({ 1: 'erst', 3: 'dritt', 7: 'siebt', 8: 'acht' }[rest] ?? `${SMALL[rest]}t`);
}

/** The value of a Roman numeral of I, V and X; undefined if it is not a valid one. */
export function romanValue(numeral: string): number | undefined {
  const [, tens = '', nine, four, five = '', ones = ''] =
    /^(X{0,3})(?:(IX)|(IV)|(V?)(I{0,3}))$/.exec(numeral) ?? [];
  const rest = nine ? 9 : four ? 4 : 5 * five.length + ones.length;
  return tens.length * 10 + rest || undefined;
}

function multiple(number: number, unit: number, name: string): string {
  const count = Math.floor(number / unit);
  const rest = number % unit;
  return (count > 1 ? cardinalStem(count) : '') + name + (rest ? cardinalStem(rest) : '');
}

import { one, type Gender } from './endings.js';
import { anyOf, pattern, type Rule } from './rule.js';

/** Units that SI prefixes stand before: symbol, name, gender, plural's ending. DIN 1301, BIPM „SI-Broschüre“. */
const BASES =
  'm,Meter,m g,Gramm,n l,Liter,m L,Liter,m W,Watt,n Wh,Wattstunde,f,n V,Volt,n A,Ampere,n Ah,Amperestunde,f,n Hz,Hertz,n B,Byte,n bit,Bit,n J,Joule,n Pa,Pascal,n N,Newton,n bar,Bar,n s,Sekunde,f,n t,Tonne,f,n eV,Elektronenvolt,n cal,Kalorie,f,n Sv,Sievert,n Bq,Becquerel,n';
const PREFIXES: Readonly<Record<string, string>> = {
  '': '',
  k: 'Kilo',
  M: 'Mega',
  G: 'Giga',
  T: 'Tera',
  m: 'Milli',
  µ: 'Mikro',
  μ: 'Mikro',
  n: 'Nano',
  c: 'Zenti',
  d: 'Dezi',
  h: 'Hekto',
};
/** All others: symbol, name, gender, plural's ending. */
const OTHERS =
  'h,Stunde,f,n min,Minute,f,n min.,Minute,f,n Min.,Minute,f,n Std.,Stunde,f,n Sek.,Sekunde,f,n sek,Sekunde,f,n ha,Hektar,m PS,PS,f °C,Grad_Celsius,m °F,Grad_Fahrenheit,m °,Grad,m %,Prozent,n ‰,Promille,n dB,Dezibel,n EL,Esslöffel,m TL,Teelöffel,m ct.,Cent,m ct,Cent,m Rp.,Rappen,m Stk.,Stück,n Stck.,Stück,n St.,Stück,n Mio.,Million,f,en Mrd.,Milliarde,f,n Mia.,Milliarde,f,n Pkt.,Punkt,m,e ″,Zoll,m €,Euro,m EUR,Euro,m CHF,Franken,m USD,Dollar,m GBP,Pfund,n $,Dollar,m £,Pfund,n U,Umdrehung,f,en Wo.,Woche,f,n Mt.,Monat,m,e';

interface Unit {
  readonly name: string;
  readonly gender: Gender;
  readonly plural: string;
}

const units = new Map<string, Unit>();

/** Bare symbols of these are letters rather than units. */
const NEEDS_PREFIX = /^(?:A|B|J|N|L|bit|cal)$/;

for (const base of BASES.split(' ')) {
  const [symbol = '', name = '', gender, ending = ''] = base.split(',');
  for (const [sign, prefix] of Object.entries(PREFIXES)) {
    if (!sign && NEEDS_PREFIX.test(symbol)) continue;
    const full = prefix ? prefix + name.toLowerCase() : name;
    units.set(sign + symbol, { name: full, gender: gender as Gender, plural: full + ending });
  }
}
for (const other of OTHERS.split(' ')) {
  const [symbol = '', word = '', gender, ending = ''] = other.split(',');
  const name = word.replace('_', ' ');
  units.set(symbol, { name, gender: gender as Gender, plural: name + ending });
}
for (const power of ['m', 'km', 'cm', 'mm', 'dm'])
  for (const [sign, prefix] of [
    ['²', 'Quadrat'],
    ['³', 'Kubik'],
  ]) {
    const name = prefix + (units.get(power)?.name ?? '').toLowerCase();
    units.set(power + sign, { name, gender: 'm', plural: name });
  }

const SYMBOL = `(?:${anyOf([...units.keys()])})`;
const END = "(?![\\p{L}\\p{N}²³⁺⁻⁴-⁹/’']|·\\p{L})";

/** „5 km“, „1 h“, „120 km/h“, „5-km-Lauf“; also without a number where the symbol leaves no doubt. */
export const measures: Rule<'units'> = {
  name: 'units',
  pattern: pattern(
    "(?:(?<![\\p{N}.,:/\\p{L}–'’]|[\\d–]\\s)(1)([\\s-]?)|(?<=[\\d½¼¾⅓⅔]|\\d[.,][–-]|\\d\\s(?:Mio\\.|Mrd\\.|Mia\\.|Mill(?:ion|iarde)(?:en)?))([\\s-]?)|(?<![\\p{L}\\p{N}.°-]))",
    `(${SYMBOL})(?:/(${SYMBOL}|Jahr|Tag|Monat|Woche|Person|Minute|Stunde))?${END}`,
  ),
  say: ([, single, gap, space, symbol = '', per = ''], { before, after }) => {
    const unit = units.get(symbol);
    const below = per && (units.get(per)?.name ?? per);
    const end = per ? ` pro ${below}` : '';
    if (!unit) return undefined;
    if (single === undefined && space === undefined)
      return stands(symbol, per, before)
        ? (afterPer(before) ? unit.name : unit.plural) + end
        : undefined;
    if (!per && isNoUnit(symbol, single ? gap : space, before, after)) return undefined;
    if (single === undefined || gap === '-') {
      const number = single ?? '';
      return `${number} ${unit.plural}${end}`;
    }
    return `${one(unit.gender, before)} ${unit.name}${end}`;
  },
};

/** „Einwohner/km²“ */
export const rates: Rule<'units'> = {
  name: 'units',
  pattern:
    /(?<=\p{Lu}\p{L}{2,30})\s?\/\s?(?=(?:k?m[²³]|ha|h|kg|Jahr|Tag|Monat|Woche|Stunde|Person)(?![\p{L}\p{N}]))/gu,
  say: () => ' pro ',
};

const NAMES = new Map([...units.values()].map(({ name, gender }) => [name, gender]));
for (const [name, gender] of Object.entries({
  Franken: 'm',
  Jahr: 'n',
  Tag: 'm',
  Monat: 'm',
  Woche: 'f',
  Person: 'f',
  Mal: 'n',
  Kind: 'n',
  Frau: 'f',
  Mann: 'm',
  Mensch: 'm',
  Toter: 'm',
  Yen: 'm',
  Zentimeter: 'm',
  Tor: 'n',
  Stimme: 'f',
  Punkt: 'm',
} as const))
  NAMES.set(name, gender);

/** „1 Stunde“, „1 Million“ */
export const singles: Rule<'units'> = {
  name: 'units',
  pattern: /(?<![\p{N}.,:/\p{L}–'’-]|\d\s)1(?=\s(\p{Lu}\p{Ll}{2,20})(?!\p{L}))/gu,
  say: ([, name = ''], { before }) => {
    const gender = NAMES.get(name);
    return gender &&
      !/(?:Nr\.|Nummer|Kapitel|Seite|Band|Teil|Artikel|§|Abs\.|Platz|Tag|Phase|Stufe)\s$/iu.test(
        before,
      )
      ? one(gender, before)
      : undefined;
  },
};

/** Whether a symbol without a number is a unit for sure. */
function stands(symbol: string, per: string, before: string): boolean {
  if (/^(?:[€$£%‰]|°[CF]|EUR|CHF|USD|GBP)/.test(symbol)) return !/[\p{L}\p{N}]$/u.test(before);
  return (
    /[²³]|Wh$/.test(symbol) ||
    (per !== '' &&
      /^(?:k?m|[kcmµ]?g|[mk]?l|[kMG](?:bit|B))$/.test(symbol) &&
      /^(?:h|s|l|min|kg|k?m[²³]?|cm[²³]|m[lg])$/.test(per))
  );
}

function afterPer(before: string): boolean {
  return /(?:^|[^\p{L}])(?:pro|je|per|eine?)\s$/u.test(before);
}

/** „90s“, „5 m. E.“, „Klasse 5 g“ */
function isNoUnit(symbol: string, gap = '', before: string, after: string): boolean {
  if (/^[sU]$/.test(symbol)) return symbol === 'U' || gap === '';
  if (gap === '-' && !/^-/.test(after)) return true;
  if (symbol === 'St.') return /^\s\p{Lu}/u.test(after);
  if (symbol.length === 1 && /^\.\s?\p{Ll}\./u.test(after)) return true;
  return (
    /^[a-zA-Z]$/.test(symbol) && /(?:Klasse|Nr\.|Nummer|§|Absatz|Abs\.|Haus)\s\d+\s?$/u.test(before)
  );
}

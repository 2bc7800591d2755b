import type { Gender } from './inflection.js';

/**
 * Units of measurement and other abbreviations after a number. Sources: DIN 1301, BIPM „SI-Broschüre“.
 *
 * Columns: symbol; name; gender (m, f, n); what the plural adds to the name, nothing if it is the same.
 */

/** Units that take SI prefixes. */
const WITH_PREFIXES = `
m|Meter|m
g|Gramm|n
l|Liter|m
L|Liter|m
W|Watt|n
Wh|Wattstunde|f|n
V|Volt|n
A|Ampere|n
Ah|Amperestunde|f|n
Hz|Hertz|n
B|Byte|n
bit|Bit|n
J|Joule|n
Pa|Pascal|n
N|Newton|n
bar|Bar|n
s|Sekunde|f|n
t|Tonne|f|n
eV|Elektronenvolt|n
cal|Kalorie|f|n
Sv|Sievert|n
Bq|Becquerel|n
mol|Mol|n
Wp|Watt Peak|n`;

/** All others. */
const WITHOUT_PREFIXES = `
h|Stunde|f|n
min|Minute|f|n
min.|Minute|f|n
Min.|Minute|f|n
Std.|Stunde|f|n
Sek.|Sekunde|f|n
sek|Sekunde|f|n
ha|Hektar|m
qm|Quadratmeter|m
qkm|Quadratkilometer|m
cbm|Kubikmeter|m
dag|Dekagramm|n
dkg|Dekagramm|n
Nm|Newtonmeter|m
PS|PS|f
°C|Grad Celsius|m
° C|Grad Celsius|m
°F|Grad Fahrenheit|m
°|Grad|m
%|Prozent|n
‰|Promille|n
dB|Dezibel|n
EL|Esslöffel|m
TL|Teelöffel|m
ct.|Cent|m
ct|Cent|m
Ct|Cent|m
Ct.|Cent|m
Rp.|Rappen|m
Stk.|Stück|n
Stck.|Stück|n
St.|Stück|n
Mio.|Million|f|en
Mrd.|Milliarde|f|n
Mia.|Milliarde|f|n
Bio.|Billion|f|en
Pers.|Person|f|en
Pkt.|Punkt|m|e
″|Zoll|m
€|Euro|m
EUR|Euro|m
CHF|Franken|m
USD|Dollar|m
GBP|Pfund|n
T€|Tausend Euro|m
TEUR|Tausend Euro|m
$|Dollar|m
£|Pfund|n
U|Umdrehung|f|en
mmHg|Millimeter Quecksilbersäule|m
Vol.-%|Volumenprozent|n
Vol.%|Volumenprozent|n
% vol|Volumenprozent|n
% Vol.|Volumenprozent|n
% vol.|Volumenprozent|n
Gew.-%|Gewichtsprozent|n
Pck.|Päckchen|n
Pckg.|Packung|f|en
Pkg.|Packung|f|en
Pack.|Packung|f|en
Msp.|Messerspitze|f|n
Pr.|Prise|f|n
Bd.|Bund|n
Gl.|Glas|n
Lj.|Lichtjahr|n|e
Lj|Lichtjahr|n|e
PB|Petabyte|n
ppm|P P M|n
ppb|P P B|n
sm|Seemeile|f|n
kn|Knoten|m
MA|Mitarbeiter|m
EW|Einwohner|m
K|Kelvin|n
Bft|Beaufort|n
Bft.|Beaufort|n
Hm|Höhenmeter|m
hm|Höhenmeter|m
Mitarb.|Mitarbeiter|m
Einw.|Einwohner|m
BE|Broteinheit|f|en
kcal|Kilokalorie|f|n
KG|Kilogramm|n
MP|Megapixel|n
Wo.|Woche|f|n
Mt.|Monat|m|e`;

/** SI prefixes by symbol; there are two characters for „Mikro“ in Unicode. */
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

/** Without a prefix, the symbols of these are more often letters than units. */
const NEEDS_PREFIX = /^(?:A|B|J|N|L|bit|cal)$/;

export interface Unit {
  readonly name: string;
  readonly gender: Gender;
  readonly plural: string;
}

/** The units by symbol, with all their prefixes and with square and cubic lengths. */
export const units = new Map<string, Unit>();

for (const [symbol, name, gender, ending] of rowsOf(WITH_PREFIXES))
  for (const [prefixSymbol, prefix] of Object.entries(PREFIXES)) {
    if (!prefix && NEEDS_PREFIX.test(symbol)) continue;
    const fullName = prefix ? prefix + name.toLowerCase() : name;
    units.set(prefixSymbol + symbol, { name: fullName, gender, plural: fullName + ending });
  }
for (const [symbol, name, gender, ending] of rowsOf(WITHOUT_PREFIXES))
  units.set(symbol, { name, gender, plural: name + ending });
for (const length of ['m', 'km', 'cm', 'mm', 'dm'])
  for (const [exponent, prefix] of [
    ['²', 'Quadrat'],
    ['³', 'Kubik'],
  ]) {
    const name = prefix + (units.get(length)?.name ?? '').toLowerCase();
    units.set(length + exponent, { name, gender: 'm', plural: name });
  }

function rowsOf(table: string): [symbol: string, name: string, gender: Gender, ending: string][] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [symbol = '', name = '', gender = '', ending = ''] = row.split('|');
      return [symbol, name, gender as Gender, ending];
    });
}

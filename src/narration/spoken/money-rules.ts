import { indefiniteArticle, type Gender } from './inflection.js';
import { anyOf, pattern, type Rule } from './rule.js';
import { perName } from './unit-rules.js';

/** Symbols, name, gender, and the name of a hundredth. None of the names changes in the plural. */
const CURRENCIES = `
€ EUR Euro|Euro|m|Cent
CHF SFr. sFr. Fr. Franken|Franken|m|Rappen
$ US$ US-$ USD Dollar|Dollar|m|Cent
US-Dollar|U S-Dollar|m|Cent
£ GBP Pfund|Pfund|n|Pence
¥ JPY Yen|Yen|m|
DM D-Mark|Mark|f|Pfennig`;

interface Currency {
  readonly name: string;
  readonly gender: Gender;
  readonly part: string;
}

const currencies = new Map<string, Currency>();
for (const line of CURRENCIES.trim().split('\n')) {
  const [symbols = '', name = '', gender = '', part = ''] = line.split('|');
  for (const symbol of symbols.split(' '))
    currencies.set(symbol, { name, gender: gender as Gender, part });
}

const SYMBOL = anyOf([...currencies.keys()]);
const SIGN = anyOf([...currencies.keys()].filter((symbol) => !/^\p{Lu}\p{Ll}+$/u.test(symbol)));
const WHOLE = "(?:\\d{1,3}(?:[.'’\\u00A0\\u202F\\u2009 ]\\d{3})+(?!\\d)|\\d{1,15})";
/** „,50“, „.50“, „.–“, „.--“ */
const PART = '(?:[,.](\\d\\d(?!\\d)|[–—-]{1,2}))';
const AMOUNT = `(?:(${WHOLE})${PART}?|[–-]${PART})(?![\\d]|[.,]\\d)`;
const START = "(?<![\\p{L}\\p{N}.,:'’/+-]|[\\d–]\\s)";
/** „14,20 €/m²“ */
const PER =
  'm[²³]|km|[km]?g|t|l|h|min|[kM]Wh|[kM]?Wp|ha|St[üu]ck|Jahr|Monat|Woche|Tag|Stunde|Person|Nacht|Liter|Kilo|Tonne';
const SCALE = '(\\s(?:Mio\\.|Mrd\\.|Mia\\.|Bio\\.|[MB]ill(?:ion(?:en)?|iarden?)|Tsd\\.|Tausend))?';

/** „3,50 €“, „1 €“, „5.– Fr.“ */
export const amounts: Rule<'money'> = {
  name: 'money',
  pattern: pattern(START, AMOUNT, `[\\s-]?(${SYMBOL})(?:/(${PER}))?(?![\\p{L}\\p{N}/]|-?\\p{Ll})`),
  spokenForm: ([found, whole, part, onlyPart, symbol = '', per], { before, after }) =>
    /^\.?\d|^\s?\p{Lu}\p{Ll}+\s?\p{Lu}/u.test(after) && symbol === 'Fr.' && !part
      ? undefined
      : amount(symbol, whole, part ?? onlyPart, before, found, per),
};

/** „€ 3,50“, „Fr. 20.–“, „CHF 5 Mio.“ */
export const leadingSymbols: Rule<'money'> = {
  name: 'money',
  pattern: pattern(
    `(?<![\\p{L}\\p{N}])(${SIGN})\\s?`,
    `(?:${AMOUNT}|(\\d{1,3}[.,]\\d(?=\\s\\p{L})))${SCALE}`,
    '(?!\\s?Uhr|\\.\\s?(?:\\p{L}|\\d{1,2}\\.))',
  ),
  spokenForm: ([, symbol = '', whole, part, onlyPart, decimal, scale = ''], { before, swiss }) => {
    // „Fr. 20“ without a part for the cents is an amount only in Switzerland.
    if (symbol === 'Fr.' && !swiss && !part && !onlyPart && !scale) return undefined;
    if (!scale) return decimal ? undefined : amount(symbol, whole, part ?? onlyPart, before, '');
    const number = decimal ?? plain(whole) + (part ? `,${part}` : '');
    const words = {
      'Mio.': 'Millionen',
      'Mrd.': 'Milliarden',
      'Mia.': 'Milliarden',
      'Bio.': 'Billionen',
      'Tsd.': 'Tausend',
    };
    const name = words[scale.trim() as keyof typeof words] ?? scale.trim();
    return `${number.replace('.', ',')} ${name} ${currencies.get(symbol)?.name}`;
  },
};

/** „3,5 Mio. Fr.“ */
export const franken: Rule<'money'> = {
  name: 'money',
  pattern: /(?<=\d\s(?:Mio\.|Mrd\.|Mia\.|[MB]ill(?:ion(?:en)?|iarden?))\s)s?Fr\.(?!\s?\d)/gu,
  spokenForm: () => 'Franken',
};

function amount(
  symbol: string,
  whole: string | undefined,
  part: string | undefined,
  before: string,
  found: string,
  per?: string,
): string | undefined {
  const currency = currencies.get(symbol);
  if (!currency) return undefined;
  const { name, gender, part: partName } = currency;
  const cents = /^\d/.test(part ?? '') ? Number(part) : 0;
  const units = plain(whole);
  if (cents && !Number(units) && partName) return `${cents} ${partName}`;
  // Voices read the name correctly, and „Pfund“ and „Mark“ are not always money.
  if (symbol === name && part === undefined && units === whole && units !== '1' && !per)
    return undefined;
  if (symbol === name && units === '1' && !cents) return undefined;
  const count = units === '1' ? indefiniteArticle(gender, before) : units;
  const spoken = `${count} ${name}${cents ? ` ${cents}` : ''}${per ? perName(symbol, per) : ''}`;
  return spoken === found ? undefined : spoken;
}

function plain(whole = ''): string {
  return whole.replace(/\D/g, '');
}

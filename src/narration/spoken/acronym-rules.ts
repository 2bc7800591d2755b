import { type Rule } from './rule.js';

/** Read letter by letter, though a word could be made of them. */
const LETTERS = new Set(
  'ADAC AG AI AKH AKW ALS AOK ARD BASF DAAD EDA EEG EG EKD EM EU EWR EZB FAZ FU GEZ HIV HU IAEA IAEO ICE IOC IRA IT IV KI KIT LED OB OECD OP ORF OSZE RAF RAI SED SUV TU UKW UN US USA UV ÖBB ÖVP ÖV ÖRR ÖAMTC AHV'.split(
    ' ',
  ),
);

/** Read as a word, though of three letters. */
const WORDS = new Set(
  'UNO ETA ESA DAX GAU DIN ISO PEN PIN RAM ROM SIM TAN TÜV TUI LAN ZAR KOM BAM SUVA REGA ASTRA'.split(
    ' ',
  ),
);

/** Common words that capitals give weight to. */
const COMMON =
  /^(?:A[BMN]|ALL|AUCH|AUF|AUS|BEI|BIS|BIN|DA|DAS|DE[MNRS]|DICH|DIE|DIR|DOCH|DU|EIN|E[RS]|FÜR|GAR|GUT|HAT|HIER|ICH|IHR|I[MN]|IST|JA|KEIN|MAN|MICH|MIR|MIT|NEIN|NIE|NUN|NUR|OB|ODER|OH|SEHR|SIE|SIND|SO|TAG|TOT|TUN|UM|UND|UNS|VO[MNR]|WA[RS]|WE[MNRG]|WIE|WIR|WO|ZUM?|ZUR|NEU|RAT|ROT|WEG|ZEIT|TOD|OHNE|ALT)$/;

const ONSET =
  '(?:SCH[LMNRW]?|CH|PH|TH|S[TP]R?|[BFGKP][LR]|[DTVW]R|QU|KN|GN|PF|ZW|S[KLMNW]|TSCH|[BCDFGHJKLMNPQRSTVWXZ])';
const CODA =
  '(?:[LMNR]?(?:CH|SCH|[BDFGKLMNPRSTZCXV])(?:[ST]T?)?|CK|NG|NK|SS|TT|PT|KT|CT|FT|XT|GT|ND|NTS|H[LMNRT]?|[BCDFGHKLMNPRSTVXZ])';
const VOWELS = '[AEIOUÄÖÜY]{1,2}';
const SPEAKABLE = new RegExp(`^${ONSET}?${VOWELS}(?:${CODA}?${ONSET}?${VOWELS}){0,9}${CODA}?$`);

/** How the plural of a letter is spoken, by the letter's name: „Wehs“ in „PKWs“. */
const NAMES: Readonly<Record<string, string>> = {
  A: 'Ahs',
  E: 'Ehs',
  H: 'Hahs',
  I: 'Is',
  J: 'Jots',
  K: 'Kahs',
  O: 'Os',
  Q: 'Kuhs',
  U: 'Uhs',
  V: 'Vaus',
  X: 'Ixe',
  Y: 'Ypsilons',
  Z: 'Zetts',
  ...Object.fromEntries(
    [...'BCDGPTW'].map((letter) => [letter, `${letter === 'C' ? 'Z' : letter}ehs`]),
  ),
  ...Object.fromEntries(
    [...'FLMNRS'].map((letter) => [letter, `E${letter.toLowerCase().repeat(2)}s`]),
  ),
};

/** „DVRK“, „USA-Reise“, „PKWs“, and „NATO“; words in capitals are words. */
export const acronyms: Rule<'acronyms'> = {
  name: 'acronyms',
  pattern: /(?<![\p{L}\p{N}_.])(\p{Lu}{2,40})(s?)(?![\p{L}\p{N}]|\.\p{L})/gu,
  say: ([, word = '', plural], { before, after }) => {
    // „Teil II“, but „IV-Rente“
    if (/^[IVX]+$/.test(word + after.charAt(0).trim())) return undefined;
    const isLoud = isShouted(before, after);
    if (COMMON.test(word)) return isLoud || word.length > 2 ? asWord(word) : undefined;
    if (word === 'WLAN') return 'W Lan';
    return isSpelled(word, isLoud) ? spell(word, plural) : asWord(word) + plural;
  },
};

/** „GmbH“, „AfD“, „StGB“: capitals and small letters without a vowel, or one small letter between two capitals. */
export const mixed: Rule<'acronyms'> = {
  name: 'acronyms',
  pattern:
    /(?<![\p{L}\p{N}_.])(?:(?=[^\P{L}aeiouäöüyAEIOUÄÖÜY]{3,8}(?:s?(?!\p{L})))(\p{Lu}\p{Ll}{0,2}\p{Lu}[\p{L}]{0,4}?)|(\p{Lu}\p{Ll}\p{Lu}))(s?)(?![\p{L}\p{N}])/gu,
  say: ([, consonants, three, plural]) => spell(consonants ?? three ?? '', plural),
};

function isSpelled(word: string, isShouted: boolean): boolean {
  if (LETTERS.has(word) || !/[AEIOUÄÖÜY]/.test(word)) return true;
  if (isShouted || WORDS.has(word)) return false;
  return word.length <= 3 || (word.length <= 6 && !SPEAKABLE.test(word));
}

const SHOUTED = '\\p{Lu}{2,}[!?]?';
const SHOUTED_BEFORE = new RegExp(`(?:(?<!\\p{L})${SHOUTED}\\s+){1,3}$`, 'u');
const SHOUTED_BEHIND = new RegExp(`^[!?]?(?:\\s+${SHOUTED}(?!\\p{L})){1,3}`, 'u');

/** Whether two more words in capitals stand next to a word: a heading, or a cry. */
function isShouted(before: string, after: string): boolean {
  const around = `${SHOUTED_BEFORE.exec(before)?.[0] ?? ''} ${SHOUTED_BEHIND.exec(after)?.[0] ?? ''}`;
  return /\p{L}\P{L}+\p{L}/u.test(around);
}

function spell(word: string, plural?: string): string {
  const letters = [...word];
  const last = letters.at(-1) ?? '';
  if (plural) letters[letters.length - 1] = NAMES[last.toUpperCase()] ?? last;
  return letters.join(' ');
}

function asWord(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

import { type Rule } from './rule.js';

/** Acronyms that are spelled, although they could be read as a word. */
const SPELLED = new Set(
  'ADAC AEUV AFD AG AI AKH AKW ALS AOK APO ARD BASF BIP BSW CDU CEO CSU DAAD EDA EEG EG EKD EM EU EUGH EVP EWR EZB FAZ FDP FPÖ FU GEZ HIV HU IAEA IAEO ICE IOC IRA IT IV KI KIT LED MAN NYSE OB OECD OP ORF OSZE RAF RAI SED SPD SPÖ SUV SVP TU UKW UN US USA UV ÖBB ÖVP ÖV ÖRR ÖAMTC AHV'.split(
    ' ',
  ),
);

/** Acronyms of up to three letters, and some longer ones, that are read as a word. */
const READ_AS_WORD = new Set(
  'APP APPS WEB PET TOP POP FUN HIT FAN CUP MIX NEW NON YES UNO ETA ESA DAX GAU DIN ISO PEN PIN RAM ROM SAT SIM TAN TÜV TUI LAN ZAR KOM BAM SUVA REGA ASTRA IATA'.split(
    ' ',
  ),
);

/** Common words, which may be written in capitals for emphasis. */
const COMMON_WORD =
  /^(?:A[BMN]|ALL|AUCH|AUF|AUS|BEI|BIS|BIN|DA|DAS|DE[MNRS]|DICH|DIE|DIR|DOCH|DU|EIN|E[RS]|FÜR|GAR|GUT|HAT|HIER|ICH|IHR|I[MN]|IST|JA|KEIN|MAN|MICH|MIR|MIT|NEIN|NIE|NUN|NUR|OB|ODER|OH|SEHR|SIE|SIND|SO|TAG|TOT|TUN|UM|UND|UNS|VO[MNR]|WA[RS]|WE[MNRG]|WIE|WIR|WO|ZUM?|ZUR|NEU|RAT|ROT|WEG|ZEIT|TOD|OHNE|ALT)$/;

/** Names that are also common words, which are rarely emphasized within a sentence. */
const NAMES = /^(?:MAN|OB)$/;

const ONSET =
  '(?:SCH[LMNRW]?|CH|PH|SH|TH|S[TP]R?|[BCFGKP][LR]|[DTVW]R|QU|KN|GN|PF|ZW|S[KLMNW]|TSCH|[BCDFGHJKLMNPQRSTVWXZ])';
const CODA =
  '(?:[LNR]?(?:CH|SCH|[BDFGKLMNPRSTZCXV])(?:[ST]T?S?)?|M(?:B|D|M|P|PF|S|ST|T|Z)|CK|NG|NK|SS|TT|PT|KT|CT|FT|XT|GT|ND|NTS|H[LMNRT]?|S[KM]|[BCDFGHKLMNPRSTVXZ])';
const VOWELS = '[AEIOUÄÖÜY]{1,2}';
const PRONOUNCEABLE = new RegExp(`^${ONSET}?${VOWELS}(?:${CODA}?${ONSET}?${VOWELS}){0,9}${CODA}?$`);

/** A foreign letter, or as many vowels as consonants: „NVIDIA“. */
const WORD_BY_FORM =
  /[À-ÃÅ-ÕØ-ÛÝ-Þ]|^[^AEIOUÄÖÜY]{1,2}(?:[AEIOUÄÖÜY][^AEIOUÄÖÜY]){1,2}[AEIOUÄÖÜY]{2}$/;

/** How the plural of a letter is spoken: „Wehs“ in „PKWs“. */
const LETTER_PLURALS: Readonly<Record<string, string>> = {
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

/** „DVRK“, „USA-Reise“ and „PKWs“ are spelled; „NATO“ and ordinary words in capitals are read as words. */
export const acronyms: Rule<'acronyms'> = {
  name: 'acronyms',
  // „1.FC“, but „a.FC“
  pattern: /(?<![\p{L}\p{N}_]|(?<!\s\d)\.)(\p{Lu}{2,40})(s?)(?![\p{L}\p{N}]|\.\p{L})/gu,
  spokenForm: ([, word = '', plural], { before, after }) => {
    // „Teil II“, but „IV-Rente“
    if (/^[IVX]+$/.test(word + after.charAt(0).trim())) return undefined;
    const allCaps = isInAllCaps(before, after);
    if (NAMES.test(word) && !allCaps) return spell(word, plural);
    if (COMMON_WORD.test(word)) {
      if (isCountry(word, before, after)) return spell(word);
      return allCaps || word.length > 2 ? asWord(word) : undefined;
    }
    const special = SPECIAL.get(word) ?? stateOf(word, after);
    if (special) return special + plural;
    return isSpelled(word, allCaps) ? spell(word, plural) : asWord(word) + plural;
  },
};

/** Acronyms of which a part is read as a word, or that are not spelled as their letters suggest. */
const SPECIAL = new Map(
  Object.entries({
    WLAN: 'W Lan',
    MDAX: 'M Dax',
    SDAX: 'S Dax',
    TecDAX: 'Teck Dax',
    BAföG: 'Bafög',
    AStA: 'Asta',
    LaTeX: 'Latech',
    CRISPR: 'Krisper',
    EuGH: 'E U G H',
    EuG: 'E U G',
    CoV: 'Co V',
    DDoS: 'D Dos',
    SpVgg: 'Spielvereinigung',
  }),
);

/** „Ricciardo (AUS)“: such a code can be a common word. */
function isCountry(word: string, before: string, after: string): boolean {
  return word.length === 3 && /\p{L}\s\($/u.test(before) && /^[)/-]/.test(after);
}

/** „in NÖ“, but „die NÖ Gebietskrankenkasse“. */
function stateOf(word: string, after: string): string | undefined {
  if (/^\s?\p{Lu}/u.test(after)) return undefined;
  return { NÖ: 'Niederösterreich', OÖ: 'Oberösterreich' }[word];
}

/** „mRNA“, „eSIM“: an acronym with a letter before it. */
export const prefixedAcronyms: Rule<'acronyms'> = {
  name: 'acronyms',
  pattern: /(?<![\p{L}\p{N}_.])(\p{Ll})(\p{Lu}{2,5})(?![\p{L}\p{N}])/gu,
  spokenForm: ([, letter, word = '']) =>
    `${letter} ${isSpelled(word, false) ? spell(word) : asWord(word)}`,
};

/** News agencies and others that write their acronyms in lower case. */
export const lowerCaseAcronyms: Rule<'acronyms'> = {
  name: 'acronyms',
  pattern: /(?<![\p{L}\p{N}_.@])(?:dpa|epd|sda|kna|rbb|ddp|afp)(?![\p{L}\p{N}_]|\.\p{L})/gu,
  spokenForm: ([word]) => spell(word),
};

/** „BVerfG“, „EuGH“, „AsylG“, „MdB“: ends with a capital; its syllables of three letters and more are read as such. */
export const lawsAndCourts: Rule<'acronyms'> = {
  name: 'acronyms',
  pattern:
    /(?<![\p{L}\p{N}_.])(?=\p{Lu}{0,10}\p{Ll})\p{Lu}\p{L}{1,11}\p{Lu}(?=s?(?![\p{L}\p{N}]))s?/gu,
  spokenForm: ([found]) => {
    const special = SPECIAL.get(found);
    if (special) return special;
    const [, word = '', plural = ''] = /^(.+?)(s?)$/.exec(found) ?? [];
    if (SYLLABLES.test(word)) return asWord(word) + plural;
    const parts = word.match(/\p{Lu}\p{Ll}*/gu) ?? [];
    const last = spell(parts.at(-1) ?? '', plural);
    // „AfD“ is spelled, but „OWiG“ has a syllable.
    const isShort = word.length < 4;
    return [...parts.slice(0, -1).map((part) => partOf(part, isShort)), last].join(' ');
  },
};

/** „MoMA“, „BaföG“: a consonant before each vowel. */
const SYLLABLES = /^(?:[^aeiouäöüy][aeiouäöü]){2,4}[^aeiouäöüy]?$/i;

function partOf(part: string, isShort: boolean): string {
  const hasVowel = /[aeiouäöü]/i.test(part);
  return hasVowel && part.length > (isShort ? 2 : 1) && /\p{Ll}/u.test(part)
    ? part
    : spell(hasVowel ? part.toUpperCase() : part);
}

/** „GmbH“, „AfD“, „StGB“: upper and lower case without a vowel, or one lower-case letter between two capitals. */
export const mixedCaseAcronyms: Rule<'acronyms'> = {
  name: 'acronyms',
  pattern:
    /(?<![\p{L}\p{N}_.])(?:(?=[^\P{L}aeiouäöüyAEIOUÄÖÜY]{3,8}(?:s?(?!\p{L})))(\p{Lu}\p{Ll}{0,2}\p{Lu}[\p{L}]{0,4}?)|(\p{Lu}\p{Ll}\p{Lu}))(s?)(?![\p{L}\p{N}])/gu,
  spokenForm: ([found, consonants, three, plural]) =>
    SPECIAL.get(found) ?? spell(consonants ?? three ?? '', plural),
};

function isSpelled(word: string, allCaps: boolean): boolean {
  // „AKNÖ“: no German word ends so.
  if (SPELLED.has(word) || !/[AEIOUÄÖÜY]/.test(word) || word.endsWith('Ö')) return true;
  if (allCaps || READ_AS_WORD.has(word) || WORD_BY_FORM.test(word)) return false;
  // „IASS“
  if (/^I[AEOU]/.test(word) && word.length === 4) return true;
  return word.length <= 3 || (word.length <= 6 && !PRONOUNCEABLE.test(word));
}

const CAPITALS = '\\p{Lu}{2,}[!?]?';
const CAPITALS_BEFORE = new RegExp(`(?:(?<!\\p{L})${CAPITALS}\\s+){1,3}$`, 'u');
const CAPITALS_AFTER = new RegExp(`^[!?]?(?:\\s+${CAPITALS}(?!\\p{L})){1,3}`, 'u');

/** Whether at least two words next to a word are in capitals, too, as in a heading or an exclamation. */
function isInAllCaps(before: string, after: string): boolean {
  const around = `${CAPITALS_BEFORE.exec(before)?.[0] ?? ''} ${CAPITALS_AFTER.exec(after)?.[0] ?? ''}`;
  return /\p{L}\P{L}+\p{L}/u.test(around);
}

function spell(word: string, plural?: string): string {
  const letters = [...word];
  const last = letters.at(-1) ?? '';
  if (plural) letters[letters.length - 1] = LETTER_PLURALS[last.toUpperCase()] ?? last;
  return letters.join(' ');
}

function asWord(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

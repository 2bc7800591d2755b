import {
  endingAfterArticle,
  endingWithoutArticle,
  genderOf,
  lastWord,
  nounIn,
} from './inflection.js';
import { ordinalStem, romanValue } from './number-words.js';
import { pattern, type Rule } from './rule.js';
import { isScore } from './score-context.js';

/** The names of the months and their abbreviations, including Austrian ones. */
export const MONTH =
  '(?:J[aä]n(?:uar|ner)?|Feb(?:r|ruar|er)?|Mär(?:z|(?=\\.))|Mrz|Apr(?:il)?|Mai|Jun[io]?|Jul[iy]?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)(?!\\p{L})';

/** Nouns before which a number with a full stop is an ordinal even without an article. */
const COUNTED =
  /^[OU]G$|(?:^|-|\p{Ll})(?:platz|rang|weltkrieg|liga|klasse|auflage|aufl|bd|stock|etage|obergescho(?:ss|ß)|quartal|halbjahr|halbzeit|semester|jahrhundert|jhd?t?|jahrtausend|runde|spieltag|minute|fc|lesung|geburtstag|todestag|jahrestag|mal|advent|staffel|teil|akt|internationale|republik|vatikanum|konzil|kongress|parteitag|lebensjahr|tag|woche|schritt|versuch|phase|generation|wahlgang|reihe|bezirk|abteilung|armee|kapitel|spiel|sieg|niederlage|titel|treffer|instanz|saison|rennen|etappe|tabellenplatz|folge|ausgabe|verhandlungstag|stelle|welle|kammer|senat|dynastie|gebot|stunde|rate|sitzung|duell|lauf|satz|viertel|drittel|ordnung|ebene|grades|potenz|durchgang|heft|legislaturperiode|amtszeit|pokalsieg|meisterschaft|länderspiel|pflichtspiel|ligaspiel|heimspiel|auswärtsspiel|saisonspiel|saisontor|saisontreffer|saisonsieg|sonntag|hochzeitstag|glied|gruppe|hj|preis|stra(?:ß|ss)e|ampel|ausfahrt|spiele?n?)s?$/iu;

/** Offices of which there are several, also in the feminine. */
const OFFICE =
  /(?:bürgermeister|vorstand|vizepräsident|stellvertreter|kassierer?|schriftführer|konzertmeister|sekretär)(?:in)?$/iu;

/** An adjective as a noun has the ending of the ordinal before it: „1. Vorsitzender“. */
const PARTICIPLE = /(?:vorsitzend|beigeordnet|geschäftsführend)(e[rnms]?)$/iu;

const CONNECTOR = '(?:,|und|oder|bis|sowie|bzw\\.|[–/-])';
const MORE_ORDINALS_AFTER = new RegExp(
  `^(?:\\s*${CONNECTOR}\\s*(?:\\p{L}+\\s+){0,2}\\d{1,3}\\.)+`,
  'u',
);
const MORE_ORDINALS_BEFORE = new RegExp(
  `(?:\\d{1,3}\\.\\s*(?:\\p{L}+\\.?\\s*|\\d{1,2}\\.\\s*)?(?:\\d{4}\\s*)?${CONNECTOR}\\s*)+$`,
  'u',
);
const FOLLOWED_BY_MONTH = new RegExp(`^\\s*${MONTH}`, 'u');
const WEEKDAY_BEFORE =
  /(?:^|[^\p{L}])(?:a[mb]|bis|vom|seit|zum|nach|vor|de[mn])\s+\p{L}{2,10}\.?,?\s+$/u;

/** „am heutigen 31. Oktober“ */
const ADJECTIVE_BEFORE =
  /(?<!\p{L})(?:a[mb]|bis|vom|zum|beim|dem|den|des|diesem|diesen)\s\p{Ll}{2,}en\s+$/u;

/** The ending of a date's day and month, by the text before them: „am einundzwanzigsten“, „einundzwanzigster“. */
export function dateEnding(before: string): string {
  const lead = before.replace(MORE_ORDINALS_BEFORE, '');
  const ending = endingAfterArticle(lead, 'Mai');
  if (ending) return ending;
  const isObject =
    /^(?:ab|bis|einschließlich|spätestens|frühestens|seit|vor|nach|von|zwischen|auf|per|mit|gegen|um|zu|für|in)$/u;
  return isObject.test(lastWord(lead)) ||
    /(?<!\p{L})v\.\s?$/u.test(lead) ||
    WEEKDAY_BEFORE.test(lead) ||
    ADJECTIVE_BEFORE.test(lead)
    ? 'en'
    : 'er';
}

function endingFor(before: string, rest: string, certain: boolean): string | undefined {
  const lead = before.replace(MORE_ORDINALS_BEFORE, '');
  const noun = nounIn(rest);
  // „die XXV. Olympischen Spiele“: the plural
  if (/[Ss]piele$/.test(noun) && /^(?:die|der)$/.test(lastWord(lead))) return 'en';
  if (!certain)
    certain =
      (isAfterPreposition(lead) && genderOf(noun) !== '') ||
      (isAfterGenitive(lead) && /^[nf]$/.test(genderOf(noun)));
  const ending = endingAfterArticle(lead, noun) ?? endingAfterAdjective(lead, before);
  if (ending || !certain) return ending;
  const parallel = PARTICIPLE.exec(noun)?.[1];
  if (parallel) return parallel;
  const word = lastWord(lead);
  if (/^(?:für|gegen|ohne|durch|um|per)$/u.test(word))
    return { m: 'en', n: 'es', f: 'e', '': undefined }[genderOf(noun)];
  if (/^(?:auf|bis|im)$/u.test(word)) return undefined;
  // „feiert 60. Geburtstag“: the verb may require the accusative, which differs from the nominative only in the masculine.
  const isSubject =
    /^$|^\p{Lu}|^(?:und|oder|als|wie|in|mit|von|bei|nach|seit|zu|aus|ab|w[ui]rde?|werden|wurden|war|ist|bleibt|blieb)$/u;
  if (genderOf(noun) === 'm' && !isSubject.test(word)) return undefined;
  return endingWithoutArticle(lead, noun);
}

/** „nach 24. Spiel“, „in 1. Instanz“: a sentence does not end right after a preposition and a number. */
function isAfterPreposition(lead: string): boolean {
  return /^(?:nach|in|mit|seit|bei|zu|aus|für|gegen|ohne)$/u.test(lastWord(lead));
}

/** „Beethovens 9. Sinfonie“, „Brahms’ 4. Sinfonie“ */
function isAfterGenitive(lead: string): boolean {
  return /(?:^\p{L}|(?<!\p{L})\p{Lu})\p{Ll}{2,}(?:[^s\P{Ll}]s|[sßxz]['’])\s$/u.test(lead);
}

/** „im frühen 19. Jahrhundert“: the adjective and the ordinal have the same ending. */
function endingAfterAdjective(lead: string, before: string): string | undefined {
  const [adjective, ending] = /\p{Ll}{2,}(e[nrms]?)\s+$/u.exec(lead) ?? [];
  if (!adjective) return undefined;
  const beyond = lead.slice(0, -adjective.length).replace(/[„“»"‚']$/u, '');
  return beyond.length < before.length - adjective.length || MORE_ORDINALS_BEFORE.test(beyond)
    ? ending
    : endingAfterArticle(beyond, '') && ending;
}

/** „am 21. Oktober“, „der 3. Platz“, „II. Weltkrieg“: Regelwerk § 104, the full stop after ordinals. */
export const ordinals: Rule<'ordinals'> = {
  name: 'ordinals',
  pattern: pattern(
    "(?<![\\p{L}\\p{N}.,:'’+−]|[^.]/|\\d\\s)",
    '(?:(\\d{1,3}(?:\\.\\d{3})?)|([IVX]{1,5}))\\.(?:\\s?\\+\\s?(\\d{1,2})\\.?(?=\\s?Min))?(?![\\p{N}.]|[a-z]\\.)',
  ),
  spokenForm: ([, digits, roman = '', added], { before, after }) => {
    const number = digits ? Number(digits.replace('.', '')) : romanValue(roman);
    if (!number) return undefined;
    const rest = after.replace(MORE_ORDINALS_AFTER, '');
    // „1.FC“
    const space = /^\p{L}/u.test(after) ? ' ' : '';
    if (digits && FOLLOWED_BY_MONTH.test(rest))
      return ordinalStem(number) + dateEnding(before) + space;
    const noun = nounIn(rest);
    const isCounted = [COUNTED, OFFICE, PARTICIPLE].some((kind) => kind.test(noun));
    if (roman && !isCounted) return undefined;
    if (!digits && /^[IVX]$/.test(roman) && !/^\s+(?:Weltkrieg|Internationale|Republik)/.test(rest))
      return undefined;
    // „die 110 oder die 112.“
    if (number > 99 && CLAUSE_END.test(after)) return undefined;
    const ending = endingFor(before, rest, isCounted);
    if (!ending) return undefined;
    const word = ordinalStem(number) + ending;
    // „in der 90.+3 Minute“
    if (added) return `${word} plus ${ordinalStem(Number(added))}${ending}`;
    return roman ? word.charAt(0).toUpperCase() + word.slice(1) : word + space;
  },
};

/** „im 20ten Jahrhundert“, „der 1ste“ */
export const endedOrdinals: Rule<'ordinals'> = {
  name: 'ordinals',
  pattern: pattern('(?<![\\p{L}\\p{N}.,:])', '(\\d{1,3})s?t(e[nrms]?)(?!\\p{L})'),
  spokenForm: ([, digits, ending = '']) =>
    Number(digits) ? ordinalStem(Number(digits)) + ending : undefined,
};

/** „(72.‘)“, „in der 90.+1.’“: the minute of a goal. */
export const minutesOfGoals: Rule<'ordinals'> = {
  name: 'ordinals',
  pattern: pattern(
    "(?<![\\p{L}\\p{N}.,:])(\\d{1,3})\\.(?:\\s?\\+\\s?(\\d{1,2})\\.?)?['’‘′´](?=[\\s),;/]|$)",
  ),
  spokenForm: ([, digits, added], { before }) => {
    const number = Number(digits);
    if (!number || number > 120) return undefined;
    // „‚Sie wurde die 3.‘, sagte er“ closes a quotation.
    if (!/\([^)]*$|(?<!\p{L})(?:de|eine|jede|zu)r\s$/iu.test(before) || /‚[^‘’]*$/u.test(before))
      return undefined;
    const ending = endingAfterArticle(before, 'Minute') ?? 'e';
    const more = added ? ` plus ${ordinalStem(Number(added))}${ending}` : '';
    return `${ordinalStem(number)}${ending}${more} Minute`;
  },
};

/** „traf zum 2:0 (52.)“, „Kane (12., 78.)“: the minute of a goal, or a rank. */
export const inBrackets: Rule<'ordinals'> = {
  name: 'ordinals',
  pattern: pattern(
    '(?<=[\\p{L}\\p{N}.]\\s\\((?:\\d{1,3}\\.(?:\\+\\d)?(?:,|\\sund|/)\\s?){0,4})',
    '(\\d{1,3})\\.(?=(?:(?:,|\\sund|/)\\s?\\d{1,3}\\.(?:\\+\\d)?){0,4}(?:,\\s(?:\\p{Lu}\\p{Ll}*elfmeter|Eigentor|FE|HE|ET))?\\))',
  ),
  spokenForm: ([, digits], { before }) => {
    const number = Number(digits);
    // „die (1.) berufliche oder (2.) andere“ numbers the items of a list.
    if (!number || number > 120 || (number < 10 && !/\d:\d/.test(before))) return undefined;
    return `${ordinalStem(number)}e`;
  },
};

/** „beim Tabellen-15.“, „gegen den Weltranglisten-5.“ */
export const ranks: Rule<'ordinals'> = {
  name: 'ordinals',
  pattern: pattern('(?<=(?:\\p{L}listen|abellen|esamt)-)(\\d{1,3})\\.(?=[\\s,)]\\s?\\S)'),
  spokenForm: ([, digits], { before }) => {
    if (!Number(digits)) return undefined;
    const lead = before.replace(/[\p{L}-]+$/u, '');
    const bare = /(?<!\p{L})(?:gegen|für)\s$/iu.test(lead) ? 'en' : 'er';
    const word = ordinalStem(Number(digits)) + (endingAfterArticle(lead, 'Platz') ?? bare);
    return word.charAt(0).toUpperCase() + word.slice(1);
  },
};

/** „wurde nur 4.“, „landete als 3. im Ziel“: an ordinal without a noun. */
export const predicates: Rule<'ordinals'> = {
  name: 'ordinals',
  pattern: pattern(
    '(?<=(?<!\\p{L})(?:(w[uia]rd(?:e|en)?|war(?:en)?|ist|sind|worden|geworden|bin|bleibt|blieb|als)\\s(?:(?:er|sie|es|nur|auch|nun|erneut|immerhin|damit|wieder|sogar|überraschend|Gesamt|derzeit|aktuell|schließlich|lediglich|am\\sEnde|zuletzt|(?:in|beim?|im)\\s\\p{L}{2,20})\\s){0,3})(?:\\d{1,2}\\.(?:,|\\sund|\\soder)\\s){0,2})',
    '(\\d{1,2})\\.(?=[\\s,;!?)“”"]*$|[,;)]|\\s(?:und|oder|hinter|vor|im|in|beim?|mit|über|auf|von|am|nach|der|des|ins?)(?!\\p{L}))',
  ),
  spokenForm: ([, , digits], { before, after }) => {
    // At the end of a sentence, it may be an age: „Er wird 20.“
    if (CLAUSE_END.test(after) && !(Number(digits) <= 20 && isRanked(before))) return undefined;
    if (!Number(digits) || /^\s(?:und|oder)\s\d{1,2}\.\s\p{Lu}\p{Ll}/u.test(after))
      return undefined;
    const word = ordinalStem(Number(digits));
    const isWoman =
      /(?:^|[.:;]\s)(?:sie|die)\s|(?<!\p{L})(?:w[ua]rd?e?|ist|blieb|landete)\ssie\s|\p{L}{3}in(?:nen)?\s(?=[^,]*$)/u.test(
        before,
      );
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}e${isWoman ? '' : 'r'}`;
  },
};

const CLAUSE_END = /^[\s!?)“”"]*$/u;
/** „siegte, Hülkenberg wurde 7.“ */
function isRanked(before: string): boolean {
  return RANKED.test(before) || CONTEST.test(before) || isScore(before, '');
}

const CONTEST =
  /(?:weltcup|rennen|finale|lauf|sprint|slalom|abfahrt|springen|etappe|meisterschaft|olympia)|(?<!\p{L})(?:WM|EM)(?!\p{L})/iu;
const RANKED =
  /(?<!\p{L})(?:nur|erneut|immerhin|wieder|sogar|überraschend|Gesamt|derzeit|aktuell|schließlich|lediglich|am\sEnde|zuletzt|als|\d\.,?(?:\sund|\soder)?)\s$/u;

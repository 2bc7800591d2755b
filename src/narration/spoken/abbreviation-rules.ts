import { type Abbreviation, abbreviationTable } from './abbreviations.js';
import { endingAfterArticle, genderOf, lastWord, nounIn } from './inflection.js';
import { MONTH } from './ordinal-rules.js';
import { pattern, type Rule } from './rule.js';
import { isScore } from './score-context.js';

const known = new Map<string, Abbreviation>();
for (const abbreviation of abbreviationTable)
  if (abbreviation.spoken) known.set(keyOf(abbreviation.form), abbreviation);

/** The forms with any space or none inside, and with a capital as the first letter. */
const FORMS = [...known.values()]
  .map(({ form }) => form)
  .sort((a, b) => b.length - a.length)
  .map((form) =>
    form
      .replace(/\./g, '\\.')
      .replace(/ /g, '\\s?')
      .replace('’', "['’]")
      .replace(/^\p{Ll}/u, (first) => `[${first}${first.toUpperCase()}]`),
  )
  .join('|');

/** „z. B.“, „usw.“, „sog.“: Regelwerk § 101. */
export const abbreviations: Rule<'abbreviations'> = {
  name: 'abbreviations',
  pattern: pattern(
    `(?<![\\p{L}\\p{N}\\u00AD]|(?<!\\p{L})(?!s)\\p{L}\\.\\s?(?=\\p{L}\\.))(?:${FORMS})(?!\\p{L})`,
  ),
  spokenForm: ([form], { before, after }) => {
    const key = keyOf(form);
    const isFirst = !/[\p{L}\p{N}]/u.test(before);
    const found = known.get(key) ?? (isFirst ? known.get(lowerFirst(key)) : undefined);
    if (!found || !(found.mayEnd || /^\s*[^\s.!?…]/u.test(after))) return undefined;
    if (!fits(found.context, before, after)) return undefined;
    const spoken = SPOKEN_IN_CONTEXT[found.form]?.(before, after) ?? found.spoken;
    if (spoken.endsWith('-')) return inflect(spoken.slice(0, -1), before, after);
    // „S.12“
    return /^\d/.test(after) ? `${spoken} ` : spoken;
  },
};

/** „Bahnhofstr. 5“ */
export const streets: Rule<'abbreviations'> = {
  name: 'abbreviations',
  pattern: /(?<=\p{Ll}{3}|\p{L}-[Ss]?)(?:str|Str)\.(?!\p{L})/gu,
  spokenForm: ([short]) => `${short.slice(0, -1)}aße`,
};

/** „§ 5 Abs 2 lit a“, „ca 300“, „5 Mrd Euro“: the laws of Austria, and hasty writers, leave out the full stop. */
export const withoutFullStop: Rule<'abbreviations'> = {
  name: 'abbreviations',
  pattern: pattern(
    '(?<![\\p{L}\\p{N}.-])(?:(?:Abs|Nr|Ziff|Rn|Rz|ca)(?=\\s\\d)|[Gg]em(?=\\s(?:§|Art|Abs|Anhang))|Art(?=\\s\\d+[a-z]?\\s(?:Abs|lit|\\p{Lu}-?\\p{L}*\\p{Lu}))|lit(?=\\s[a-z](?!\\p{L}))|(?<=\\d\\s)(?:Mio|Mrd)(?![\\p{L}.-]))',
  ),
  spokenForm: ([form]) => (known.get(`${form}.`) ?? known.get(`${lowerFirst(form)}.`))?.spoken,
};

/** „Urteil v. 17.9.2020“ */
export const vom: Rule<'abbreviations'> = {
  name: 'abbreviations',
  pattern: pattern(`(?<![\\p{L}.])v\\.(?=\\s?\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|${MONTH}))`),
  spokenForm: () => 'vom',
};

/** „gelegentl.“, „gesetzl. Vorgaben“: words in -lich, shortened. */
export const shortenedAdjectives: Rule<'abbreviations'> = {
  name: 'abbreviations',
  pattern:
    /(?<![\p{L}\p{N}.-])((?!mitt|verg)(?=\p{L}{0,20}[aeiouäöü])\p{Ll}{2,20}(?<!sch)[bdfghmnrtz])l\.(?=\s?[^\s.!?…])/gu,
  spokenForm: ([, stem = ''], { before, after }) =>
    SENTENCE_ADVERB.test(stem) && endingAfterArticle(before, '') === undefined
      ? `${stem}lich`
      : inflect(`${stem}lich`, before, after),
};

const SENTENCE_ADVERB =
  /(?:voraussicht|schein|eigent|gelegent|angeb|vermut|hoffent|letzt|ledig|säch|grundsätz|ursprüng|bezüg|schließ|zusätz|end|wirk)$/u;

/** Abbreviations with several meanings; undefined if the one in the table applies. */
const SPOKEN_IN_CONTEXT: Readonly<
  Record<string, (before: string, after: string) => string | undefined>
> = {
  // „am 2. Adv.“
  'Adv.': (before) => (/\d\.\s$/.test(before) ? 'Advent' : undefined),
  'Bhf.': (before) => (lastWord(before) === 'des' ? 'Bahnhofs' : undefined),
  'Hbf.': (before) => (lastWord(before) === 'des' ? 'Hauptbahnhofs' : undefined),
  'Jh.': century,
  'Jhd.': century,
  'Jhdt.': century,
  // „320 S., geb., 24 Euro“
  'geb.': (before, after) => {
    if (/\d\s?S(?:\.|eiten),\s$/u.test(before)) return 'gebunden';
    return /^\s?\p{Lu}/u.test(after) ? 'geborene' : undefined;
  },
  // „Meier u. a.“, but „sagte u. a., dass“
  'u. a.': (_, after) =>
    /^\s*(?:$|[),;.!?“"])/u.test(after) &&
    !/^,\s(?:dass|ob|wie|weil|wenn|um|was|wer|wo|indem)\s/u.test(after)
      ? 'und andere'
      : undefined,
  // „von 6–12 J.“
  'J.': (before) => (COUNTED_IN_DATIVE.test(before) ? 'Jahren' : undefined),
  // „in der 38. Min.“
  'Min.': (before) => (/\d\.\s$/.test(before) ? 'Minute' : undefined),
  // „1 Mon.“, „zu 3 J. und 6 Mon.“
  'Mon.': (before) =>
    /(?<![\d.,–-])1\s?$/.test(before)
      ? 'Monat'
      : COUNTED_IN_DATIVE.test(before)
        ? 'Monaten'
        : undefined,
  // „Lt. Polizei“ at the beginning of a sentence
  'Lt.': (before) => (/[\p{L}\p{N}]/u.test(before) ? undefined : 'laut'),
  // „Termine n. V.“, but „3:2 n. V.“
  'n. V.': (before) =>
    isScore(before, '') || /\d\)?,?\s?$/.test(before) ? undefined : 'nach Vereinbarung',
  // „im Mai d. J.“, but „Hans Holbein d. J.“
  'd. J.': (before) =>
    /\p{Lu}\p{L}+\s$/u.test(before) && !ENDS_IN_MONTH.test(before) ? 'der Jüngere' : undefined,
  // „Art. 5 Abs. 1 S. 2“
  'S.': (before, after) => {
    if (/Abs(?:atz|\.)\s?\d+\s$/u.test(before)) return 'Satz';
    if (/\d\s?$/.test(before)) return 'Seiten';
    return /^\s?\d+\s?(?:[–-]|und|bis)\s?\d/u.test(after) ? 'Seiten' : undefined;
  },
  'Rn.': (_, after) =>
    /^\s?\d+\s?(?:ff?\.|[–-]|und|bis)/u.test(after) ? 'Randnummern' : undefined,
  // „nach h. M.“, „folgt der h. M.“
  'h. M.': (before) => {
    const word = lastWord(before);
    if (/^(?:der|einer|zur)$/iu.test(word)) return 'herrschenden Meinung';
    return /^(?:nach|entgegen|laut|gemäß)$/iu.test(word) ? 'herrschender Meinung' : undefined;
  },
  // „die Stmk. Landesregierung“
  'Stmk.': (before, after) => ofState('Steiermärkisch', before, after),
  'Bgld.': (before, after) => ofState('Burgenländisch', before, after),
  'Oö.': (before, after) => ofState('Oberösterreichisch', before, after),
  'Nö.': (before, after) => ofState('Niederösterreichisch', before, after),
  'Hr.': (before) =>
    /^(?:mit|von|bei|an|für|gegen|de[mn]|zu)$/u.test(lastWord(before)) ? 'Herrn' : undefined,
};

/** The adjective of an Austrian state before a noun. */
function ofState(adjective: string, before: string, after: string): string | undefined {
  return /^\s\p{Lu}\p{Ll}/u.test(after) ? inflect(adjective, before, after) : undefined;
}

const COUNTED_IN_DATIVE =
  /(?<!\p{L})(?:von|mit|ab|seit|vor|nach|in|bei|zu)\s(?:(?:ca\.|etwa|nur|rund|knapp|fast|über|gut|erst|schon|insgesamt)\s)?[\d.,]+(?:\s?(?:[–-]|bis|(?:J(?:\.|ahren?)\s)?und)\s?[\d.,]+)?\s?$/iu;
const ENDS_IN_MONTH = new RegExp(`${MONTH}\\.?\\s$`, 'iu');

function century(before: string): string | undefined {
  return /(?:^|[^\p{L}])des\s(?:\S+\s){0,4}$/u.test(before) ? 'Jahrhunderts' : undefined;
}

const AFTER_NUMBER = /\d(?:\)?,?\s?|\.\s)$/u;

const CONTEXTS: Readonly<
  Record<Exclude<Abbreviation['context'], '' | '1' | 'month'>, ['before' | 'after', RegExp]>
> = {
  _1: ['after', /^\s?(?:mit\s)?(?:\d|[IVX]+(?!\p{L}))/u],
  '1_': ['before', AFTER_NUMBER],
  _A: ['after', /^\s?["„»]?\p{Lu}/u],
  A_: ['before', /\p{L}{3},?[\s-]$/u],
  _a: ['after', /^\s?\p{Ll}(?!\p{L})/u],
};

/** A name has no full stop after it within a sentence: „von Jan. bis Aug.“ */
const WITHIN_CLAUSE = /^\s?(?:\d{4}|[–—/-]|\p{Ll})/u;
const AFTER_MONTH = new RegExp(
  `(?:(?<!\\p{L})${MONTH}\\.?(?:\\s?[–/-]\\s?|\\s(?:bis|und|oder|auf)\\s)|(?<!\\p{L})[Ii]m\\s)$`,
  'u',
);

function fits(context: Abbreviation['context'], before: string, after: string): boolean {
  if (context === '') return true;
  if (context === 'month')
    return AFTER_NUMBER.test(before) || AFTER_MONTH.test(before) || WITHIN_CLAUSE.test(after);
  if (context === '1') return fits('_1', before, after) || fits('1_', before, after);
  const [side, form] = CONTEXTS[context];
  return form.test({ before, after }[side]);
}

/** The name of a language is not inflected: „von lat. aqua“. */
const LANGUAGE = /(?:isch|deutsch)$/u;

function inflect(stem: string, before: string, after: string): string | undefined {
  const noun = nounIn(after);
  if (
    !noun ||
    (LANGUAGE.test(stem) && /(?:[(,;:[/]|(?:^|[^\p{L}])(?:von|auf|aus|wie))\s?$/u.test(before))
  )
    return stem;
  // „die“ is also the article of the plural.
  if (lastWord(before) === 'die' && isPlural(stem, noun)) return `${stem}en`;
  const ending = endingAfterArticle(before, noun);
  if (ending) return stem + ending;
  return stem + (genderOf(noun) === 'm' && /^$|^ein$/u.test(lastWord(before)) ? 'er' : 'e');
}

function isPlural(stem: string, noun: string): boolean {
  return (
    /^(?:oben|unten|verschieden)/u.test(stem) ||
    (/(?:en|er[ns]?|eln|s)$/u.test(noun) && genderOf(noun) !== 'f')
  );
}

function keyOf(form: string): string {
  return form.replace(/\s/g, '').replace("'", '’');
}

function lowerFirst(key: string): string {
  return key.charAt(0).toLowerCase() + key.slice(1);
}

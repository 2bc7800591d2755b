/** The grammatical gender of a noun; empty if its form does not show it. */
export type Gender = 'm' | 'f' | 'n' | '';

/** Nouns that often follow ordinals and adjectives, and endings that determine the gender: Duden, „Die Grammatik“. */
const GENDERS: readonly [Gender, RegExp][] = [
  [
    'n',
    /(?:jahr|hj|jahrhundert|jahrtausend|jahrzehnt|jhd?t?|quartal|semester|mal|kind|tor|buch|spiel|haus|team|leben|treffen|zimmer|bein|kapitel|gescho(?:ss|ß)|konzil|reich|drittel|viertel|gebot|bild|konzert|stück|opfer|rennen|duell|finale|ziel|wort|gesetz|land|chen|ment|ett|tum|um|^[oued]g)$/iu,
  ],
  [
    'f',
    /(?:mutter|tochter|schwester|nummer|kammer|oper|feier|frau|wahl|stadt|nacht|welt|ung|heit|keit|schaft|ion|tät|ik|ur|enz|anz|zeit|ei|ee|liga|bank|aufl|ampel|ausfahrt)$/iu,
  ],
  [
    'm',
    /(?:platz|rang|versuch|krieg|teil|band|bd|tag|monat|punkt|schritt|lauf|sieg|titel|termin|fall|satz|grund|stock|sohn|mann|akt|gang|kongress|bezirk|kreis|gipfel|preis|test|zug|artikel|abschnitt|weg|name|gedanke|junge|kunde|experte|kollege|zeuge|könig|kaiser|papst|staat|stand|contest|cup|award|prix|slam|marathon|run|summit|day|ling|ismus|[^o]or|[nk]är|(?<!mili)tär|ent|ant|er|f[ck]|s[cv]|mai|juni|juli|januar|februar|märz|april|august|jän|jan|febr?|apr|aug|sept?|okt|nov|dez)$/iu,
  ],
  ['f', /(?:e|a|in)$/iu],
];

/** The stems of words that are inflected like „ein“, and like „dieser“. */
const EIN = '(?:[mdsk]?ein|ihr|unse?r|eue?r)';
const DIES = '(?:dies|jed|jen|welch)';

const EN = new RegExp(
  `^(?:de[mns]|[ai]m|vom|beim|zu[mr]|unterm|überm|${EIN}e[mnrs]|${DIES}e[mn])$`,
  'u',
);
const E = new RegExp(`^(?:d(?:ie|as)|(?:in|an|auf|für)s|${EIN}e|${DIES}es?)$`, 'u');
const DER = new RegExp(`^(?:der|${DIES}er)$`, 'u');
const BARE = new RegExp(`^${EIN}$`, 'u');
const DATIVE =
  /(?:^|[^\p{L}])(?:in|an|auf|mit|von|bei|nach|seit|zu|aus|unter|über|vor|hinter|neben|zwischen|ab|gegenüber|während|wegen|trotz|statt|außer)\s+\p{L}+\s+$/u;

/** The gender of a noun by its form; the last part decides in a compound with hyphens. */
export function genderOf(noun: string): Gender {
  const last = noun.replace(/^.*-/, '');
  return GENDERS.find(([, form]) => form.test(last))?.[0] ?? '';
}

/**
 * The ending of an adjective or ordinal after an article or another determiner; undefined if there is none, or if the ending
 * depends on a gender that is not known.
 */
export function endingAfterArticle(before: string, noun: string): string | undefined {
  const word = lastWord(before).replace(/^\p{Lu}/u, (first) => first.toLowerCase());
  if (EN.test(word)) return 'en';
  if (E.test(word)) return 'e';
  const gender = genderOf(noun);
  if (DER.test(word))
    return (gender === 'f' && word !== 'jeder') || DATIVE.test(before) ? 'en' : 'e';
  if (BARE.test(word)) return gender === 'm' ? 'er' : gender === 'n' ? 'es' : undefined;
  return undefined;
}

/** The ending of an adjective or ordinal without an article; undefined if the gender is not known. */
export function endingWithoutArticle(before: string, noun: string): string | undefined {
  const gender = genderOf(noun);
  if (/^(?:in|mit|von|bei|nach|seit|zu|aus|ab)$/u.test(lastWord(before)))
    return gender && (gender === 'f' ? 'er' : 'em');
  return { m: 'er', n: 'es', f: 'e', '': undefined }[gender];
}

/** Prepositions with the accusative, and verbs of prices, sizes and recipes: „kostet einen Euro 62“. */
const ACCUSATIVE =
  /^(?:für|um|pro|je|gegen|durch|auf|über|kostete?n?|schüttete?|beträgt|betrug|zahl(?:t|te|en|ten)|bezahl(?:t|te|en|ten)|verlangt|spendet|spendete|nehmen?|nimmt|wiegt|wog|dauert|dauerte|maß|misst|verlor|gewann|sprang|lief|schwamm)$/u;

/** „kostet jetzt einen Euro 49“ */
const ADVERB = /(?<=\s)(?:jetzt|nun|nur|noch|derzeit|aktuell|künftig|heute|rund|etwa|knapp)\s$/u;

/** „ein“ before a noun of a gender, in the case that the preposition before it requires. */
export function indefiniteArticle(gender: Gender, before: string): string {
  const word = lastWord(before.replace(ADVERB, ''));
  if (/^(?:mit|von|zu|bei|ab|nach|aus|seit|vor|in|binnen)$/iu.test(word))
    return gender === 'f' ? 'einer' : 'einem';
  if (gender === 'f') return 'eine';
  return gender === 'm' && ACCUSATIVE.test(word) ? 'einen' : 'ein';
}

/** „ein halber“ before a noun of a gender, in the case that what comes before it requires. */
export function oneHalf(gender: Gender, before: string): string {
  const article = indefiniteArticle(
    gender,
    // „Man nehme 250 g Mehl, ½ TL Salz“
    /(?<!\p{L})(?:nehme|gebe|gib)(?!\p{L})/iu.test(before) ? 'nehme ' : before,
  );
  const ending = { ein: gender === 'm' ? 'er' : 'es', eine: 'e' }[article] ?? 'en';
  return `${article} halb${ending}`;
}

/** Part of a name: „Deutscher Bundestag“, „Olympische Spiele“. */
const CAPITALIZED_ADJECTIVE =
  /^(?:Deutsch|\p{L}+(?:isch|lich)|International|National|Groß|Gross|Klein|Hoh|Neu|Alt|Rot|Grün|Schwarz|Weiß|Heilig|Rund|Offen|Erst|Zweit)e[nmrs]?$/u;

/** What decides the gender of an English name, since it comes last: „Eurovision Song Contest“. */
const ENGLISH_NAME =
  /^\s*(?:\p{Lu}[\p{L}-]*\s){1,3}(Contest|Cup|Award|Prix|Slam|Marathon|Run|Summit|Day)(?!\p{L})/u;

/** The next noun, with at most two words in lower case before it; empty if there is none. */
export function nounIn(after: string): string {
  const [, noun = '', next = ''] =
    /^\s*(?:\p{Ll}+\s+){0,2}["„»]?(\p{Lu}[\p{L}-]*)(?:\s+(\p{Lu}\p{L}+))?/u.exec(after) ?? [];
  const english = ENGLISH_NAME.exec(after)?.[1];
  if (english) return english;
  return next && CAPITALIZED_ADJECTIVE.test(noun) ? next : noun;
}

/** The last word before the match, or the last part of a word with hyphens. */
export function lastWord(before: string): string {
  return /(\p{L}+)\s+$/u.exec(before)?.[1] ?? '';
}

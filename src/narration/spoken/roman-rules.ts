import { cardinal, ordinalStem, romanValue } from './number-words.js';
import { pattern, type Rule } from './rule.js';

/** First names of kings, queens and popes. */
const MEN =
  'Albert|Albrecht|Alexander|Alfons|Alfonso|August|Benedikt|Bonifa[tz](?:ius)?|Carl|Carlos|Charles|Christian|[CK]lemens|[EÉ]douard|Eduard|Edward|Ernst|Ferdinand|Franz|Friedrich|Georg|George|Gregor|Gustav|Adolf|Haakon|Hadrian|Harald|Heinrich|Henr[iy]|Innozen[tz]|Jakob|James|Johann|Johannes|Jose[fp]h?|Julius|[CK]onrad|Karl|Leo|Leopold|Louis|Ludwig|Maximilian|Napoleon|Nikolaus|Olav|Otto|Paul|Pedro|Peter|Philipp?|Pius|Ramses|Richard|Rudolf|Sigismund|Sixtus|Stephan|Umberto|Urban|Emanuel|Wenzel|Wilhelm|William|Willem';
const WOMEN =
  'Anna|Christina|Eli[sz]abeth|Isabella|Katharina|Kleopatra|Margar?ethe|Maria|Mary|Wilhelmina';

const TITLE =
  /(?:könig|kaiser|papst|zar|sultan|herzog|fürst|graf|pharao|königin|kaiserin|zarin)s?\s/iu;

/** The forms of the article by the text before the name, with up to four words in between. */
const CASES: readonly [RegExp, string, string][] = [
  [
    /(?:^|[^\p{L}])(?:von|vom|mit|unter|bei|beim|zu|zum|nach|seit|aus|gegenüber|neben|vor|dem)\s+(?:\p{Lu}\p{L}+\s+){0,4}$/u,
    'dem',
    'der',
  ],
  [/(?:^|[^\p{L}])(?:für|gegen|durch|um|ohne|an|den)\s+(?:\p{Lu}\p{L}+\s+){0,4}$/u, 'den', 'die'],
  [/(?:^|[^\p{L}])(?:des|wegen|während|trotz)\s+(?:\p{Lu}\p{L}+\s+){0,4}$/u, 'des', 'der'],
];

/** „Ludwig XIV.“: Duden, „Die Grammatik“. */
export const regnalNumbers: Rule<'numerals'> = {
  name: 'numerals',
  pattern: pattern(
    `(?<=(?<!\\p{L})(${MEN}|(${WOMEN}))(s?)\\s)([IVX]{1,5})(\\.|(?![\\p{L}\\p{N}.]))`,
  ),
  spokenForm: ([, name = '', woman, genitive, roman = '', point], { before, after }) => {
    const number = romanValue(roman);
    const lead = before.slice(0, -name.length - (genitive?.length ?? 0) - 1);
    if (!number || (roman.length === 1 && !isRuler(lead, after, point))) return undefined;
    const cases =
      genitive && !name.endsWith('s') ? CASES.at(-1) : CASES.find(([form]) => form.test(lead));
    const [, his, her] = cases ?? [null, 'der', 'die'];
    const article = woman ? her : his;
    const ending = article === (woman ? 'die' : 'der') ? 'e' : 'en';
    const word = ordinalStem(number) + ending;
    return `${article} ${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  },
};

/** A numeral of one letter can also be an initial: „Karl V. Müller“. */
function isRuler(lead: string, after: string, point: string | undefined): boolean {
  return TITLE.test(lead.slice(-25)) || (point === '.' && !/^\s*\p{Lu}/u.test(after));
}

/** „Kapitel IV“, „Hartz IV“. */
export const romanNumbers: Rule<'numerals'> = {
  name: 'numerals',
  pattern: pattern(
    '(?<=(?<!\\p{L})(?:Kapitel|Kap\\.|Teil|Band|Bd\\.|Akt|Aufzug|Buch|Artikel|Art\\.|Anhang|Abschnitt|Stufe|Phase|Tafel|Nummer|Nr\\.|Hartz|Satz|Szene|Typ|Klasse|Gruppe|Liga|Titel)\\s)',
    '(?:[IVX]{2,5}|I|(?<=(?:el|ap\\.|Teil|Band|Bd\\.|Akt|Buch)\\s)[VX])(?![\\p{L}\\p{N}]|\\.\\s\\p{Lu})',
  ),
  spokenForm: ([roman]) => {
    const number = romanValue(roman);
    return number ? cardinal(number) : undefined;
  },
};

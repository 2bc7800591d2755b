import { isSentenceStarter } from '../sentence-starters.js';
import { cardinal, ordinalStem, romanValue } from './number-words.js';
import { pattern, type Rule } from './rule.js';

/** First names of kings, queens and popes: their numeral may be a single letter, or stand without a full stop. */
const RULER =
  /^(?:Albert|Albrecht|Alexander|Alfons|Alfonso|August|Benedikt|Bonifa[tz](?:ius)?|Carl|Carlos|Charles|Christian|[CK]lemens|[EÉ]douard|Eduard|Edward|Ernst|Felipe|Ferdinand|Franz|Frederik|Selassie|Friedrich|Georg|George|Gregor|Gustav|Adolf|Haakon|Hadrian|Harald|Heinrich|Henr[iy]|Innozen[tz]|Jakob|James|Johann|Johannes|Jose[fp]h?|Juan|Juliana|Julius|[CK]onrad|Karl|Leo|Leopold|Louis|Ludwig|Maximilian|Mehmed|Murad|Selim|Süleyman|Mohammed|Napoleon|Nikolaus|Olav|Otto|Paul|Pedro|Peter|Philipp?|Pius|Ramses|Richard|Rudolf|Sigismund|Sixtus|Stephan|Thutmosis|Umberto|Urban|Emanuel|Wenzel|Wilhelm|William|Willem|Anna|Christina|Eli[sz]abeth|Isabella|Katharina|Kleopatra|Margar?ethe|Maria|Mary|Wilhelmina|Margrethe)$/u;
const WOMAN =
  /^(?:Eli[sz]abeth|Margar?ethe|Margrethe|Mary|(?!(?:Luca|Sascha|Attila|Mustafa|Nikita|Mswati|Abbas|Baldassa)$)\p{L}+a|Marie|Sophie|Eugenie)$/u;

const TITLE =
  /(?:könig|kaiser|papst|päpste|zar|sultan|herzog|fürst|(?<!para)graf|pharao|königin|kaiserin|zarin|pharaonin)s?\s/iu;

/** The forms of the article by the text before the name, with up to four words in between. */
const CASES: readonly [RegExp, string, string][] = [
  [
    /(?:^|[^\p{L}])(?:von|vom|mit|unter|bei|beim|zu|zum|nach|seit|aus|gegenüber|neben|vor|dem(?:\s\p{Ll}+en)?)\s+(?:\p{Lu}\p{L}+\s+){0,4}$/u,
    'dem',
    'der',
  ],
  [
    /(?:^|[^\p{L}])(?:für|gegen|durch|um|ohne|an|auf|den(?:\s\p{Ll}+en)?)\s+(?:\p{Lu}\p{L}+\s+){0,4}$/u,
    'den',
    'die',
  ],
  [
    /(?:^|[^\p{L}])(?:des(?:\s\p{Ll}+en)?|wegen|während|trotz)\s+(?:\p{Lu}\p{L}+\s+){0,4}$/u,
    'des',
    'der',
  ],
];

/** What several numerals are counted with: „Teile I–III“. */
const NUMBERED =
  '(?<!\\p{L})(?:Kapitel|Teile|Bände|Bde\\.|Akte|Artikel|Anhänge|Klassen|Stufen|Phasen)\\s';

/** „Kapitel IV“, „Hartz IV“, „Az. VI ZR 12/24“, „Apollo-XI-Mission“. */
export const romanNumbers: Rule<'numerals'> = {
  name: 'numerals',
  pattern: pattern(
    '(?:(?<=(?<!\\p{L})(?:BGBl\\.(?:\\s\\d{4})?|Kapitel|Kap\\.|Teil|Band|Bd\\.|Akt|Aufzug|Buch|Artikel|Art\\.|Anhang|Abschnitt|Stufe|Phase|Tafel|Nummer|Nr\\.|Hartz|Satz|Szene|Typ|Klasse|Gruppe|Liga|Titel|Kabinett|Sinfonie|Psalm|Sonett|SGB|Super\\sBowl|Kolonne|Division|Sektion|Zone|Variante|Modul|Block|Kategorie|Güteklasse|Generation|Episode|Folge)\\s)',
    '(?:[IVXLC]{2,7}|I|(?<=(?:SGB|el|ap\\.|Teil|Band|Bd\\.|Akt|Buch|Episode|Stufe|Phase|Szene|Folge)\\s)[VX])(?![\\p{L}\\p{N}]|\\.\\s\\p{Lu})',
    // „Teile I–III“
    `|(?<=${NUMBERED})[IVX]{1,5}(?=\\s?(?:[–-]|und|bis)\\s?[IVX]+(?![\\p{L}\\p{N}]))`,
    `|(?<=${NUMBERED}[IVX]{1,5}\\s?(?:[–-]|und|bis)\\s?)[IVX]{1,5}(?![\\p{L}\\p{N}])`,
    // „Faust I“
    '|(?<=„\\p{Lu}[\\p{L} ]{1,30}\\s)I(?=“)',
    // Courts number their senates and chambers.
    '|(?<=(?<!\\p{L})(?:LG|Landgerichts?|StA|Staatsanwaltschaft)\\s\\p{Lu}\\p{Ll}{2,20}\\s)I{1,3}(?![\\p{L}\\p{N}])',
    '|(?<![\\p{L}\\p{N}])[IVX]{1,4}(?=\\s(?:ZR|ZB|ZA|StR|ARZ|AZR|R|B|ARs)\\s\\d)',
    // Volumes of the decisions of the Swiss Federal Supreme Court: „BGE 147 I 89“
    '|(?<=BGE\\s\\d{2,3}\\s)[IV]{1,3}(?=[ab]?\\s\\d)',
    // „Malcolm-X-Biografie“: a single X stands for a name.
    '|(?<=\\p{L}-)(?!X-)[IVX]{1,5}(?=-\\p{Lu}))',
  ),
  spokenForm: ([roman], { before, after }) => {
    const number = romanValue(roman);
    // „IV-Rente“, „CD-ROM“: an abbreviation.
    if (!number || /^-\p{L}/u.test(after) !== /-$/.test(before)) return undefined;
    return cardinal(number);
  },
};

/** „Ludwig XIV.“, „Rocky II“: Duden, „Die Grammatik“. */
export const regnalNumbers: Rule<'numerals'> = {
  name: 'numerals',
  pattern: pattern(
    '(?<=(?<![\\p{L}\\p{N}-])(\\p{Lu}\\p{Ll}[\\p{L}’-]{0,20}|\\p{Lu}{2,4})\\s)([IVX]{1,6})(\\.|(?![\\p{L}\\p{N}.’/+-]))',
  ),
  spokenForm: ([, found = '', roman = '', point], { before, after }) => {
    const number = romanValue(roman);
    if (!number || isSentenceStarter(found)) return undefined;
    const genitive = !RULER.test(found) && found.endsWith('s') && RULER.test(found.slice(0, -1));
    const name = genitive ? found.slice(0, -1) : found;
    const lead = before.slice(0, -found.length - 1);
    if (isRuler(name, roman, lead, after, point)) return withArticle(number, name, genitive, lead);
    // „Rocky II“, „FC Bayern II“; a single letter is an initial, and several X stand for a name.
    return roman.length === 1 || /^X+$/.test(roman) ? undefined : cardinal(number) + (point ?? '');
  },
};

/** A numeral of one letter can also be an initial: „Karl V. Müller“, „Andreas V. gestand“. */
function isRuler(
  name: string,
  roman: string,
  lead: string,
  after: string,
  point: string | undefined,
): boolean {
  if (TITLE.test(lead.slice(-25))) return true;
  const continues = /^[\s,;:)“"–]*[^\s,;:)“"–]/u.test(after);
  if (RULER.test(name)) return roman.length > 1 || (point === '.' && !/^\s*\p{Lu}/u.test(after));
  // The full stop of an ordinal, not that of a sentence: „Amenophis III. regierte“.
  return point === '.' && roman.length > 1 && continues && !/\p{Lu}{2}/u.test(name);
}

function withArticle(number: number, name: string, genitive: boolean, lead: string): string {
  const cases = genitive ? CASES.at(-1) : CASES.find(([form]) => form.test(lead));
  const [, his, her] = cases ?? [null, 'der', 'die'];
  const isWoman = WOMAN.test(name);
  const article = isWoman ? her : his;
  const ending = article === (isWoman ? 'die' : 'der') ? 'e' : 'en';
  const word = ordinalStem(number) + ending;
  return `${article} ${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

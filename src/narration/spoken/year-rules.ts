import { isSentenceStarter } from '../sentence-starters.js';
import { yearWord } from './number-words.js';
import { anyOf, pattern, type Rule } from './rule.js';
import { units } from './units.js';

/** „1989“, „(1685–1750)“, „um 1800“: as years are read, „neunzehnhundertneunundachtzig“; quantities stay as they are. */
export const years: Rule<'years'> = {
  name: 'years',
  pattern: pattern(
    "(?<![\\p{L}\\p{N}]|[\\p{N}][.,:'’/–-]|[+−]|\\p{L}-|\\d\\s)1[1-9]\\d\\d",
    "(?!\\p{L}|[.,:'’]?\\p{N}|-\\p{L}|/\\d(?!\\d(?!\\d)|\\d{3}(?!\\d))|\\s\\d{3}(?!\\d))",
    // The end of a range
    '|(?<=(?<![\\p{L}\\p{N}.,:])1[1-9]\\d\\d\\s?[/–-]\\s?)1[1-9]\\d\\d(?![\\p{L}\\p{N}]|[.,:]\\d|-\\p{L})',
  ),
  spokenForm: ([digits], { before, after }) =>
    isYear(Number(digits), before, after) ? yearWord(digits) : undefined,
};

/** Words after which a number names something else than a year, or is a quantity. */
const BEFORE_OTHERS = new RegExp(
  '(?:§|(?<!\\p{L})(?:Nr\\.|Nrn\\.|[Nn]ummern?|Postfach|Seiten?|S\\.|Zimmer|Artikel|Art\\.|Rn\\.|Rz\\.|Rdn\\.|Rdnr\\.|Tz\\.|Kontonummer|Konto|PIN|Code|Typ|Modell|Zeile|Linie|Raum|Platz|Halle|Paragra(?:f|ph)en|Paragra(?:f|ph)|DIN|ISO|EN|IEC|Flug|Zug|ICE|RE|RB|Tel\\.|Telefon|Faktor|Aktenzeichen|Az\\.|PLZ|Reihe|Formel|Asteroid)' +
    '|(?<!\\p{L})(?:rund|knapp|fast|beinahe|nahezu|gut|mindestens|wenigstens|höchstens|maximal|minimal|max\\.|mind\\.|über|(?:mehr|weniger|höher)\\sals|insgesamt|jeweils|je|pro|mal|weiteren?|zusammen|bis\\szu)|[€$£¥×≈~<>])\\s?$',
  'iu',
);

/** Words after which a number is a year even if a noun follows. */
const BEFORE_YEARS = new RegExp(
  '(?<!\\p{L})(?:Jahre?s?|Jahrgang|Jg\\.|Anfang|Mitte|Ende|[Aa]nno|Frühjahr|Frühling|Sommer|Herbst|Winter|Ostern|Pfingsten|Weihnachten|Silvester|Neujahr|Saison|' +
    'Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|' +
    'Jan\\.|Feb\\.|Febr\\.|Apr\\.|Aug\\.|Sept\\.|Okt\\.|Nov\\.|Dez\\.|geb\\.|gest\\.|geboren|gestorben|verstorben|seit|Olympia|\\p{Lu}{2,5}|[TV]f[BLR]|TuS)\\s?$|[*†(]\\s?$|\\d\\.\\s?$',
  'u',
);

/** After these, a number without a noun is a quantity if it is a round one: „stieg auf 1500“. */
const BEFORE_SUMS = /(?<!\p{L})(?:auf|bei|mit|von|waren\ses|sind\ses|nur)\s$/u;

const SYMBOL = anyOf([...units.keys()].filter((symbol) => !/^[a-zA-Z]$|^U$/.test(symbol)));

/** Units, money and other nouns that are only counted. */
const COUNTED = new RegExp(
  `^[\\s-]?(?:(?:${SYMBOL})(?![\\p{L}])|[mghltWs](?![\\p{L}\\p{N}.])|(?:\\p{L}*(?:meter|gramm|liter|tonne|watt|hertz|byte|hektar|euro|dollar)[ns]?|Euro|Cent|Franken|Mark|D-Mark|DM|Kronen|Pfund|Rubel|Rappen|Schilling|Gulden|Taler|Lire|Złoty|Zloty|Yen|Yuan|Prozent|Promille|Grad|Kilo|Volt|Bar|Morgen|Mann|Stück|Mal|Millionen|Milliarden|Tausend|Jahren?|Tagen?|Monaten?|Wochen|Stunden|Minuten|Sekunden|Uhr|v\\.\\sH\\.|Hm|Hz|x|×)(?!\\p{L}))`,
  'u',
);

/** Nouns of people and things that are counted, in the plural. */
const PLURAL =
  /(?:^Menschen|^Personen|^Leuten?|^Frauen|^Männern?|^Kindern?|[Ee]inwohnern?|[Bb]ürgern?|[Bb]esuchern?|[Zz]uschauern?|[Tt]eilnehmern?|[Mm]itarbeitern?|[Mm]itgliedern?|[Ss]oldaten|[Pp]olizisten|[Pp]olizeikräften?|[Kk]räften?|[Ss]chülern?|[Ss]tudenten|[Pp]atienten|[Hh]äftlingen?|[Ff]lüchtlingen?|[Gg]ästen?|[Ff]ans|[Ww]ählern?|[Hh]elfern?|[Kk]unden|[Ii]nfizierten?|[Bb]eschäftigten?|[Bb]eamten?|[Aa]ngestellten?|[Dd]elegierten?|[Ss]tudierenden?|[Dd]emonstrierenden?|[Tt]eilnehmenden?|[Tt]oten?|[Vv]erletzten?|[Oo]pfern?|[Ff]ällen?|[Ss]timmen|[Ss]eiten|[Pp]lätzen?|[Ss]tellen|[Jj]obs|[Bb]etrieben?|[Ff]irmen|[Uu]nternehmen|[Hh]äusern?|[Gg]ebäuden?|[Ww]ohnungen|[Hh]aushalten?|[Gg]emeinden|[Ff]ilialen|[Ss]tandorten?|[Aa]utos|[Ff]ahrzeugen?|[Ff]lügen?|[Ss]chiffen?|[Pp]unkten?|[Mm]eilen|[Ss]chritten?|[Ww]örtern?|[Bb]üchern?|[Bb]ildern?|[Ww]erken?|[Tt]ieren?|[Bb]äumen?|[Aa]rten|[Ss]tückn?|[Ee]xemplaren?|[Aa]ktien|[Pp]roben|[Tt]ests|[Dd]osen|[Bb]etten|[Gg]lasflaschen|[Ff]laschen|[Kk]alorien|[Ee]inheiten|[Bb]eschwerden|[Hh]inweisen?|[Aa]nträgen?|[Aa]nrufen?|[Bb]riefen?|[Ff]otos|innen|ungen|heiten|schaften|ionen|täten|stücken?|läufern?|sportlern?|[aeio]nten)$/u;

/** Adjectives before a noun that is counted: „1200 neue Stellen“. */
const ADJECTIVES =
  /^\s(?:\p{Ll}+(?:isch|lich|ig)e[nr]?|(?:weiter|neu|zusätzlich|jung|alt|frei|bewaffnet|verschieden|registriert|deutsch|zivil|geladen|klein|groß|gross|ander|leer|bestätigt|fest)e[nr]?)\s(?=\p{Lu})/u;

/** Endings of towns, which no plural has. */
const TOWN = /(?:burg|stadt|heim|dorf|furt|bach|münchen)$/iu;

const ARTICLE =
  /(?<!\p{L})(?:d(?:ie|er|en|as|em)|alle[nr]?|[dsm]eine[nr]?|ihre[nr]?|diese[nr]?)\s$/u;

function isYear(number: number, before: string, after: string): boolean {
  if (COUNTED.test(after) || BEFORE_OTHERS.test(before)) return false;
  if (/^\s(?:[vn]\.\s?Chr\.|[vn]\.\s?u\.\s?Z\.)/u.test(after)) return true;
  const adjective = ADJECTIVES.exec(after)?.[0] ?? '';
  const noun = /^\s?(\p{Lu}[\p{L}-]*)/u.exec(after.slice(adjective.length))?.[1] ?? '';
  const isRound = number % 50 === 0 || (number < 1900 && number % 10 === 0);
  if (BEFORE_YEARS.test(before)) return true;
  if (noun === '' || isSentenceStarter(noun)) return !(isRound && isSum(before, after));
  if (PLURAL.test(noun) || (adjective && isRound)) return false;
  // „1860 München“: a town is not counted.
  if (TOWN.test(noun)) return true;
  // „um 1800 Wien“, „wurde 1850 König“
  if (/(?<!\p{L})(?:um|bis|w[uea]rden?|war)\s$/u.test(before)) return true;
  // „1200 Gulden“, „die 1848 Bände“; but „1970 Olympiasieger“, „im 1848 Bund“
  if (isRound) return number > 1900;
  return number >= 1900 || !ARTICLE.test(before);
}

/** Whether a number without a noun is a quantity: „von 1200 auf 1500“, but „von 1950 bis 1980“. */
function isSum(before: string, after: string): boolean {
  if (/^\s?(?:bis|[–-])\s?\d{4}/u.test(after) || /\d{4}\s?(?:bis|[–-])\s?$/u.test(before))
    return false;
  if (/(?<!\p{L})von\s$/u.test(before)) return /^\s(?:auf|Euro)/u.test(after);
  return BEFORE_SUMS.test(before);
}

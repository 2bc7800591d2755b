import { pattern, type Rule } from './rule.js';
import { isAmongScores, isScore } from './score-context.js';

const VERSE =
  /(?<!\p{L})(?:Psalm|Ps|Mose?|Mt|Mk|Lk|Joh|Apg|Röm|Kor|Gal|Jes|Jer|Offb|Matthäus|Markus|Lukas|Johannes)\.?\s\d+\s?$/iu;

/** „3:2“, „im Verhältnis 1:10“; but not times such as „20:15“ and „8:05“, nor verses of the Bible. */
export const scores: Rule<'scores'> = {
  name: 'scores',
  pattern:
    /(?<=(?<![\p{L}\p{N}:.,/])\d{1,3}\s?):(?=\s?(?:\d{1,3}(?:[.'’]\d{3})+|\d{1,6})(?![\p{L}\p{N}]|[:/]\d|[.,]\d))/gu,
  spokenForm: ([sign], { before, after }) => {
    if (VERSE.test(before)) return undefined;
    if (/\b50:50\b/.test(before.slice(-2) + sign + after.slice(0, 2))) return ' zu ';
    const [first = ''] = /\d+\s?$/.exec(before) ?? [];
    const [second = ''] = /^\s?\d+/.exec(after) ?? [];
    const lead = before.slice(0, -first.length);
    const rest = after.slice(second.length);
    const isCertain = isScore(lead, rest) || isAmongScores(lead, rest);
    if (/^\s?(?:0\d|[0-5]\d(?!\d|[.'’]\d))/.test(after) && Number(first) < 25 && !isCertain)
      return /(?:^|[^\d])1$/.test(before) && /^[1-9]0/.test(after) ? ' zu ' : undefined;
    if (/\s/.test(before.slice(-1)) && !isCertain) return undefined;
    return ' zu ';
  },
};

/** „gewann 2-0“: between other numbers, the hyphen is one of a range. */
export const hyphenatedScores: Rule<'scores'> = {
  name: 'scores',
  pattern: pattern(
    '(?<=(?<![\\p{L}\\p{N}.,:/–-])\\d{1,3})([-–])(?=\\d{1,3}(?![\\p{L}\\p{N}%]|[.,:/–]\\p{N}|-\\d|\\s?[€%°]))',
  ),
  spokenForm: (_, { before, after }) => {
    const lead = before.replace(/\d+$/, '');
    const rest = after.replace(/^\d+/, '');
    const [from = 0, to = 0] = [/\d+$/.exec(before), /^\d+/.exec(after)].map((found) =>
      Number(found),
    );
    // „in 2-3 Spielen“
    if (/^\s(?:\p{Ll}+e[nrs]?\s)?\p{Lu}\p{Ll}/u.test(rest) && from < to) return undefined;
    if (YEARS_OR_PAGES.test(lead)) return undefined;
    if (from > to && isScore(lead, rest)) return ' zu ';
    return RESULT.test(lead) ||
      /^-?(?:Sieg|Erfolg|Niederlage|Führung|Heimsieg|Auswärtssieg|Pleite|Rückstand)|^\s(?:gegen|n\.\s?V|i\.\s?E|n\.\s?E)/u.test(
        rest,
      )
      ? ' zu '
      : undefined;
  },
};

const YEARS_OR_PAGES = /(?:Seiten?|S\.|Nr\.|Kapitel|Platz|Plätze|Rang|Ränge|Runden?|Klassen?)\s$/u;

/** Words that come right before a result. */
const RESULT =
  /(?:gew[ao]nn(?:en)?|spielt(?:e|en)?|gewinn(?:t|en)|siegt(?:e|en)?|verl(?:or|oren|ier(?:t|en))|unterlag(?:en)?|führt(?:e|en)?|schlug(?:en)?|besiegt(?:e|en)?|bezwang(?:en)?|trennt(?:e|en)\ssich|endete|lautete|stand|steht|hieß|hiess|Sieg|Niederlage|Endstand|Halbzeitstand|Ergebnis|Stand|\d[:-]\d{1,3}\s?\()(?:\s(?:es|am|im|in|mit|zu|de[mnr]|das|gegen|beim|zuvor|zuletzt|verdient|klar|knapp|deutlich|schließlich|zur|Hause|Halbzeit|Ende|Spiel|Finale|Pause|nur|auch|erneut|\p{Lu}\p{L}+|\p{Lu}{2,}\s?\p{Lu}?\p{L}*)){0,4}:?\s?\(?$|(?<!\p{L})(?:beim|zum|vom|das|dem|ein|einem)\s$/u;

/** „im 4-2-3-1-System“: the formation of a team. */
export const formations: Rule<'scores'> = {
  name: 'scores',
  pattern: /(?<![\p{L}\p{N}.,:/–-])[1-6](?:-[1-6]){2,4}(?![\p{N}]|-\d|[.,:/–]\d)/gu,
  spokenForm: ([digits]) => digits.replaceAll('-', ' '),
};

/** Words of sports, ballots and scales: between two numbers next to them stands „zu“. */
const SPORT =
  /(?:sieg|gew[ao]nn|gewinn|spiel|s[aä]tz(?:e[ns]?)?\b|satz|tor(?:e|en)?\b|tref(?:fer|fen)|verhältnis|niederlage|pleite|erfolg|verl(?:or|ier)|maßstab|massstab|unterl[ai]g|unterliegen|bez?wang|bezwungen|besieg|schlug(?:en)?\b|geschlagen|unentschieden|remis|stand\b|führ(?:te|ten|t|en|ung)|vorsprung|rückstand|ausgleich|ausgeglichen|aufhol|dreht|halbzeit|pause\b|kabine|viertel|drittel|durchgang|tie-?break|matchball|partie|match|duell|derby|trennt|endete|verkürz|erhöh|kassier|legte[n]?\s|punkte|runde|votum|abstimmung|stimm(?:te|en)|mehrheit)/iu;

/** What only comes before a score, never before a time: „mit 19:13“, „das 3:2“, „2:1 (1:0)“. */
const BEFORE_SCORE =
  /(?:(?<!\p{L})(?:mit|beim?|zum|vom|de[mnr]|das|ein(?:em|en|es)?|jeweils|klar|knapp|deutlich)\s|\d[:-]\d{1,3}\s?\()$/u;

/** Whether a pair of numbers is a score, by the text around it. */
export function isScore(before: string, after: string): boolean {
  return SPORT.test(before) || SPORT.test(after) || BEFORE_SCORE.test(before);
}

/** Whether a pair of numbers is in a list of others, of which one cannot be a time: „(17:21, 25:20)“. */
export function isAmongScores(before: string, after: string): boolean {
  const list = /(?:\d{1,3}:\d{1,3}(?:,|\s(?:und|sowie))?\s){0,5}\(?$/u.exec(before)?.[0] ?? '';
  const rest =
    /^(?:(?:,|\s(?:und|sowie))?\s\(?\d{1,3}:\d{1,3}(?![:\d])){0,6}/u.exec(after)?.[0] ?? '';
  const others = `${list} ${rest}`;
  return (
    !/^[\s,)]*(?:und\s\d\d:\d\d\s)?Uhr/u.test(after.slice(rest.length)) &&
    [...others.matchAll(/(\d{1,3}):(\d{1,3})/g)].some(
      ([, first = '', second = '']) =>
        Number(first) > 24 || second.length !== 2 || Number(second) > 59,
    )
  );
}

const WORDS = new Map(
  Object.entries({
    cdot: 'mal',
    times: 'mal',
    div: 'geteilt durch',
    pm: 'plus minus',
    le: 'kleiner gleich',
    leq: 'kleiner gleich',
    ge: 'größer gleich',
    geq: 'größer gleich',
    ne: 'ungleich',
    neq: 'ungleich',
    approx: 'ungefähr',
    infty: 'unendlich',
    sum: 'Summe',
    int: 'Integral',
    to: 'nach',
    in: 'Element von',
  }),
);

const INNER = '\\{([^{}]*)\\}';

/** Replaced from the inside out: each pattern matches only groups without groups in them. */
const GROUPS: [RegExp, string][] = [
  [new RegExp(`\\\\[dt]?frac\\s*${INNER}\\s*${INNER}`, 'g'), ' $1 durch $2 '],
  [new RegExp(`\\\\sqrt\\s*${INNER}`, 'g'), ' Wurzel aus $1 '],
  [new RegExp(`\\^\\s*${INNER}`, 'g'), ' hoch $1 '],
  [new RegExp(`_\\s*${INNER}`, 'g'), ' $1 '],
  [new RegExp(`\\\\[a-zA-Z]+\\s*${INNER}`, 'g'), ' $1 '],
  [new RegExp(INNER, 'g'), ' $1 '],
];

/** How deeply groups may be nested. */
const MAX_DEPTH = 12;

/** Translates a formula in TeX into German words: fractions, roots, powers and common symbols; other commands by their names. */
export function texToSpeech(tex: string): string {
  let text = tex.replace(/\\(?:display|text|script)style|\\(?:left|right|quad|,|;|!|:)/g, ' ');
  for (let depth = 0; depth < MAX_DEPTH && text.includes('{'); depth++)
    for (const [group, words] of GROUPS) text = text.replace(group, words);
  return text
    .replace(/\^\s*(\S)/g, ' hoch $1')
    .replace(/_\s*(\S)/g, ' $1')
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => ` ${WORDS.get(name) ?? name} `)
    .replace(/[\\{}\s]+/g, ' ')
    .trim();
}

import { ordinalStem } from './number-words.js';
import { pattern, type Rule } from './rule.js';

/**
 * The books of the Bible by their abbreviations: Loccumer Richtlinien, which the German churches share, and those of the Luther
 * Bible where they differ.
 */
const BOOKS: Readonly<Record<string, string>> = {
  Gen: 'Genesis',
  Lev: 'Levitikus',
  Dtn: 'Deuteronomium',
  Ijob: 'Ijob',
  Hiob: 'Hiob',
  Ps: 'Psalm',
  Spr: 'Sprüche',
  Koh: 'Kohelet',
  Hld: 'Hoheslied',
  Weish: 'Weisheit',
  Sir: 'Sirach',
  Jes: 'Jesaja',
  Jer: 'Jeremia',
  Ez: 'Ezechiel',
  Hos: 'Hosea',
  Sach: 'Sacharja',
  Mt: 'Matthäus',
  Mk: 'Markus',
  Lk: 'Lukas',
  Joh: 'Johannes',
  Apg: 'Apostelgeschichte',
  Röm: 'Römer',
  Gal: 'Galater',
  Eph: 'Epheser',
  Kol: 'Kolosser',
  Hebr: 'Hebräer',
  Jak: 'Jakobus',
  Offb: 'Offenbarung',
};

/** Books of which there are several: „1 Kor“. */
const NUMBERED: Readonly<Record<string, string>> = {
  Mose: 'Mose',
  Sam: 'Samuel',
  Kön: 'Könige',
  Chr: 'Chronik',
  Makk: 'Makkabäer',
  Joh: 'Johannes',
  Kor: 'Korinther',
  Thess: 'Thessalonicher',
  Tim: 'Timotheus',
  Petr: 'Petrus',
};

const anyKey = (books: Readonly<Record<string, string>>) => Object.keys(books).join('|');

/** „Joh 3,16“, „1 Kor 13,4–7“, „Mt 10, 39“: a chapter and its verses. */
export const verses: Rule<'abbreviations'> = {
  name: 'abbreviations',
  pattern: pattern(
    `(?<![\\p{L}\\p{N}.,-])(?:([1-5])\\.?\\s?(${anyKey(NUMBERED)})|(${anyKey(BOOKS)}))\\.?\\s`,
    // Not „Gal 1,5 Prozent“
    '(\\d{1,3}),\\s?(\\d{1,3})(?![\\p{L}\\p{N}]|[,:]\\d|\\s?[%€]|\\s(?:Prozent|Mi[lo]|Mrd|Euro|Meter))(?:\\s?[–-]\\s?(\\d{1,3})(?![\\p{L}\\p{N}]|[,:]\\d))?',
  ),
  spokenForm: ([, number, numbered = '', book = '', chapter, from, to]) => {
    const name = number
      ? `${ordinalStem(Number(number))}er ${NUMBERED[numbered]}`
      : (BOOKS[book] ?? '');
    return `${name} ${chapter} ${to ? `Verse ${from} bis ${to}` : `Vers ${from}`}`;
  },
};

import { type Rule } from './rule.js';

/**
 * „Leser:innen“, „Leser*in“, „Mitarbeiter/-innen“, „Leser(in)“: the short break before „innen“ is had from a space, which
 * no voice names and behind which every voice begins the vowel anew. A hyphen is bound by some, as in „Lese-rinnen“.
 */
export const endings: Rule<'gender'> = {
  name: 'gender',
  pattern:
    /(?<=\p{L}\p{Ll})(?:(?:[:*_·•]|\/-?|\u00AD)(?=in(?:nen\p{Ll}*)?(?!\p{L}))|\((-?in(?:nen)?)\)|I(?=nnen)|(?<=er|or|ent|ant|ist|eur|at)I(?=n(?!\p{L})))/gu,
  say: ([sign, bracket]) => (bracket ? ` ${bracket.replace('-', '')}` : sign === 'I' ? ' i' : ' '),
};

/** „jede*r“ is said „jede er“, „eine:n“ „eine en“. */
export const shortEndings: Rule<'gender'> = {
  name: 'gender',
  pattern: /(?<=\p{L}{2}e)[:*_](?=[rnms](?!\p{L}))/gu,
  say: () => ' e',
};

/** „der*die“, „sein:ihr“, „ein*e“ */
export const pairs: Rule<'gender'> = {
  name: 'gender',
  pattern: /(?<=\p{L}\p{Ll})[:*_](?=\p{Ll}{2}|e(?!\p{L}))/gu,
  say: () => ' ',
};

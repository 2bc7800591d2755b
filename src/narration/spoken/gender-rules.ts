import { type Rule } from './rule.js';

/**
 * „Leser:innen“, „Leser*in“, „Mitarbeiter/-innen“, „Leser(in)“: a space makes the short break before „innen“, because no voice
 * names it and every voice begins the vowel after it like that of a new word. Some voices join the parts at a hyphen instead,
 * as in „Lese-rinnen“.
 */
export const genderEndings: Rule<'gender'> = {
  name: 'gender',
  pattern:
    /(?<=\p{L}\p{Ll})(?:(?:[:*_·•]|\/-?|\u00AD)(?=in(?:nen\p{Ll}*)?(?!\p{L}))|\((-?in(?:nen)?)\)|I(?=nnen)|(?<=er|or|ent|ant|ist|eur|at)I(?=n(?!\p{L})))/gu,
  spokenForm: ([sign, bracket]) =>
    bracket ? ` ${bracket.replace('-', '')}` : sign === 'I' ? ' i' : ' ',
};

/** „jede*r“, spoken as „jede er“; „eine:n“, spoken as „eine en“. */
export const shortGenderEndings: Rule<'gender'> = {
  name: 'gender',
  pattern: /(?<=\p{L}{2}e)[:*_](?=[rnms](?!\p{L}))/gu,
  spokenForm: () => ' e',
};

/** „der*die“, „sein:ihr“, „ein*e“ */
export const genderPairs: Rule<'gender'> = {
  name: 'gender',
  pattern: /(?<=\p{L}\p{Ll})[:*_](?=\p{Ll}{2}|e(?!\p{L}))/gu,
  spokenForm: () => ' ',
};

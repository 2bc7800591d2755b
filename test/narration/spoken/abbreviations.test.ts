import { expect } from '@open-wc/testing';
import * as abbreviationBreaks from '../../../src/narration/abbreviation-breaks.generated.js';
import { abbreviationTable } from '../../../src/narration/spoken/abbreviations.js';

/**
 * Forms with both `end` and `never`: a sentence can end with them and they are spoken there, but if a capitalized word follows,
 * it belongs to the same sentence. The reasons are by form.
 */
const ENDS_BUT_NEVER_BREAKS: Readonly<Record<string, string>> = {
  'a. a. O.': 'a page or a section follows: „a. a. O. S. 5“',
  'Az.': 'the number of the file follows: „Az. BGH 3 StR 1/20“',
  'Bez.': 'the name of the district follows: „Bez. Mödling“',
  'Fr.': 'a name follows: „Fr. Meier“',
  'geb.': 'the birth name or birthplace follows: „geb. Huber“',
  'gest.': 'the place of death follows: „gest. Wien 1791“',
};

/** The forms of a regular expression that is a list of them. */
const formsIn = (source: string) => source.replaceAll(/^\^\(\?:|\)\$$|\\/g, '').split('|');

const bare = (form: string) => form.replace(/[\s-]|\.$/g, '');

describe('The table of abbreviations', () => {
  it('contains each form once', () => {
    const forms = abbreviationTable.map(({ form }) => bare(form));
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).to.deep.equal([]);
  });

  it('contains only known values in its columns', () => {
    for (const { form, sentenceBreak, context } of abbreviationTable) {
      expect(form).to.match(/^\p{L}[\p{L}. ’-]*$/u);
      expect(sentenceBreak, form).to.be.oneOf(['', 'never', 'perhaps', 'always']);
      expect(context, form).to.be.oneOf(['', '1', '_1', '1_', '_A', 'A_', '_a', 'month']);
    }
  });

  it('agrees with the list that splits sentences', () => {
    for (const [kind, { source }] of Object.entries(abbreviationBreaks))
      expect(formsIn(source), `${kind}: run node build/abbreviations.mjs`).to.have.members(
        abbreviationTable
          .filter(({ sentenceBreak }) => sentenceBreak === kind)
          .map(({ form }) => bare(form)),
      );
  });

  it('has `end` for each form after which a sentence may end', () => {
    for (const { form, mayEnd, sentenceBreak } of abbreviationTable)
      if (/perhaps|always/.test(sentenceBreak)) expect(mayEnd, form).to.equal(true);
  });

  it('combines `end` and `never` only for a reason', () => {
    expect(
      abbreviationTable
        .filter(({ mayEnd, sentenceBreak }) => mayEnd && sentenceBreak === 'never')
        .map(({ form }) => form),
    ).to.deep.equal(Object.keys(ENDS_BUT_NEVER_BREAKS));
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { createNarration } from '../../../src/narration/index.js';
import { spokenParts } from '../../../src/narration/spoken/index.js';
import { normalizations } from '../../../src/narration/spoken/normalize.js';

const normalized = (text: string) =>
  normalizations(text).reduceRight(
    (said, { start, end, say }) => said.slice(0, start) + say + said.slice(end),
    text,
  );

describe('normalizations', () => {
  for (const [written, form] of [
    ['fu\u0308r scho\u0308ne A\u0308pfel', 'für schöne Äpfel'],
    ['caf\u00e9 und cafe\u0301', 'café und café'],
    ['ﬁnden, ﬂach, oﬀen, ſo', 'finden, flach, offen, so'],
    ['Ｖｏｌｌｂｒｅｉｔ　１２％', 'Vollbreit 12%'],
    ['Schritt ① und ②', 'Schritt 1 und 2'],
    ['Fall③ und ⑴', 'Fall 3 und (1)'],
    ['❶ Lesen ➀', '1 Lesen 1'],
    ['20 ℃ bei 5㎞, 30㎡, 7㎏', '20 °C bei 5km, 30m², 7kg'],
    ['Teil Ⅳ und ⅻ', 'Teil IV und xii'],
    ['№ 5 und ℡ 110', 'Nr. 5 und Tel. 110'],
    ['𝗙𝗲𝘁𝘁 und 𝑘𝑢𝑟𝑠𝑖𝑣', 'Fett und kursiv'],
  ] as const)
    it(written, () => expect(normalized(written)).to.equal(form));

  it('keep what rules and voices know', () => {
    const text = 'Äpfel für 3,50 €: m², ½, H₂O … „ja“ – ™ ® 10⁸ 👍🏽 5′ Москва 東京';
    expect(normalizations(text)).to.deep.equal([]);
  });

  it('are spoken by the rules, and map to the page', async () => {
    const root = await fixture<HTMLElement>(
      html`<article lang="de">
        <p>Fu&#x308;r 5㎞ bei 20℃ las er Teil Ⅳ und ﬁel um.</p>
      </article>`,
    );
    const narration = createNarration(root);
    await narration.cutAll();
    const [cue] = narration.cues;
    if (!cue) throw new Error('There is one sentence');
    const [part] = spokenParts(cue);
    expect(part?.text).to.equal(
      'Für 5 Kilometer bei 20 Grad Celsius las er Teil vier und fiel um.',
    );
    for (const [said, written] of [
      ['Für', 'Fu\u0308r'],
      ['Kilometer', '㎞'],
      ['Celsius', '℃'],
      ['vier', 'Ⅳ'],
      ['las', 'las'],
      ['um', 'um'],
    ] as const) {
      const start = part?.text.lastIndexOf(said) ?? -1;
      const { start: from, end: to } = part?.source(start, start + said.length) ?? {
        start: 0,
        end: 0,
      };
      expect(cue.text.slice(from, to), said).to.equal(written);
    }
  });
});

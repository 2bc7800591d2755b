import { expect, fixture, html } from '@open-wc/testing';
import { createNarration } from '../../src/narration/index.js';
import { readUpTo } from '../../src/page/line-ends.js';

/** What is read of a page. */
async function readOf(markup: string): Promise<string> {
  const article = await fixture<HTMLElement>(html`<article .innerHTML=${markup}></article>`);
  const narration = createNarration(article, { readUpTo });
  await narration.cutAll();
  const texts = narration.cues.map(({ text }) => text);
  narration.dispose();
  return texts.join(' ');
}

const CAPTION = 'Der Markt am Tag nach dem Hochwasser.';

describe('the end of a caption', () => {
  for (const credit of [
    'Foto: dpa',
    '(Symbolfoto: Agentur Muster/dpa | Anna Muster)',
    '| Bildquelle: Stadt Bern',
    '– Copyright Anna Muster/AP',
    'Foto © Anna Muster',
    'Photograph: Anna Muster/AP',
    '© www.muster.example',
    'Quelle: Amt für Statistik',
    '(Anna Muster/SIPA)',
    '©',
  ])
    it(`„${credit}“ is not read`, async () => {
      expect(
        await readOf(`<figure><figcaption>${CAPTION} ${credit}</figcaption></figure>`),
      ).to.equal(CAPTION);
      expect(
        await readOf(`<div class="img-caption"><p>${CAPTION}<br>${credit}</p></div>`),
      ).to.equal(CAPTION);
    });

  it('is not read after a clause without a full stop', async () => {
    expect(
      await readOf('<figure><figcaption>Der Markt, Bildquelle: A. Muster</figcaption></figure>'),
    ).to.equal('Der Markt');
  });

  it('may be all of it', async () => {
    expect(await readOf('<figure><figcaption>Foto: dpa</figcaption></figure>')).to.equal('');
  });

  for (const caption of [
    'Foto: Ein altes Bild zeigt die Stadt. Heute steht dort ein Haus.',
    'Das Bild: Eine Frau am Fenster. Dahinter liegt das Meer.',
    'Die Quelle: Hier entspringt die Donau',
    'Der Copyright-Streit der Verlage (rechts: Anna Muster)',
  ])
    it(`is read in „${caption}“`, async () => {
      expect(await readOf(`<figure><figcaption>${caption}</figcaption></figure>`)).to.equal(
        caption,
      );
    });
});

describe('the end of a paragraph', () => {
  for (const signature of ['(phy)', '(dpa/lno)', '(AFP, dpa)', '(Quelle: APA/sda/dpa)'])
    it(`„${signature}“ is not read`, async () => {
      expect(await readOf(`<p>Das war „alles“. ${signature}</p><p>${signature}</p>`)).to.equal(
        'Das war „alles“.',
      );
    });

  for (const signature of ['sak/Reuters', 'SDA/sep', 'Quelle: dpa', 'dpa'])
    it(`„${signature}“ alone is not read`, async () => {
      expect(await readOf(`<p>Alles.</p><div>${signature}</div>`)).to.equal('Alles.');
    });

  for (const markup of [
    '<p>Er weiß es nicht. (lacht)</p>',
    '<p>Sie ging zur Partei (SPD)</p>',
    '<p>Das sagte sie der dpa</p>',
    '<p>Foto: dpa</p>',
    '<p>Ja</p>',
    '<h2>Reuters</h2>',
    '<ul><li>dpa</li></ul>',
  ])
    it(`is read in ${markup}`, async () => {
      expect(await readOf(markup)).to.equal(markup.replace(/<[^>]*>/g, ''));
    });
});

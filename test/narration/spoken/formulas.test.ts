import { expect, fixture, html } from '@open-wc/testing';
import { createNarration } from '../../../src/narration/index.js';
import { loadFormulaSpeech, spokenParts } from '../../../src/narration/spoken/index.js';

async function spoken(markup: string, lang = 'de') {
  const root = await fixture<HTMLElement>(
    html`<article lang=${lang} .innerHTML=${markup}></article>`,
  );
  const before = root.innerHTML;
  const narration = createNarration(root);
  await narration.cutAll();
  await loadFormulaSpeech(narration.cues);
  const texts = narration.cues.map((cue) =>
    spokenParts(cue)
      .map(({ text }) => text)
      .join(''),
  );
  expect(root.innerHTML).to.equal(before);
  return texts;
}

describe('formulas', () => {
  it('are read as they are until their rules are loaded', async () => {
    const root = await fixture<HTMLElement>(
      html`<p lang="de">
        Also <math><mi>a</mi><mo>=</mo><mn>1</mn></math> gilt.
      </p>`,
    );
    const cue = createNarration(root).at(0);
    expect(cue && spokenParts(cue)[0]?.text).to.equal('Also a=1 gilt.');
  });

  const cases: [what: string, markup: string, text: string][] = [
    ['a fraction', '<mfrac><mn>1</mn><mn>2</mn></mfrac>', 'ein halb'],
    ['a power', '<mi>π</mi><msup><mi>r</mi><mn>2</mn></msup>', 'pi r Quadrat'],
    ['a root', '<msqrt><mn>16</mn></msqrt>', 'Quadratwurzel aus 16'],
    ['an index', '<msub><mi>x</mi><mn>1</mn></msub>', 'x Index 1'],
    [
      'a sum with its bounds',
      '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>a</mi><mi>i</mi></msub>',
      'Summe von i ist gleich 1 bis n über a Index i',
    ],
    [
      'upright letters as any others',
      '<mi mathvariant="normal">d</mi><mo>&lt;</mo><mn>3</mn>',
      'd kleiner als 3',
    ],
    ['MathML that lacks a part', '<mfrac><mn>7</mn></mfrac>', 'Bruch mit Zähler 7 und Nenner'],
  ];
  for (const [what, markup, text] of cases)
    it(`speaks ${what}`, async () => {
      expect(await spoken(`<p>Es gilt <math>${markup}</math>.</p>`)).to.deep.equal([
        `Es gilt ${text}.`,
      ]);
    });

  it('keeps the words that the markup gives', async () => {
    expect(
      await spoken(
        '<p>Also <math alttext="a hoch zwei"><mi>b</mi></math> und <math><mi>c</mi></math>.</p>',
      ),
    ).to.deep.equal(['Also a hoch zwei und c.']);
  });

  it('leaves those of other languages as they are', async () => {
    expect(
      await spoken('<p>It is <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>.</p>', 'en'),
    ).to.deep.equal(['It is 12.']);
  });

  it('maps the words to the formula in the page', async () => {
    const root = await fixture<HTMLElement>(
      html`<p lang="de">
        Also
        <math
          ><msqrt><mn>16</mn></msqrt></math
        >
        gilt.
      </p>`,
    );
    const narration = createNarration(root);
    await loadFormulaSpeech([narration.at(0) as never]);
    const cue = narration.at(0);
    const [part] = cue ? spokenParts(cue) : [];
    expect(part?.source(5, 18)).to.deep.equal({ start: 5, end: 7 });
  });

  it('needs no exception from a policy of Trusted Types', async () => {
    const url = (file: string) => new URL(`../../../src/narration/${file}`, import.meta.url);
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Seite"></iframe>`);
    const spoken = new Promise((resolve) =>
      addEventListener('message', ({ data }) => resolve(data), { once: true }),
    );
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'">
      <p lang="de">Also <math><msqrt><mn>16</mn></msqrt></math>.</p>
      <script type="module">
        import { createNarration } from '${url('index.ts')}';
        import { loadFormulaSpeech, spokenParts } from '${url('spoken/index.ts')}';
        const cue = createNarration(document.querySelector('p')).at(0);
        await loadFormulaSpeech([cue]);
        parent.postMessage(spokenParts(cue)[0].text, '*');
      </script>`;
    expect(await spoken).to.equal('Also Quadratwurzel aus 16.');
  });
});

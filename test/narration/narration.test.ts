import { expect, fixture, html } from '@open-wc/testing';
import { createNarration, type NarrationOptions } from '../../src/narration/index.js';

async function narrate(markup: string, options?: NarrationOptions) {
  const root = await fixture<HTMLElement>(html`<article lang="de" .innerHTML=${markup}></article>`);
  const narration = createNarration(root, options);
  await narration.cutAll(new AbortController().signal);
  return { root, narration, texts: narration.cues.map(({ text }) => text) };
}

describe('createNarration', () => {
  it('reads headings, paragraphs and lists in order, sentence by sentence', async () => {
    const { texts } = await narrate(`
      <header><h1>Der Titel</h1></header>
      <p>Ein <em>schöner</em> Satz. Noch einer.</p>
      <h2>Zwischentitel</h2><ul><li>Erstens</li><li>Zweitens</li></ul>`);
    expect(texts).to.deep.equal([
      'Der Titel',
      'Ein schöner Satz.',
      'Noch einer.',
      'Zwischentitel',
      'Erstens',
      'Zweitens',
    ]);
  });

  it('reads text outside of paragraphs, and separates text that a block interrupts', async () => {
    const { texts } = await narrate(
      'Davor <div>Darin<span> noch</span></div> Danach<br>und weiter',
    );
    expect(texts).to.deep.equal(['Davor', 'Darin noch', 'Danach und weiter']);
  });

  it('leaves out invisible content, navigation and the like, and what the author or the publisher excludes', async () => {
    const { texts } = await narrate(
      `<p>Ja.</p><p hidden>Nein.</p><p style="display:none">Nein.</p><p style="visibility:hidden">Nein.</p>
       <nav>Nein.</nav><aside>Nein.</aside><footer>Nein.</footer><button>Nein</button><script>'Nein'</script>
       <p aria-hidden="true">Nein.</p><p data-vorleser="skip">Nein.</p><p class="ad">Nein.</p>
       <details><summary>Doch.</summary>Nein.</details><p>Auch.</p>`,
      { skip: '.ad' },
    );
    expect(texts).to.deep.equal(['Ja.', 'Doch.', 'Auch.']);
  });

  it('reads the content of an element without a box of its own', async () => {
    const { texts } = await narrate('<div style="display:contents"><p>Hier.</p></div>');
    expect(texts).to.deep.equal(['Hier.']);
  });

  it('gives each cue its language, its block and its range', async () => {
    const { root, narration } = await narrate(
      '<p>Ein Satz. <b>Noch</b> einer.</p><p lang="en">English.</p>',
    );
    const [first, second, third] = narration.cues;
    expect(first).to.include({ index: 0, lang: 'de', block: root.firstElementChild });
    expect(second?.range?.toString()).to.equal('Noch einer.');
    expect(second?.rangeOf(5, 10)?.toString()).to.equal('einer');
    const moved = document.createRange();
    expect(second?.rangeOf(0, 4, moved)).to.equal(moved);
    expect(first?.rangeOf(4, 8, moved)?.toString()).to.equal('Satz');
    expect(third).to.include({ lang: 'en' });
    expect(new Set(narration.cues.map(({ id }) => id)).size).to.equal(3);
  });

  it('finds the cue at a DOM position', async () => {
    const { root, narration } = await narrate(
      '<p>Ein Satz. <b>Noch</b> einer.</p><p>Der letzte.</p>',
    );
    const bold = root.querySelector('b')?.firstChild as Text;
    const last = root.lastElementChild?.firstChild as Text;
    expect(narration.indexAt(bold, 2)).to.equal(1);
    expect(narration.indexAt(last, 0)).to.equal(2);
    expect(narration.indexAt(last, 11)).to.equal(2);
    expect(narration.indexAt(document.head, 0)).to.equal(-1);
  });

  it('splits an article only as far as cues are requested', async () => {
    const paragraphs = Array.from({ length: 500 }, (_, i) => `<p>Satz ${i}.</p>`).join('');
    const root = await fixture<HTMLElement>(html`<article .innerHTML=${paragraphs}></article>`);
    const narration = createNarration(root);
    expect(narration.at(2)?.text).to.equal('Satz 2.');
    expect(narration.cues.length).to.be.below(10);
    expect(narration.complete).to.equal(false);
    expect(narration.at(1000)).to.equal(undefined);
    expect(narration.cues.length).to.equal(500);
    expect(narration.complete).to.equal(true);
  });

  it('has no cues for an article without text', async () => {
    const { texts, narration } = await narrate('<p> </p><p>***</p><img alt="">');
    expect(texts).to.deep.equal([]);
    expect(narration.at(0)).to.equal(undefined);
  });

  it('returns no Range for a cue whose text is gone', async () => {
    const { root, narration } = await narrate('<p>Ein Satz.</p>');
    root.firstElementChild?.remove();
    expect(narration.cues[0]?.range).to.equal(null);
  });

  it('names an invalid selector in the error', async () => {
    const root = await fixture(html`<article></article>`);
    expect(() => createNarration(root, { skip: 'p >' })).to.throw(DOMException, /p >/);
  });
});

import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createNarration, type Narration } from '../../src/narration/index.js';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';

async function narrate(markup: string) {
  const root = await fixture<HTMLElement>(html`<article lang="de" .innerHTML=${markup}></article>`);
  const narration = new NavigableNarration(root);
  await narration.cutAll();
  return { root, narration, cues: narration.cues };
}

const changed = (narration: Narration) => oneEvent(narration, 'change');
const textsOf = (narration: Narration) => narration.cues.map(({ text }) => text);

const STORY = '<p>Eins. Zwei.</p><p>Drei. Vier. Fünf.</p><p>Sechs.</p>';

describe('A narration whose page changes', () => {
  it('adds inserted text and keeps the existing cues', async () => {
    const { root, narration, cues } = await narrate(STORY);
    root.firstElementChild?.insertAdjacentHTML('afterend', '<p>Neu. Auch neu.</p>');
    await changed(narration);
    expect(textsOf(narration).join(' ')).to.equal(
      'Eins. Zwei. Neu. Auch neu. Drei. Vier. Fünf. Sechs.',
    );
    expect(narration.at(4)).to.equal(cues[2]);
    expect(cues[2]?.index).to.equal(4);
    expect(cues.map((cue) => cue.range?.toString())).to.deep.equal(cues.map(({ text }) => text));
    expect(new Set(narration.cues.map(({ id }) => id)).size).to.equal(8);
  });

  it('removes the cues of removed text and knows what to read instead', async () => {
    const { root, narration, cues } = await narrate(STORY);
    root.children[1]?.remove();
    await changed(narration);
    expect(textsOf(narration)).to.deep.equal(['Eins.', 'Zwei.', 'Sechs.']);
    expect(cues.map(({ gone }) => gone)).to.deep.equal([false, false, true, true, true, false]);
    expect(cues[3]?.range).to.equal(null);
    expect(narration.after(cues[3] as (typeof cues)[0])).to.equal(cues[5]);
    expect(narration.after(cues[1] as (typeof cues)[0])).to.equal(cues[5]);
  });

  it('keeps the other sentences of an edited paragraph', async () => {
    const { root, narration, cues } = await narrate(STORY);
    (root.children[1]?.firstChild as Text).data = 'Drei. Vier und mehr. Fünf.';
    await changed(narration);
    expect(narration.at(2)).to.equal(cues[2]);
    expect(narration.at(4)).to.equal(cues[4]);
    expect(cues[4]?.range?.toString()).to.equal('Fünf.');
    expect(cues[3]).to.include({ gone: true, replaced: true, index: 3 });
    expect(narration.at(3)?.text).to.equal('Vier und mehr.');
    expect(narration.after(cues[3] as (typeof cues)[0])).to.equal(cues[4]);
  });

  it('keeps the cues of text that is rendered again', async () => {
    const { root, narration, cues } = await narrate(STORY);
    root.innerHTML = `<h1>Titel</h1>${STORY}`;
    await changed(narration);
    expect(cues.every(({ gone }) => !gone)).to.equal(true);
    expect(narration.cues.slice(1)).to.deep.equal(cues);
    expect(root.contains(cues[5]?.block ?? null)).to.equal(true);
  });

  it('starts over with a different article', async () => {
    const { root, narration, cues } = await narrate(STORY);
    root.innerHTML = '<p>Etwas anderes.</p>';
    await changed(narration);
    expect(cues.every(({ gone }) => gone)).to.equal(true);
    expect(textsOf(narration)).to.deep.equal(['Etwas anderes.']);
  });

  it('has no cues when the article becomes empty', async () => {
    const { root, narration, cues } = await narrate(STORY);
    root.replaceChildren();
    await changed(narration);
    expect(narration.length).to.equal(0);
    expect(narration.after(cues[0] as (typeof cues)[0])).to.equal(undefined);
  });

  it('notices text that is shown or hidden', async () => {
    const { root, narration, cues } = await narrate(
      '<p>Eins.</p><details><summary>Mehr</summary>Zwei.</details>',
    );
    root.querySelector('details')?.setAttribute('open', '');
    await changed(narration);
    expect(textsOf(narration)).to.deep.equal(['Eins.', 'Mehr', 'Zwei.']);
    root.firstElementChild?.setAttribute('hidden', '');
    await changed(narration);
    expect(textsOf(narration)).to.deep.equal(['Mehr', 'Zwei.']);
    expect(cues[1]?.index).to.equal(0);
  });

  it('notices changes in shadow roots', async () => {
    const root = await fixture<HTMLElement>(html`<article><div></div></article>`);
    const shadow = root.firstElementChild?.attachShadow({ mode: 'open' }) as ShadowRoot;
    shadow.innerHTML = '<p>Eins.</p>';
    const narration = createNarration(root);
    await narration.cutAll();
    shadow.append('Zwei.');
    await changed(narration);
    expect(textsOf(narration)).to.deep.equal(['Eins.', 'Zwei.']);
  });

  it('keeps up with many changes', async () => {
    const { root, narration, cues } = await narrate(STORY);
    for (let i = 0; i < 20; i++) {
      root.insertAdjacentHTML('afterbegin', `<p>Nummer ${i}.</p>`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    while (narration.length < 26) await changed(narration);
    expect(cues[0]?.index).to.equal(20);
  });

  it('continues where it was not complete yet', async () => {
    const paragraphs = Array.from({ length: 500 }, (_, i) => `<p>Satz ${i}.</p>`).join('');
    const root = await fixture<HTMLElement>(html`<article .innerHTML=${paragraphs}></article>`);
    const narration = createNarration(root);
    const tenth = narration.at(10);
    root.children[5]?.remove();
    await changed(narration);
    expect(tenth?.index).to.equal(9);
    expect(narration.complete).to.equal(false);
    await narration.cutAll();
    expect(narration.length).to.equal(499);
  });

  it('emits no changes after dispose()', async () => {
    const { root, narration } = await narrate(STORY);
    let changes = 0;
    narration.addEventListener('change', () => changes++);
    narration.dispose();
    root.append('Mehr.');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(changes).to.equal(0);
  });

  describe('while nothing is read', () => {
    const later = () => new Promise((resolve) => setTimeout(resolve, 300));

    it('only notes changes, and works them off when they are followed again', async () => {
      const { root, narration } = await narrate(STORY);
      let changes = 0;
      narration.addEventListener('change', () => changes++);
      narration.follows = null;
      root.insertAdjacentHTML('beforeend', '<p>Sieben.</p>');
      await later();
      expect(narration.outdated).to.equal(true);
      expect(changes).to.equal(0);
      narration.follows = 'page';
      await changed(narration);
      expect(narration.outdated).to.equal(false);
      expect(textsOf(narration).at(-1)).to.equal('Sieben.');
      root.insertAdjacentHTML('beforeend', '<p>Acht.</p>');
      await changed(narration);
      expect(textsOf(narration).at(-1)).to.equal('Acht.');
    });

    it('follows the changes of one cue', async () => {
      const { root, narration, cues } = await narrate(STORY);
      narration.follows = cues[2] ?? null;
      root.insertAdjacentHTML('beforeend', '<p>Sieben.</p>');
      await later();
      expect(narration.outdated).to.equal(true);
      const paragraph = root.children[1] as HTMLElement;
      paragraph.replaceChildren(paragraph.textContent);
      await changed(narration);
      expect(cues[2]?.range?.toString()).to.equal('Drei.');
    });
  });

  it('ignores attributes that cannot change what is read', async () => {
    const { root, narration } = await narrate(STORY);
    let changes = 0;
    narration.addEventListener('change', () => changes++);
    root.children[1]?.setAttribute('aria-valuenow', '3');
    root.children[1]?.setAttribute('data-time', '12:30');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(changes).to.equal(0);
    root.children[1]?.setAttribute('hidden', '');
    await changed(narration);
    expect(textsOf(narration)).to.deep.equal(['Eins.', 'Zwei.', 'Sechs.']);
  });
});

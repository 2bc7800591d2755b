import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { Playback } from '../../src/playback/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';
import { continueInNewArticle } from '../../src/playback/page-recovery.js';

const TEXT = '<p>Eins. Zwei.</p><p>Drei. Vier.</p><p>Fünf.</p>';

/** A playback in the middle of the sentence „Drei.“ */
async function reading() {
  const page = await fixture<HTMLElement>(
    html`<div .innerHTML=${`<article>${TEXT}</article>`}></div>`,
  );
  const engine = new ScriptedEngine('scripted', 'hold');
  const source = () => Promise.resolve(engine);
  const playback = new Playback({
    narrate: () => {
      const root = page.querySelector('article');
      return root && new NavigableNarration(root);
    },
    engines: () => [source],
  });
  await playback.play();
  playback.seekToCue(2);
  await oneEvent(playback, 'seeked');
  const root = page.querySelector('article') as HTMLElement;
  const spoken = () =>
    engine.log
      .filter((entry) => entry.startsWith('speak'))
      .slice(1)
      .join(' ');
  const readOn = async (text: string) => {
    engine.finish();
    await waitUntil(() => playback.activeCue?.text === text, text);
  };
  return { page, root, playback, engine, spoken, readOn };
}

const noticed = (playback: Playback) => oneEvent(playback, 'durationchange');

describe('Playback on a changing page', () => {
  it('stays at the sentence when a paragraph is inserted before it', async () => {
    const { root, playback, spoken, readOn } = await reading();
    const cue = playback.activeCue;
    root.insertAdjacentHTML('afterbegin', '<p>Neu.</p>');
    await noticed(playback);
    expect(playback.activeCue).to.equal(cue);
    expect(cue?.index).to.equal(3);
    await readOn('Vier.');
    playback.previous();
    await oneEvent(playback, 'seeked');
    expect(playback.activeCue).to.equal(cue);
    expect(spoken()).to.equal('speak Drei. speak Vier. speak Drei.');
  });

  it('reads a paragraph that is inserted after the sentence', async () => {
    const { root, playback, spoken, readOn } = await reading();
    root.children[1]?.insertAdjacentHTML('afterend', '<p>Neu.</p>');
    await noticed(playback);
    await readOn('Vier.');
    await readOn('Neu.');
    await readOn('Fünf.');
    expect(spoken()).to.equal('speak Drei. speak Vier. speak Neu. speak Fünf.');
  });

  it('continues after a paragraph that is removed while it is read', async () => {
    const { root, playback, spoken, readOn } = await reading();
    root.children[1]?.remove();
    await noticed(playback);
    expect(playback).to.include({ state: 'speaking' });
    expect(playback.activeCue?.range).to.equal(null);
    await readOn('Fünf.');
    expect(spoken()).to.equal('speak Drei. speak Fünf.');
  });

  it('does not repeat a sentence that is edited while it is read', async () => {
    const { root, playback, spoken, readOn } = await reading();
    (root.children[1]?.firstChild as Text).data = 'Drei und mehr. Vier.';
    await noticed(playback);
    await readOn('Vier.');
    expect(spoken()).to.equal('speak Drei. speak Vier.');
  });

  it('reads the new text of a sentence that is edited during a pause', async () => {
    const { root, playback, spoken } = await reading();
    playback.pause();
    (root.children[1]?.firstChild as Text).data = 'Drei und mehr. Vier.';
    await noticed(playback);
    expect(playback.activeCue?.text).to.equal('Drei und mehr.');
    await playback.play();
    expect(spoken()).to.equal('speak Drei. speak Drei und mehr.');
  });

  it('ends after the sentence when everything after it is removed', async () => {
    const { root, playback, engine } = await reading();
    root.replaceChildren();
    await noticed(playback);
    const ended = oneEvent(playback, 'ended');
    engine.finish();
    await ended;
    expect(playback.error).to.equal(null);
  });

  it('continues in an article that is rendered again', async () => {
    const { page, playback, spoken, readOn } = await reading();
    page.innerHTML = `<article><h1>Titel</h1>${TEXT}</article>`;
    await continueInNewArticle(playback);
    expect(playback).to.include({ state: 'speaking', root: page.firstElementChild });
    expect(playback.activeCue).to.include({ text: 'Drei.', index: 3 });
    expect(playback.activeCue?.range?.toString()).to.equal('Drei.');
    await readOn('Vier.');
    await readOn('Fünf.');
    expect(spoken()).to.equal('speak Drei. speak Vier. speak Fünf.');
  });

  it('stops when another text takes its place in the same element', async () => {
    const { root, playback, engine } = await reading();
    const gone = oneEvent(playback, 'error');
    root.innerHTML = '<p>Etwas anderes. Von Anfang an neu. Mit mehreren Sätzen.</p>';
    await gone;
    expect(playback).to.include({ state: 'idle', resumePosition: null });
    expect(playback.notice).to.deep.equal({ kind: 'gone' });
    expect(engine.log.at(-1)).to.equal('aborted');
    await playback.play();
    expect(playback.activeCue?.text).to.equal('Etwas anderes.');
  });

  it('reads the page as it is at the next press of play', async () => {
    const { root, playback, engine } = await reading();
    playback.stop();
    root.children[0]?.insertAdjacentHTML('afterend', '<p>Neu. Auch neu.</p>');
    (root.children[2]?.firstChild as Text).data = 'Drei. Vier ist neu.';
    await playback.play();
    expect(playback.activeCue).to.include({ text: 'Drei.', index: 4 });
    engine.finish();
    await waitUntil(() => playback.activeCue?.text === 'Vier ist neu.');
  });

  it('stops when another article takes the place of the first', async () => {
    const { page, playback } = await reading();
    page.innerHTML = '<article>Etwas anderes.</article>';
    await continueInNewArticle(playback);
    expect(playback).to.include({ state: 'idle' });
    expect(playback.notice).to.deep.equal({ kind: 'gone' });
  });
});

import { aTimeout, expect } from '@open-wc/testing';
import type { Statistics } from '../../src/player/statistics.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { playerFor, toEnd, untilHeard } from '../fixtures/player.js';
import { waitUntil } from '../fixtures/wait-until.js';
import { withoutErrors } from '../fixtures/without-errors.js';

/** Sentences of about the same length. */
const SENTENCES = ['Die Amsel singt laut.', 'Der Hase läuft weg.', 'Ein Igel frisst gut.'];
const TEXT = [...SENTENCES, 'Das Reh steht still.'].map((text) => `<p>${text}</p>`).join('');

describe('vorleser-statistics', () => {
  const { test } = withoutErrors();
  let log: Statistics[] = [];
  let reported: EventTarget[] = [];
  const listener = (event: DocumentEventMap['vorleser-statistics']) => {
    log.push(event.detail);
    reported.push(event.composedPath()[0] as EventTarget);
  };
  const types = () => log.map(({ type, quarter }) => quarter ?? type);

  beforeEach(() => {
    log = [];
    reported = [];
    document.addEventListener('vorleser-statistics', listener);
  });
  afterEach(() => document.removeEventListener('vorleser-statistics', listener));

  const counted = async (markup = TEXT) => {
    const made = await playerFor(markup, { statistics: '' });
    made.player.playbackRate = 4;
    return made;
  };

  test('report each quarter and the end, once, at the page', async () => {
    const { player } = await counted();
    let spoken = 0;
    let since = 0;
    player.addEventListener('cuechange', () => {
      if (player.activeCue) since = performance.now();
      else spoken += performance.now() - since;
    });
    await toEnd(player);
    expect(types()).to.deep.equal(['play', 25, 50, 75, 'ended']);
    expect(new Set(reported)).to.deep.equal(new Set([player]));
    const seconds = log.map((each) => each.seconds);
    expect(seconds).to.deep.equal(seconds.toSorted((one, other) => one - other));
    expect(seconds[0]).to.be.below(0.2);
    expect(seconds.at(-1)).to.be.closeTo(spoken / 1000, 0.2);
    await toEnd(player);
    expect(types().slice(5)).to.deep.equal(['play', 25, 50, 75, 'ended']);
    expect(log.at(-1)?.seconds).to.be.closeTo(seconds.at(-1) ?? 0, 0.5);
  });

  test('have no text, and nothing about the listener', async () => {
    const { player } = await counted();
    history.replaceState(null, '', '?wtr=1&utm_source=newsletter&fbclid=abc#unten');
    await toEnd(player);
    const known = ['type', 'quarter', 'seconds', 'article'];
    expect(log.flatMap(Object.keys).filter((key) => !known.includes(key))).to.deep.equal([]);
    expect(new Set(log.map(({ article }) => article))).to.deep.equal(
      new Set([`${location.pathname}?wtr=1`]),
    );
  });

  test('do not count what is skipped, nor silence, nor pauses', async () => {
    const { player } = await counted();
    await player.play();
    player.pause();
    await aTimeout(1500);
    player.seekToCue(3);
    await toEnd(player);
    expect(types()).to.deep.equal(['play', 'ended']);
    expect(log.at(-1)?.seconds).to.be.within(0.1, 1.2);
    player.muted = true;
    log = [];
    await toEnd(player);
    expect(log).to.have.length(2);
    expect(log.at(-1)).to.include({ type: 'ended', seconds: 0 });
    player.muted = false;
  });

  test('do not count a sentence twice', async () => {
    const { player } = await counted();
    await player.play();
    for (let times = 0; times < 3; times++) {
      await untilHeard(player, SENTENCES[1] ?? '');
      player.seekToCue(0);
    }
    await untilHeard(player, SENTENCES[0] ?? '');
    expect(types().filter((type) => type !== 25)).to.deep.equal(['play']);
    player.remove();
  });

  test('say when listening ends before the end, at the document if the player is gone', async () => {
    const { player } = await counted();
    await player.play();
    player.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(types()).to.deep.equal(['play', 'left']);
    await player.play();
    player.remove();
    await waitUntil(() => log.length === 4, 'the end is reported');
    expect(types().slice(2)).to.deep.equal(['play', 'left']);
    expect(reported.at(-1)).to.equal(document);
  });

  test('say so when the page is left', async () => {
    const { player } = await counted();
    await player.play();
    dispatchEvent(new Event('pagehide'));
    dispatchEvent(new Event('pagehide'));
    expect(types()).to.deep.equal(['play', 'left']);
  });

  test('are reported only while the attribute is there', async () => {
    const { player } = await playerFor(TEXT);
    player.playbackRate = 4;
    await toEnd(player);
    expect(log).to.deep.equal([]);
    player.setAttribute('statistics', '');
    await toEnd(player);
    expect(log.map(({ type }) => type)).to.include.members(['play', 'ended']);
    const { length } = log;
    player.removeAttribute('statistics');
    await toEnd(player);
    expect(log).to.have.length(length);
  });

  test('name the second article of a page by its for', async () => {
    const { page } = await counted();
    page.insertAdjacentHTML(
      'beforeend',
      '<div lang="de" id="second">Kurz.</div><vorleser-player statistics for="second" engines="embedded"></vorleser-player>',
    );
    await toEnd(page.lastElementChild as VorleserPlayer);
    expect(log.at(-1)?.article).to.match(/#second$/);
  });
});

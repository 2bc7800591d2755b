import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { Playback } from '../../src/playback/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

describe('Playback', () => {
  describe('the consent question', () => {
    async function setUpCloud(answer?: boolean, loadQuestion = () => Promise.resolve()) {
      const cloud = Object.assign(new ScriptedEngine('cloud'), { recipient: 'cloud.example' });
      const home = new ScriptedEngine('home');
      const root = await fixture<HTMLElement>(html`<article><p>Eins. Zwei.</p></article>`);
      const remembered = new Map<string, boolean>();
      if (answer !== undefined) remembered.set('cloud.example', answer);
      const sources = [cloud, home].map((engine) => () => Promise.resolve(engine));
      const playback = new Playback({
        narrate: () => new NavigableNarration(root),
        engines: () => sources,
        allows: (recipient) => remembered.get(recipient),
        allow: (recipient, allowed) => remembered.set(recipient, allowed),
        loadQuestion,
      });
      return { cloud, home, playback, remembered };
    }
    const asked = (playback: Playback) =>
      waitUntil(() => playback.consent !== null, 'it is asked', { timeout: 8000 });

    it('is asked before text is sent, and the cloud voice reads if the listener agrees', async () => {
      const { cloud, home, playback, remembered } = await setUpCloud();
      const ended = oneEvent(playback, 'ended');
      const played = playback.play();
      await asked(playback);
      expect(playback.consent?.recipient).to.equal('cloud.example');
      expect([...cloud.log, ...home.log]).to.deep.equal([]);
      playback.consent?.answer(true);
      await played;
      await ended;
      expect(cloud.log).to.deep.equal(['speak Eins.', 'speak Zwei.']);
      expect([...remembered]).to.deep.equal([['cloud.example', true]]);
    });

    it('makes the next engine read if the listener declines', async () => {
      const { cloud, home, playback, remembered } = await setUpCloud();
      const ended = oneEvent(playback, 'ended');
      void playback.play();
      await asked(playback);
      playback.consent?.answer(false);
      await ended;
      expect([cloud.log.length, home.log.length]).to.deep.equal([0, 2]);
      expect([...remembered]).to.deep.equal([['cloud.example', false]]);
    });

    it('makes the next engine read if it cannot be shown, and stores nothing', async () => {
      const missing = () => Promise.reject(new TypeError('Failed to fetch'));
      const { cloud, home, playback, remembered } = await setUpCloud(undefined, missing);
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
      expect([cloud.log.length, home.log.length]).to.deep.equal([0, 2]);
      expect(remembered.size).to.equal(0);
    });

    it('is not asked again once it is answered', async () => {
      for (const answer of [true, false]) {
        const { cloud, home, playback } = await setUpCloud(answer);
        const ended = oneEvent(playback, 'ended');
        await playback.play();
        await ended;
        expect([cloud.log.length, home.log.length]).to.deep.equal(answer ? [2, 0] : [0, 2]);
      }
    });

    it('is asked again if a pause or a stop withdrew it', async () => {
      const { playback, remembered } = await setUpCloud();
      for (const leave of ['pause', 'stop'] as const) {
        const played = playback.play().catch((error: DOMException) => error.name);
        await asked(playback);
        playback[leave]();
        expect(await played).to.equal('AbortError');
        expect(playback.consent).to.equal(null);
      }
      void playback.play().catch(() => undefined);
      await asked(playback);
      expect(remembered.size).to.equal(0);
      playback.stop();
    });
  });
});

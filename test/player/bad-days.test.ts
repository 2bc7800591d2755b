import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import sinon from 'sinon';
import { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { painted } from '../fixtures/painted.js';
import { control, messageOf, playerFor, statusOf } from '../fixtures/player.js';
import { withoutErrors } from '../fixtures/without-errors.js';

const nameOf = (button: HTMLButtonElement) => button.ariaLabel ?? button.textContent?.trim();

describe('<vorleser-player>', () => {
  const { test, errors } = withoutErrors();

  describe('under adverse conditions', () => {
    test('reports that the article has no text', async () => {
      const { player } = await playerFor('<p></p>');
      const error = (await player.play().catch((reason: unknown) => reason)) as DOMException;
      expect(error).to.include({ name: 'NotSupportedError' });
      await waitUntil(() => messageOf(player) === 'Hier gibt es keinen Text zum Vorlesen.');
      expect(player.paused).to.equal(true);
    });

    test('reports that there is no article, and reads it once it is added', async () => {
      const { player, page, article } = await playerFor();
      article.remove();
      await player.play().catch(() => undefined);
      await waitUntil(
        () => statusOf(player).textContent === 'Hier gibt es keinen Text zum Vorlesen.',
      );
      page.append(article);
      await player.play();
      expect(player.activeCue?.text).to.equal('Ein Titel');
      player.remove();
    });

    test('reports an invalid `skip` selector, and reads everything', async () => {
      const { player } = await playerFor('<p>Ja.</p>', { skip: 'p >' });
      await player.play();
      expect(player.activeCue?.text).to.equal('Ja.');
      expect(errors.splice(0)).to.have.length(1);
      player.remove();
    });

    test('stops when the article is removed while it is read', async () => {
      const { player, article } = await playerFor();
      await player.play();
      article.remove();
      await waitUntil(() =>
        statusOf(player).textContent?.startsWith('Der Artikel ist nicht mehr auf der Seite.'),
      );
      expect(player).to.include({ paused: true, activeCue: null });
    });

    test('stops when it is removed, and continues when it is moved', async () => {
      const { player, page } = await playerFor();
      await player.play();
      page.append(player);
      await aTimeout(50);
      expect(player.paused).to.equal(false);
      expect(CSS.highlights.size).to.be.above(0);
      player.remove();
      await aTimeout(50);
      expect(player.paused).to.equal(true);
      expect(CSS.highlights.size).to.equal(0);
      page.append(player);
      await player.play();
      expect(player.activeCue?.text).to.equal('Ein Titel');
      player.remove();
      await aTimeout(0);
    });

    test('pauses, without an error, when it is removed together with the article, like an <audio>', async () => {
      const { player, page } = await playerFor();
      const events: string[] = [];
      for (const type of ['pause', 'ended', 'error'])
        player.addEventListener(type, () => events.push(`${type} ${player.paused}`));
      await player.play();
      page.remove();
      await aTimeout(500);
      expect(events).to.deep.equal(['pause true']);
      expect(player.error).to.equal(null);
    });

    test('reads with a new worker if the browser has ended the one that the players share', async () => {
      const workers = sinon.spy(window, 'Worker');
      try {
        const { player } = await playerFor();
        const { player: other } = await playerFor('<p>Ein anderer Text.</p>');
        await player.play();
        for (const worker of workers.returnValues as Worker[]) worker.terminate();
        await other.play();
        expect(player.paused).to.equal(true);
        await painted();
        expect(other.engine).to.equal('embedded');
        expect(messageOf(other)).to.equal('');
        expect(workers.callCount).to.equal(2);
        player.remove();
        other.remove();
        await aTimeout(0);
      } finally {
        workers.restore();
      }
    });

    test('works in a browser without speech synthesis', async () => {
      const real = Object.getOwnPropertyDescriptor(window, 'speechSynthesis') as PropertyDescriptor;
      Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true });
      try {
        const { player } = await playerFor(undefined, { engines: 'browser embedded' });
        await player.play();
        expect(player.engine).to.equal('embedded');
        player.setAttribute('engines', 'browser');
        const silent = await playerFor(undefined, { engines: 'browser' });
        await silent.player.play().catch(() => undefined);
        await waitUntil(() =>
          statusOf(silent.player).textContent?.includes('keine Stimme für seine Sprache'),
        );
        expect(silent.player.error).to.be.instanceOf(Error);
        player.remove();
        await aTimeout(0);
      } finally {
        Object.defineProperty(window, 'speechSynthesis', real);
      }
    });

    test('works without storage', async () => {
      const real = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
      const refuse = () => {
        throw new DOMException('', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse, configurable: true });
      try {
        const { player } = await playerFor();
        await player.play();
        expect(player.paused).to.equal(false);
        player.remove();
        await aTimeout(0);
      } finally {
        Object.defineProperty(window, 'localStorage', real);
      }
    });

    test('pauses when another player starts', async () => {
      const one = await playerFor();
      const page = await fixture<HTMLElement>(
        html`<section>
          <vorleser-player for="other" engines="embedded"></vorleser-player>
          <div id="other">Etwas anderes.</div>
        </section>`,
      );
      const other = page.querySelector('vorleser-player') as VorleserPlayer;
      await one.player.play();
      await other.play();
      expect(one.player.paused).to.equal(true);
      expect(other.paused).to.equal(false);
      expect(nameOf(control(one.player, 'vorleser-play-button'))).to.equal('Weiter anhören');
      await painted();
      expect(statusOf(one.player).textContent).to.equal('');
      one.player.remove();
      other.remove();
      await aTimeout(0);
    });

    test('pauses when the listener leaves the page', async () => {
      const { player } = await playerFor();
      await player.play();
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect(player.paused).to.equal(true);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await player.play();
      expect(player.activeCue?.text).to.equal('Ein Titel');
      player.remove();
      await aTimeout(0);
    });

    test('rejects an invalid rate, and keeps the previous one', async () => {
      const { player } = await playerFor(undefined, { playbackrate: '1.5' });
      expect(player.playbackRate).to.equal(1.5);
      player.setAttribute('playbackrate', 'schnell');
      await player.updateComplete;
      expect(player.playbackRate).to.equal(1.5);
      expect(errors.splice(0)).to.have.length(1);
    });
  });
});

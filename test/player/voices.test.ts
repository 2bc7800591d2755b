import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { LitElement } from 'lit';
import { settings } from '../../src/settings/store.js';
import { painted } from '../fixtures/painted.js';
import { ARTICLE, control, messageOf, playerFor } from '../fixtures/player.js';
import { withoutErrors } from '../fixtures/without-errors.js';

describe('<vorleser-player>', () => {
  const { test } = withoutErrors();

  describe('voices', () => {
    beforeEach(() => localStorage.removeItem('vorleser'));
    afterEach(() => localStorage.removeItem('vorleser'));

    test('are listed once they are asked for', async () => {
      const { player } = await playerFor();
      expect(player.voices).to.deep.equal([]);
      await oneEvent(player, 'voiceschange');
      expect(player.voices.map(({ engine, lang }) => [engine, lang])).to.deep.equal([
        ['embedded', 'de'],
      ]);
      expect(settings.chosen).to.deep.equal({});
    });

    test('stay chosen on later visits, even if they are unavailable', async () => {
      const { player } = await playerFor();
      expect(player.voice).to.equal(null);
      player.voice = 'a voice of another day';
      const { player: another } = await playerFor('<p>Kurz.</p>', { voice: 'the publisher’s' });
      expect(another.voice).to.equal('a voice of another day');
      const ended = oneEvent(another, 'ended');
      await another.play();
      await ended;
      expect(another.voice).to.equal('a voice of another day');
      another.voice = null;
      const { player: third } = await playerFor(ARTICLE, { voice: 'the publisher’s' });
      expect(third.voice).to.equal('the publisher’s');
    });

    test('of an unavailable engine are replaced without a message, and stay chosen', async () => {
      for (const engine of ['azure', 'browser', 'recording', 'an engine of the future']) {
        const voice = { voiceURI: 'Katja', engine };
        settings.choose({ voice });
        const { player } = await playerFor('<p>Kurz.</p>', { engines: 'azure browser embedded' });
        await player.play();
        expect(player).to.include({ engine: 'embedded', voice: 'Katja', error: null });
        await painted();
        expect(messageOf(player)).to.not.match(/Stimme/);
        expect(settings.chosen).to.deep.equal({ voice });
        player.remove();
      }
    });

    test('can be previewed without being chosen', async () => {
      const { player } = await playerFor();
      const previewed = player.sampleVoice('vorleser:espeak-ng/de');
      expect(player.paused).to.equal(true);
      await previewed;
      expect(player.voices[0]).to.deep.include({
        engine: 'embedded',
        name: 'eSpeak NG',
        lang: 'de',
      });
      expect(player).to.include({ voice: null, paused: true, engine: null });
      expect(settings.chosen).to.deep.equal({});
      const error = await player.sampleVoice('nobody').catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(DOMException).with.property('name', 'NotFoundError');
    });

    test('that need text to be sent are not used before the listener agrees', async () => {
      const { player } = await playerFor('<p>Kurz.</p>', {
        engines: 'azure embedded',
        tokenurl: '/there-is-no-broker',
      });
      const fetched: string[] = [];
      const realFetch = globalThis.fetch;
      globalThis.fetch = (...args) => {
        fetched.push(new Request(...args).url);
        return realFetch(...args);
      };
      const ended = oneEvent(player, 'ended');
      await import('../../src/player/listening-elements.js');
      const asked = new Promise((resolve) =>
        new MutationObserver((_, observer) => {
          const consent = player.shadowRoot?.querySelector<LitElement>('vorleser-consent');
          if (!consent) return;
          observer.disconnect();
          resolve(consent.updateComplete);
        }).observe(player.shadowRoot as ShadowRoot, { childList: true, subtree: true }),
      );
      const played = player.play();
      const question = () => player.shadowRoot?.querySelector('vorleser-consent')?.shadowRoot;
      await asked;
      const status = question()?.querySelector('[role=status]');
      expect(status?.textContent?.trim(), 'The live region is added before its text').to.equal('');
      await waitUntil(() => question()?.textContent?.includes('tts.speech.microsoft.com'));
      await expect(player).to.be.accessible();
      const [allow, refuse] = question()?.querySelectorAll('button') ?? [];
      expect([allow, refuse].map((button) => button?.textContent.trim())).to.deep.equal([
        'Einverstanden',
        'Mit einer anderen Stimme lesen',
      ]);
      refuse?.focus();
      refuse?.click();
      expect(control(player, 'vorleser-play-button').matches(':focus')).to.equal(true);
      await played;
      expect(player.engine).to.equal('embedded');
      await ended;
      globalThis.fetch = realFetch;
      expect(fetched.filter((address) => /broker|microsoft/.test(address))).to.deep.equal([]);
      expect(question()).to.equal(undefined);
      const { player: another } = await playerFor('<p>Kurz.</p>', {
        engines: 'azure embedded',
        tokenurl: '/there-is-no-broker',
      });
      await another.play();
      expect(another.engine).to.equal('embedded');
      another.remove();
    });
  });
});

import { expect } from '@open-wc/testing';
import {
  always,
  azure,
  azureSuite,
  engine,
  entries,
  failure,
  moment,
  requestCount,
  speak,
  utterance,
} from './azure-suite.js';

describe('AzureEngine', () => {
  azureSuite();

  describe('failing requests', () => {
    beforeEach(() => engine.load());

    it('retries after the delay that the service asks for', async () => {
      await azure.plan({ plan: { v1: [{ status: 429, retryAfter: '1' }] } });
      await speak(utterance());
      const [first, second] = await azure.requests('v1');
      expect((second?.time ?? 0) - (first?.time ?? 0)).to.be.within(950, 4000);
    });

    it('retries at the date and time that the service asks for', async () => {
      const retryAfter = new Date(Date.now() + 2000).toUTCString();
      await azure.plan({ plan: { v1: [{ status: 503, retryAfter }] } });
      await speak(utterance());
      expect(await requestCount('v1')).to.equal(2);
      expect(Date.now()).to.be.at.least(Date.parse(retryAfter));
    });

    it('retries soon if the service names no delay, or hides it from pages', async () => {
      const answers = [{ status: 502 }, { status: 429, retryAfter: '9', hidden: true }];
      await azure.plan({ plan: { v1: answers } });
      const began = performance.now();
      await speak(utterance());
      expect(performance.now() - began).to.be.below(8000);
      expect(await requestCount('v1')).to.equal(3);
    });

    it('gives up after three attempts, and at once if the delay would be long', async () => {
      await always({ status: 500 });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await requestCount('v1')).to.equal(3);
      await always({ status: 429, retryAfter: '60' });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await requestCount('v1')).to.equal(1);
      expect(entries()).to.deep.equal([]);
    });

    it('retries when the connection breaks, and gives up if it keeps breaking', async () => {
      await azure.plan({ plan: { v1: [{ cut: true }] } });
      await speak(utterance());
      expect(await requestCount('v1')).to.equal(2);
      await always({ cut: true });
      expect((await failure(speak(utterance()))).reason).to.equal('network');
    });

    it('can be aborted while it waits to retry', async () => {
      await always({ status: 429, retryAfter: '1' });
      const aborting = new AbortController();
      const spoken = speak(utterance(), aborting.signal).catch((error: unknown) => error);
      while ((await requestCount('v1')) === 0) await moment(10);
      aborting.abort(new DOMException('', 'AbortError'));
      engine.prepare([]);
      expect(((await spoken) as Error).name).to.equal('AbortError');
      await moment(1300);
      expect(await requestCount('v1')).to.equal(1);
    });

    it('sends no text where a redirect leads', async () => {
      await always({ status: 307, location: azure.tokenUrl });
      expect((await failure(speak(utterance()))).message).to.contain('redirect');
      expect(await requestCount('v1')).to.equal(1);
      expect(await requestCount('token')).to.equal(0);
    });

    it('does not retry a request that the service refuses', async () => {
      for (const [status, reason] of [
        [400, 'failed'],
        [403, 'unavailable'],
      ] as const) {
        await always({ status });
        expect((await failure(speak(utterance()))).reason).to.equal(reason);
        expect(await requestCount('v1')).to.equal(1);
      }
    });

    it('speaks again after a failure', async () => {
      await azure.plan({ plan: { v1: [{ status: 400 }] } });
      const said = utterance();
      await failure(speak(said));
      await speak(said);
      expect(entries()).to.have.lengthOf(1);
    });
  });

  describe('tokens', () => {
    it('are renewed before they expire', async () => {
      await azure.plan({ tokenAnswer: { expiresIn: 2 } });
      await engine.load();
      await moment(1100);
      await Promise.all([speak(utterance()), engine.voices()]);
      expect(await requestCount('token')).to.equal(2);
      expect((await azure.requests('v1')).at(-1)?.headers.authorization).to.match(/^Bearer token-/);
    });

    it('are renewed once if the service rejects one, bypassing the broker’s cache', async () => {
      await engine.load();
      await azure.revoke();
      await speak(utterance());
      const [first, second, ...others] = await azure.requests('token');
      expect(others).to.deep.equal([]);
      expect(first?.headers['cache-control']).to.equal(undefined);
      expect(second?.headers['cache-control']).to.equal('no-cache');
      expect(await requestCount('v1')).to.equal(2);
      expect(entries()).to.have.lengthOf(1);
    });

    it('are not requested again right after a new one was rejected', async () => {
      await engine.load();
      await azure.plan({ always: { v1: { status: 401 } } });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await requestCount('v1')).to.equal(2);
      expect(await requestCount('token')).to.equal(1);
    });

    it('are requested again after the delay that a busy broker asks for', async () => {
      await azure.plan({ plan: { token: [{ status: 503, retryAfter: '1' }] } });
      await engine.load();
      expect(await requestCount('token')).to.equal(2);
    });
  });
});

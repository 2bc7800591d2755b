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

  describe('bad days', () => {
    beforeEach(() => engine.load());

    it('asks again when the service wants that, as late as it wants', async () => {
      await azure.plan({ plan: { v1: [{ status: 429, retryAfter: '1' }] } });
      await speak(utterance());
      const [first, second] = await azure.requests('v1');
      expect((second?.time ?? 0) - (first?.time ?? 0)).to.be.within(950, 4000);
    });

    it('also where it names a day and time', async () => {
      const retryAfter = new Date(Date.now() + 2000).toUTCString();
      await azure.plan({ plan: { v1: [{ status: 503, retryAfter }] } });
      await speak(utterance());
      expect(await requestCount('v1')).to.equal(2);
      expect(Date.now()).to.be.at.least(Date.parse(retryAfter));
    });

    it('and soon where it does not say, or hides it', async () => {
      const answers = [{ status: 502 }, { status: 429, retryAfter: '9', hidden: true }];
      await azure.plan({ plan: { v1: answers } });
      const began = performance.now();
      await speak(utterance());
      expect(performance.now() - began).to.be.below(8000);
      expect(await requestCount('v1')).to.equal(3);
    });

    it('gives up after three times, and at once where it would have to wait for long', async () => {
      await always({ status: 500 });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await requestCount('v1')).to.equal(3);
      await always({ status: 429, retryAfter: '60' });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await requestCount('v1')).to.equal(1);
      expect(entries()).to.deep.equal([]);
    });

    it('asks again when the connection breaks, and gives up when that goes on', async () => {
      await azure.plan({ plan: { v1: [{ cut: true }] } });
      await speak(utterance());
      expect(await requestCount('v1')).to.equal(2);
      await always({ cut: true });
      expect((await failure(speak(utterance()))).reason).to.equal('network');
    });

    it('is cancelled while it waits to ask again', async () => {
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

    it('gives up at once what is refused', async () => {
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
    it('is renewed before it ends', async () => {
      await azure.plan({ tokenAnswer: { expiresIn: 2 } });
      await engine.load();
      await moment(1100);
      await Promise.all([speak(utterance()), engine.voices()]);
      expect(await requestCount('token')).to.equal(2);
      expect((await azure.requests('v1')).at(-1)?.headers.authorization).to.match(/^Bearer token-/);
    });

    it('is renewed once when the service does not take it, which the broker is told', async () => {
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

    it('is given up when another one is not taken either', async () => {
      await engine.load();
      await azure.plan({ always: { v1: { status: 401 } } });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await requestCount('v1')).to.equal(2);
      expect(await requestCount('token')).to.equal(1);
    });

    it('is waited for where the broker is busy', async () => {
      await azure.plan({ plan: { token: [{ status: 503, retryAfter: '1' }] } });
      await engine.load();
      expect(await requestCount('token')).to.equal(2);
    });
  });
});

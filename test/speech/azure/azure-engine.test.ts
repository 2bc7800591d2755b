import { expect } from '@open-wc/testing';
import { AzureEngine } from '../../../src/speech/azure/azure-engine.js';
import { type Utterance } from '../../../src/speech/engine.js';
import {
  always,
  azure,
  azureSuite,
  duration,
  engine,
  entries,
  failure,
  KATJA,
  log,
  moment,
  requestCount,
  speak,
  textOf,
  utterance,
} from './azure-suite.js';

describe('AzureEngine', () => {
  azureSuite();

  describe('before anything is spoken', () => {
    it('sends no request before it is loaded, and no text when it loads', async () => {
      expect(await engine.speaks('de-CH')).to.equal(true);
      expect(await engine.speaks('tlh')).to.equal(false);
      engine.voice = KATJA;
      expect(await azure.requests()).to.have.lengthOf(0);
      await engine.load();
      await engine.load();
      expect((await azure.requests()).map(({ endpoint }) => endpoint)).to.deep.equal([
        'token',
        'list',
      ]);
    });

    it('names the host that will receive the texts', () => {
      expect(engine.recipient).to.equal(azure.host);
      expect(new AzureEngine({ tokenUrl: '/token' }).recipient).to.equal(
        'tts.speech.microsoft.com',
      );
    });

    it('sends nothing to another host, even if the broker names one', async () => {
      for (const tokenAnswer of [
        { speechSynthesisHostname: 'evil.example' },
        { speechSynthesisHostname: `evil${azure.host}` },
        { speechSynthesisHostname: `evil.example/.${azure.host}` },
        { speechSynthesisHostname: null, region: 'westeurope' },
      ]) {
        await azure.plan({ tokenAnswer });
        const deceived = new AzureEngine({ tokenUrl: azure.tokenUrl, recipient: azure.host });
        expect((await failure(deceived.load())).message).to.contain('Texts may go to');
        expect(await azure.requests()).to.have.lengthOf(1);
      }
    });

    it('lists the voices of the region', async () => {
      const voices = await engine.voices();
      expect(voices.map(({ voiceURI }) => voiceURI)).to.include(KATJA);
      expect(voices.find((voice) => voice.default)).to.deep.equal({
        voiceURI: 'de-DE-SeraphinaMultilingualNeural',
        name: 'Seraphina Multilingual',
        lang: 'de-DE',
        localService: false,
        recipient: azure.host,
        default: true,
      });
      await engine.voices();
      expect(await requestCount('list')).to.equal(1);
      expect(await engine.speaks('fr')).to.equal(true);
      expect(await engine.speaks('it')).to.equal(false);
    });

    it('speaks even if the voices cannot be listed, and requests them again', async () => {
      await azure.plan({ plan: { list: [{ status: 404 }] } });
      await engine.load();
      await speak(utterance());
      expect((await azure.requests('v1'))[0]?.body).to.contain('de-DE-SeraphinaMultilingualNeural');
      expect(await engine.voices()).to.have.lengthOf(7);
    });

    it('fails to load without a token, and succeeds on a later attempt', async () => {
      await azure.plan({ plan: { token: [{ status: 403 }, { body: 'no JSON' }, { body: '{}' }] } });
      expect((await failure(engine.load())).reason).to.equal('unavailable');
      expect((await failure(engine.load())).reason).to.equal('failed');
      expect((await failure(engine.load())).reason).to.equal('failed');
      await engine.load();
      expect(await engine.voices()).to.have.lengthOf(7);
    });

    it('leaves no elements on the page', async () => {
      const { outerHTML } = document.head;
      await engine.load();
      expect(document.head.outerHTML).to.equal(outerHTML);
    });
  });

  describe('speaking', () => {
    beforeEach(() => engine.load());

    it('sends the request that the service expects, and speaks the whole utterance', async () => {
      const said = utterance('Müller & Söhne <b>');
      const began = performance.now();
      await speak(said);
      const [request, ...others] = await azure.requests('v1');
      expect(others).to.deep.equal([]);
      expect(request && textOf(request)).to.equal(said.text);
      expect(request?.headers['x-microsoft-outputformat']).to.equal(
        'audio-24khz-48kbitrate-mono-mp3',
      );
      expect(entries()).to.have.lengthOf(1);
      // Without the 0.9 seconds of silence around it.
      expect(duration(said)).to.be.within(900, 2200);
      expect(performance.now() - began).to.be.above(duration(said));
    });

    it('reports the start when the sound begins, not before', async () => {
      await always({ delay: 700 });
      const began = performance.now();
      await speak(utterance());
      expect(entries()).to.have.lengthOf(1);
      expect((log[0]?.[0] ?? 0) - began).to.be.above(690);
    });

    it('can be aborted while it fetches', async () => {
      await always({ delay: 500 });
      const aborting = new AbortController();
      const spoken = speak(utterance(), aborting.signal).catch((error: unknown) => error);
      await moment(100);
      aborting.abort(new DOMException('', 'AbortError'));
      expect(((await spoken) as Error).name).to.equal('AbortError');
      await moment(1200);
      expect(entries()).to.deep.equal([]);
    });

    it('can be aborted at any moment, and then speaks the next utterance', async () => {
      engine.rate = 3;
      const next = utterance('Danach.');
      for (let after = 0; after <= 320; after += 40) {
        const aborting = new AbortController();
        const said = utterance();
        engine.prepare([said, next]);
        const spoken = speak(said, aborting.signal).catch((error: unknown) => error);
        await moment(after);
        aborting.abort(new DOMException('', 'AbortError'));
        expect(((await spoken) as Error).name).to.equal('AbortError');
        log.length = 0;
        engine.prepare([next]);
        await speak(next);
        expect(entries()).to.deep.equal(['start Danach.']);
      }
    });

    it('can start in the middle of an utterance', async () => {
      const said = utterance('Ein Satz, der einige Zeit lang dauert.');
      await speak(said);
      await speak(said, undefined, 1.5);
      const ended = performance.now();
      const started = log[1]?.[0] ?? NaN;
      expect(log).to.have.lengthOf(2);
      expect(ended - started).to.be.below(duration(said) - 1000);
    });

    it('can be paused while it fetches, and is silent until it resumes', async () => {
      await always({ delay: 200 });
      const spoken = speak(utterance('Eins.'));
      engine.pause();
      await moment(700);
      expect(entries()).to.deep.equal([]);
      engine.resume();
      await spoken;
      expect(entries()).to.deep.equal(['start Eins.']);
    });

    it('pauses in the middle of an utterance, and resumes at the same position', async () => {
      const said = utterance('Ein Satz, der einige Zeit lang dauert.');
      await speak(said);
      const spoken = speak(said);
      while (log.length < 2) await moment(5);
      await moment(1500);
      engine.pause();
      await moment(300);
      const resumed = performance.now();
      engine.resume();
      await spoken;
      expect(performance.now() - resumed).to.be.below(duration(said) - 1000);
      expect(entries()).to.have.lengthOf(3);
    });

    it('replaces the silence of the service by the pause that the utterance asks for', async () => {
      const all = [utterance(), utterance()] as const;
      engine.prepare(all);
      while ((await requestCount('v1')) < 2) await moment(20);
      await moment(300);
      await speak(all[0]);
      const ended = performance.now();
      await speak(all[1]);
      expect((log[1]?.[0] ?? 0) - ended).to.be.within(230, 600);
    });

    it('marks foreign runs, so that the voice speaks them in their language', async () => {
      expect(engine.abilities.runs).to.equal(true);
      const runs = [
        { text: 'Das ist ', lang: 'de' },
        { text: 'fair play', lang: 'en' },
      ];
      await speak(utterance('Das ist fair play', { runs }));
      expect((await azure.requests('v1'))[0]?.body).to.contain(
        '<lang xml:lang="en-US">fair play</lang>',
      );
      engine.voice = KATJA;
      expect(engine.abilities.runs).to.equal(false);
    });

    it('fails if it receives silence, or bytes that are not audio', async () => {
      await azure.plan({ plan: { v1: [{ sound: 'silence' }, { sound: 'noise' }] } });
      expect((await failure(speak(utterance()))).reason).to.equal('failed');
      expect((await failure(speak(utterance()))).reason).to.equal('failed');
      expect(entries()).to.deep.equal([]);
    });
  });

  describe('voices', () => {
    beforeEach(() => engine.load());

    it('uses the chosen voice for the languages that it speaks', async () => {
      engine.voice = KATJA;
      await speak(utterance('Eins.'));
      await speak(utterance('One.', { lang: 'en' }));
      await speak(utterance('Zwei.', { lang: 'de-AT' }));
      const names = (await azure.requests('v1')).map(({ body }) => /name="(.+?)"/.exec(body)?.[1]);
      expect(names).to.deep.equal([KATJA, 'en-US-JennyMultilingualNeural', KATJA]);
    });

    it('also changes the voice of utterances that have already been fetched', async () => {
      const all = [utterance('Eins.'), utterance('Zwei.')] as const;
      engine.prepare(all);
      while ((await requestCount('v1')) < 2) await moment(20);
      await moment(300);
      await speak(all[0]);
      const before = duration(all[0]);
      engine.voice = KATJA;
      await speak(all[1]);
      await speak(all[0]);
      // The stand-in's Katja is slower.
      expect(duration(all[0])).to.be.above(before * 1.2);
      const bodies = (await azure.requests('v1')).map(({ body }) => body.includes(KATJA));
      expect(bodies).to.deep.equal([false, false, true, true]);
      expect(entries()).to.deep.equal(['start Eins.', 'start Zwei.', 'start Eins.']);
    });

    it('uses another voice if the region does not have the chosen one', async () => {
      engine.voice = 'de-DE-NobodyNeural';
      await speak(utterance());
      expect((await azure.requests('v1'))[0]?.body).to.contain('SeraphinaMultilingual');
    });
  });

  describe('requests', () => {
    beforeEach(() => engine.load());

    it('are made for a few utterances ahead, and for more as those are spoken', async () => {
      const all = Array.from({ length: 10 }, () => utterance());
      const [first] = all as [Utterance];
      engine.prepare(all);
      while ((await requestCount('v1')) < 4) await moment(20);
      await moment(500);
      expect((await azure.requests('v1')).map(textOf)).to.deep.equal(
        all.slice(0, 4).map(({ text }) => text),
      );
      await speak(first);
      await speak(all[1]!);
      while ((await requestCount('v1')) < 5) await moment(20);
      expect(await requestCount('v1')).to.equal(5);
    });

    it('are not repeated after going back, or for another rate or volume', async () => {
      const [first, second] = [utterance(), utterance()];
      await speak(first);
      await speak(second);
      engine.rate = 3;
      engine.volume = 0.5;
      await speak(first);
      await speak({ ...second });
      expect(await requestCount('v1')).to.equal(2);
    });

    it('do not delay the utterance that the listener jumps to', async () => {
      await always({ delay: 1500 });
      const aborting = new AbortController();
      const spoken = speak(utterance(), aborting.signal).catch(() => undefined);
      await moment(50);
      aborting.abort();
      await azure.plan();
      const elsewhere = utterance('Woanders.');
      engine.prepare([elsewhere]);
      const began = performance.now();
      await spoken;
      await speak(elsewhere);
      expect((log[0]?.[0] ?? Infinity) - began).to.be.below(1200);
      expect(entries()).to.deep.equal(['start Woanders.']);
    });
  });
});

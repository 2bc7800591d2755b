import { expect } from '@open-wc/testing';
import { segmentWords } from '../../../src/speech/segment-words.js';
import { ServerEngine } from '../../../src/speech/server/server-engine.js';
import { ATTEMPTS } from '../contract/subject.js';
import {
  durations,
  engine,
  failure,
  MAX_TEXT_LENGTH,
  moment,
  server,
  serverSuite,
  speak,
  utterance,
  words,
} from './server-suite.js';

describe('ServerEngine', () => {
  serverSuite();

  describe('before anything is spoken', () => {
    it('sends no request before it is loaded, and no text when it loads', async () => {
      expect(await engine.speaks('de-CH')).to.equal(true);
      engine.voice = 'nobody';
      expect(await server.requests()).to.deep.equal([]);
      await engine.load();
      await engine.load();
      expect((await server.requests()).map(({ path, body }) => path + body)).to.deep.equal([
        '/service',
        '/voices',
      ]);
    });

    it('names the host that will receive the texts, unless it is that of the page', () => {
      expect(engine.recipient).to.equal(server.host);
      for (const address of ['/voices/', 'voices', location.origin])
        expect(new ServerEngine(address).recipient, address).to.equal(undefined);
    });

    it('refuses what is no address of a web server', () => {
      for (const address of [
        'http://',
        'ftp://voices.example/',
        'https://user:key@voices.example/',
      ])
        expect(() => new ServerEngine(address), address).to.throw(TypeError);
    });

    it('lists the voices, with who receives their texts', async () => {
      const voices = await engine.voices();
      expect(voices.map(({ lang }) => lang)).to.deep.equal(['de', 'en', 'fr', 'it']);
      expect(voices[0]).to.deep.equal({
        voiceURI: 'espeak-ng/de',
        name: 'eSpeak NG Deutsch',
        lang: 'de',
        localService: false,
        recipient: server.host,
        default: false,
      });
      expect(await engine.speaks('fr-CH')).to.equal(true);
      expect(await engine.speaks('tlh')).to.equal(false);
    });

    it('fails to load if the server cannot answer, and succeeds on a later attempt', async () => {
      await server.plan({ always: { '/service': { status: 503, retryAfter: '60' } } });
      expect((await failure(engine.load())).reason).to.equal('unavailable');
      expect(await engine.voices()).to.deep.equal([]);
      await server.plan({ plan: { '/voices': [{ body: '[]', type: 'application/json' }] } });
      expect((await failure(engine.load())).message).to.contain('lists no voices');
      await engine.load();
      expect(await engine.voices()).to.have.lengthOf(4);
    });
  });

  describe('speaking', () => {
    beforeEach(() => engine.load());

    it('sends the text, its language and the voice, and reports every word', async () => {
      const said = utterance('Guten Morgen, liebe Leute.');
      await speak(said);
      const [request, ...others] = await server.requests('/synthesize');
      expect(others).to.deep.equal([]);
      expect(JSON.parse(request?.body ?? '')).to.deep.equal({
        text: said.text,
        language: 'de',
        voice: 'espeak-ng/de',
        boundary: true,
        output: { format: 'wav' },
      });
      expect(engine.abilities.words).to.equal('some');
      expect(words.map(({ start, end }) => ({ start, end }))).to.deep.equal(
        segmentWords(said.text),
      );
    }).retries(ATTEMPTS);

    it('uses the chosen voice for the language that it speaks', async () => {
      engine.voice = 'espeak-ng/fr';
      await speak(utterance('Bonjour tout le monde.', { lang: 'fr' }));
      await speak(utterance('Guten Tag.'));
      const voices = (await server.requests('/synthesize')).map(
        ({ body }) => (JSON.parse(body) as { voice: string }).voice,
      );
      expect(voices).to.deep.equal(['espeak-ng/fr', 'espeak-ng/de']);
    });

    it('fails where no voice speaks the language, and sends nothing', async () => {
      expect((await failure(speak(utterance('Qapla!', { lang: 'tlh' })))).reason).to.equal(
        'unavailable',
      );
      expect(await server.texts()).to.deep.equal([]);
    });

    it('sends a long text in parts that the server allows, and keeps the positions of words', async () => {
      const said = utterance(
        'Ein erster Teil von einem langen Satz, ein zweiter Teil, und danach noch ein dritter Teil.',
      );
      await speak(said);
      const texts = await server.texts();
      expect(texts.join('')).to.equal(said.text);
      expect(texts).to.have.lengthOf(2);
      for (const { length } of texts) expect(length).to.be.at.most(MAX_TEXT_LENGTH);
      expect(words.map(({ start, end }) => ({ start, end }))).to.deep.equal(
        segmentWords(said.text),
      );
    }).retries(ATTEMPTS);

    it('asks for nothing where there is nothing to be spoken', async () => {
      await speak(utterance('* * *'));
      expect(durations[0]).to.be.within(0.05, 0.5);
      expect(await server.requests('/synthesize')).to.deep.equal([]);
    });

    it('fetches a few utterances ahead, and more as those are spoken', async () => {
      const all = Array.from({ length: 10 }, () => utterance());
      engine.prepare(all);
      const sent = async () => (await server.texts()).length;
      while ((await sent()) < 4) await moment(20);
      await moment(300);
      expect(await server.texts()).to.deep.equal(all.slice(0, 4).map(({ text }) => text));
      await speak(all[0]!);
      await speak(all[1]!);
      while ((await sent()) < 5) await moment(20);
      expect(await sent()).to.equal(5);
    });

    it('asks again for nothing after going back, or for another rate or volume', async () => {
      const [first, second] = [utterance(), utterance()];
      await speak(first);
      await speak(second);
      engine.rate = 3;
      engine.volume = 0.5;
      await speak(first);
      await speak({ ...second });
      expect(await server.texts()).to.have.lengthOf(2);
    });
  });

  describe('failures', () => {
    beforeEach(() => engine.load());

    it('are waited for as long as the server asks', async () => {
      await server.plan({ plan: { '/synthesize': [{ status: 429, retryAfter: '1' }] } });
      await speak(utterance());
      const [first, second] = await server.requests('/synthesize');
      expect((second?.time ?? NaN) - (first?.time ?? NaN)).to.be.within(950, 3000);
    });

    it('are not waited for longer than ten seconds', async () => {
      await server.plan({ always: { '/synthesize': { status: 429, retryAfter: '60' } } });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await server.requests('/synthesize')).to.have.lengthOf(1);
    });

    it('are tried again after 5xx and broken connections, three times at most', async () => {
      await server.plan({ plan: { '/synthesize': [{ status: 502 }, { cut: true }] } });
      await speak(utterance());
      expect(await server.requests('/synthesize')).to.have.lengthOf(3);
      await server.plan({ always: { '/synthesize': { status: 503 } } });
      expect((await failure(speak(utterance()))).reason).to.equal('unavailable');
      expect(await server.requests('/synthesize')).to.have.lengthOf(3);
    });

    it('that another attempt would not change are final', async () => {
      for (const [status, reason] of [
        [400, 'failed'],
        [401, 'unavailable'],
        [404, 'unavailable'],
        [422, 'failed'],
      ] as const) {
        await server.plan({ always: { '/synthesize': { status } } });
        expect((await failure(speak(utterance()))).reason, `${status}`).to.equal(reason);
        expect(await server.requests('/synthesize'), `${status}`).to.have.lengthOf(1);
      }
    });

    it('send no text where a redirect leads', async () => {
      const location = `${server.url}elsewhere`;
      await server.plan({ always: { '/synthesize': { status: 307, location } } });
      expect((await failure(speak(utterance()))).message).to.contain('redirect');
      expect(await server.requests('/elsewhere')).to.deep.equal([]);
    });

    it('are answers that are not sound, however they claim to be', async () => {
      for (const answer of [
        { body: 'no sound', type: 'audio/wav' },
        { body: '<!doctype html>', type: 'text/html' },
        { body: '{"audio":"%%%","format":"wav"}', type: 'application/json' },
        { body: '{"audio":7}', type: 'application/json' },
        { body: 'null', type: 'application/json' },
      ]) {
        await server.plan({ always: { '/synthesize': answer } });
        expect((await failure(speak(utterance()))).reason, answer.body).to.equal('failed');
      }
    });

    it('can be aborted while the server takes its time', async () => {
      await server.plan({ always: { '/synthesize': { delay: 3000 } } });
      const aborting = new AbortController();
      const spoken = speak(utterance(), aborting.signal).catch((error: unknown) => error);
      await moment(100);
      aborting.abort(new DOMException('', 'AbortError'));
      expect(((await spoken) as Error).name).to.equal('AbortError');
      expect(durations).to.deep.equal([]);
    });
  });

  describe('word times', () => {
    const answerWith = async (text: string, boundaries: unknown) => {
      const service = (await (
        await fetch(`${server.url}synthesize`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ text: 'Eins zwei drei.', boundary: true }),
        })
      ).json()) as { audio: string };
      const body = JSON.stringify({ audio: service.audio, format: 'wav', boundaries });
      await server.plan({ always: { '/synthesize': { body, type: 'application/json' } } });
      await speak(utterance(text));
      return words.map(({ start, end }) => text.slice(start, end));
    };
    const mark = (
      charIndex: unknown,
      charLength: unknown,
      elapsedTime: unknown,
      name = 'word',
    ) => ({
      name,
      charIndex,
      charLength,
      elapsedTime,
    });
    beforeEach(() => engine.load());

    it('are used as far as they are plausible', async () => {
      expect(
        await answerWith('Eins zwei drei.', [
          mark(0, 4, 0),
          mark(5, 99, 0.1),
          mark(-1, 2, 0.1),
          mark('5', 4, 0.1),
          mark(5, 4, Infinity),
          mark(5, 4, 0.3),
          mark(0, 15, 0.3, 'sentence'),
          mark(0, 4, 0.4),
          mark(10, 4, 0.2),
          mark(10, 4, 0.6),
          null,
        ]),
      ).to.deep.equal(['Eins', 'zwei', 'drei']);
    });

    it('are not guessed where positions could be meant in two ways', async () => {
      expect(await answerWith('😀 zwei drei.', [mark(0, 1, 0), mark(2, 4, 0.1)])).to.deep.equal([]);
    });

    it('are not needed', async () => {
      for (const boundaries of [null, undefined, 'none', {}])
        expect(await answerWith('Eins zwei drei.', boundaries)).to.deep.equal([]);
    });
  });
});

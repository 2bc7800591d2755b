import { expect } from '@open-wc/testing';
import {
  durations,
  engine,
  engineAt,
  failure,
  server,
  serverSuite,
  speak,
  utterance,
  words,
} from './server-suite.js';

const json = (body: unknown) => ({ body: JSON.stringify(body), type: 'application/json' });
const noReadium = { '/service': { status: 404 } };
const bodies = async () =>
  (await server.requests('/v1/audio/speech')).map(
    ({ body }) => JSON.parse(body) as Record<string, unknown>,
  );

describe('ServerEngine with the protocol of OpenAI', () => {
  serverSuite('v1/');

  it('is used without a question where the address says so, and else where there is no other', async () => {
    await engine.load();
    expect((await server.requests()).map(({ path }) => path)).to.deep.equal(['/v1/audio/voices']);
    for (const service of [{ status: 404 }, { status: 405 }, { body: '<!doctype html>' }]) {
      await server.plan({ always: { '/service': service } });
      await engineAt('').load();
      await speak(utterance());
      expect(await bodies()).to.have.lengthOf(1);
    }
  });

  it('sends the request that such servers expect, and reports no words', async () => {
    await engine.load();
    const said = utterance('Müller & Söhne.');
    await speak(said);
    expect(await bodies()).to.deep.equal([
      { model: 'tts-1', input: said.text, voice: 'espeak-ng/de', response_format: 'mp3' },
    ]);
    expect(engine.abilities.words).to.equal('none');
    expect(words).to.deep.equal([]);
    // Without the silence that MP3 adds.
    expect(durations[0]).to.be.within(0.5, 2);
  });

  it('asks for WAV where there is no MP3, and from then on at once', async () => {
    await engine.load();
    await server.plan({ plan: { '/v1/audio/speech': [{ status: 400 }] } });
    await speak(utterance());
    await speak(utterance());
    expect((await bodies()).map((body) => body.response_format)).to.deep.equal([
      'mp3',
      'wav',
      'wav',
    ]);
  });

  it('sends halves of a text that is too long for a limit that it does not know', async () => {
    await engine.load();
    const said = utterance(
      'Ein erster Teil von einem langen Satz, ein zweiter Teil, und danach noch ein dritter Teil, nach dem noch mehr kommt.',
    );
    await speak(said);
    const [whole, ...parts] = await server.texts();
    expect(whole).to.equal(said.text);
    expect(parts.join('')).to.equal(said.text);
  });

  it('takes the lists of voices that servers send', async () => {
    for (const [answer, expected] of [
      [{ voices: ['af_heart', 'if_sara'] }, ['af_heart en-US Heart', 'if_sara it Sara']],
      [
        { voices: [{ id: 'de_DE-thorsten-medium', name: 'de_DE-thorsten-medium' }] },
        ['de_DE-thorsten-medium de-DE Thorsten medium'],
      ],
      [{ voices: [{ id: 'x', name: 'Xenia', language: 'fr' }] }, ['x fr Xenia']],
      [[{ voice_id: 'y', languages: ['de', 'en'] }], ['y de Y', 'y en Y']],
      [{ voices: ['thorsten', 7, null, {}, ''] }, ['thorsten de Thorsten']],
      [{ voices: 'none' }, ['alloy de Alloy']],
    ] as const) {
      await server.plan({ always: { '/v1/audio/voices': json(answer) } });
      const voices = await engineAt('v1/').voices();
      expect(voices.map(({ voiceURI, lang, name }) => `${voiceURI} ${lang} ${name}`)).to.deep.equal(
        expected,
      );
    }
  });

  it('needs no list of voices: the address names the voice, its language and the model', async () => {
    await server.plan({ always: { ...noReadium, '/v1/audio/voices': { status: 404 } } });
    engineAt('?voice=thorsten&lang=de,en&model=tts-1-hd');
    await engine.load();
    expect((await engine.voices()).map(({ voiceURI, lang }) => voiceURI + lang)).to.deep.equal([
      'thorstende',
      'thorstenen',
    ]);
    expect(await engine.speaks('fr')).to.equal(false);
    await failure(speak(utterance()));
    expect(await bodies()).to.deep.include({
      model: 'tts-1-hd',
      input: (await server.texts())[0],
      voice: 'thorsten',
      response_format: 'mp3',
    });
    for (const { path } of await server.requests()) expect(path).not.to.contain('?');
  });

  it('prefers the voice of the address until another one is chosen', async () => {
    const list = json({
      voices: [
        { id: 'a', language: 'de' },
        { id: 'b', language: 'de' },
      ],
    });
    await server.plan({ always: { '/v1/audio/voices': list } });
    engineAt('v1/?voice=b');
    await engine.load();
    await failure(speak(utterance()));
    engine.voice = 'a';
    await failure(speak(utterance()));
    expect([...new Set((await bodies()).map(({ voice }) => voice))]).to.deep.equal(['b', 'a']);
  });

  it('lists the voices of the model, where the server has them there', async () => {
    const model = json({ id: 'piper', voices: [{ name: 'thorsten', language: 'de' }] });
    await server.plan({ always: { '/v1/models/speaches-ai/piper': model } });
    engineAt('v1/?model=speaches-ai/piper');
    expect((await engine.voices()).map(({ voiceURI }) => voiceURI)).to.deep.equal(['thorsten']);
  });
});

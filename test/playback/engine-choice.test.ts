import { expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { EngineChoice } from '../../src/playback/engine-choice.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

const ALLOWED = { allows: () => true, consent: () => Promise.resolve(true) };

function choiceOf(...engines: (ScriptedEngine | null)[]) {
  const sources = engines.map((engine) => () => Promise.resolve(engine));
  return new EngineChoice(() => sources, ALLOWED);
}

describe('EngineChoice', () => {
  let first: ScriptedEngine;
  let second: ScriptedEngine;
  beforeEach(() => {
    [first, second] = [new ScriptedEngine('first'), new ScriptedEngine('second')];
  });

  it('finds the first engine that speaks a language', async () => {
    first.langs = ['en'];
    const choice = choiceOf(null, first, second);
    expect(await choice.find('de')).to.equal(second);
    expect(await choice.find('en')).to.equal(first);
    expect(await choice.find('fr')).to.equal(null);
  });

  it('keeps an engine until it is dropped, and uses it again only after a restore', async () => {
    first.langs = [];
    const choice = choiceOf(first, second);
    expect(await choice.find('de')).to.equal(second);
    first.langs = ['de'];
    expect(await choice.find('de')).to.equal(second);
    choice.drop(second);
    expect(await choice.find('de')).to.equal(first);
    choice.drop(first);
    expect(await choice.find('de')).to.equal(null);
    choice.restore();
    expect(await choice.find('de')).to.equal(first);
  });

  it('skips an engine that cannot be created or does not answer', async () => {
    first.speaks = () => Promise.reject(new Error('no answer'));
    let attempts = 0;
    const broken = () => {
      attempts++;
      return Promise.reject(new Error('no code'));
    };
    const sources = [broken, () => Promise.resolve(first), () => Promise.resolve(second)];
    const choice = new EngineChoice(() => sources, ALLOWED);
    expect(await choice.find('de')).to.equal(second);
    choice.restore();
    await choice.find('de');
    expect(attempts, 'The engine is tried again').to.equal(2);
  });

  it('tries an engine that cannot be created once for each search, even where a recording is asked about', async () => {
    let attempts = 0;
    const broken = () => {
      attempts++;
      return Promise.reject(new Error('no code'));
    };
    const sources = [broken, () => Promise.resolve(first)];
    const choice = new EngineChoice(() => sources, ALLOWED);
    const covers = () => true;
    for (let times = 0; times < 3; times++)
      expect(await choice.find('de', true, covers)).to.equal(first);
    expect(attempts).to.equal(1);
  });

  it('does not wait for a browser that lists its voices late where an engine has failed', async () => {
    const late = new ScriptedEngine('browser');
    late.abilities = { ...late.abilities, mediaElement: false };
    late.speaks = () => new Promise((resolve) => setTimeout(resolve, 1000, true));
    const covers = () => false;
    expect(await choiceOf(late, second).find('de', true, covers, true)).to.equal(second);
    expect(await choiceOf(late, second).findSuccessor(first, 'de')).to.equal(second);
    expect(await choiceOf(late, second).find('de')).to.equal(late);
    expect(await choiceOf(late).find('de', true, covers, true)).to.equal(late);
  });

  it('finds the engine that would take over', async () => {
    const choice = choiceOf(first, second);
    expect(await choice.findSuccessor(first, 'de')).to.equal(second);
    expect(await choice.findSuccessor(second, 'de')).to.equal(first);
    choice.drop(second);
    expect(await choice.findSuccessor(first, 'de')).to.equal(null);
  });

  describe('successors of an engine that needs a network', () => {
    const loaded: string[] = [];
    const named = (name: string, localService: boolean) => {
      const engine = new ScriptedEngine(name);
      const voice = { voiceURI: name, name, lang: 'de-DE', localService, default: false };
      engine.voices = () => Promise.resolve([voice]);
      engine.load = () => {
        loaded.push(name);
        return Promise.reject(new Error('no network'));
      };
      return engine;
    };
    const [remote, cloud, local, last] = [
      named('remote', false),
      Object.assign(named('cloud', true), { recipient: 'cloud.example' }),
      named('local', true),
      named('last', true),
    ];
    beforeEach(() => (loaded.length = 0));

    it('are loaded, up to the first that works offline', async () => {
      await choiceOf(cloud, remote, local, last).loadSuccessors(cloud, 'de');
      expect(loaded).to.deep.equal(['remote', 'local']);
    });

    it('are not loaded if the voice is on the device', async () => {
      await choiceOf(local, last).loadSuccessors(local, 'de');
      expect(loaded).to.deep.equal([]);
    });

    it('depend on the chosen voice', async () => {
      const both = [...(await local.voices()), ...(await remote.voices())];
      const engine = new ScriptedEngine('both');
      engine.voices = () => Promise.resolve(both);
      const choice = choiceOf(engine, last);
      await choice.loadSuccessors(engine, 'de');
      expect(loaded).to.deep.equal([]);
      engine.voice = 'remote';
      await choice.loadSuccessors(engine, 'de');
      expect(loaded).to.deep.equal(['last']);
    });
  });

  it('disposes of all engines, even of one that arrives later, and makes none afterwards', async () => {
    const late = Promise.withResolvers<ScriptedEngine>();
    let made = 0;
    const sources = [
      () => Promise.resolve(first),
      () => {
        made++;
        return late.promise;
      },
    ];
    first.langs = [];
    const choice = new EngineChoice(() => sources, ALLOWED);
    const found = choice.find('de');
    await waitUntil(() => made === 1);
    choice.dispose();
    late.resolve(second);
    expect(await found).to.equal(null);
    expect([first.disposed, second.disposed]).to.deep.equal([true, true]);
    expect(await choice.find('fr')).to.equal(null);
    expect(made).to.equal(1);
  });

  it('configures all engines, including those that are created later', async () => {
    const choice = choiceOf(first, second);
    await choice.find('de');
    choice.set({ rate: 2, volume: 0.5, voice: 'anna', answers: 0 });
    choice.drop(first);
    await choice.find('de');
    for (const engine of [first, second])
      expect(engine).to.include({ rate: 2, volume: 0.5, voice: 'anna' });
  });

  it('keeps the rate within what the voice supports, even if that becomes known later', async () => {
    first.abilities = { ...first.abilities, rates: [0.5, 2] };
    const choice = choiceOf(first, second);
    choice.set({ rate: 5, volume: 1, voice: null, answers: 0 });
    await choice.find('de');
    await choice.findSuccessor(first, 'de');
    expect([first.rate, second.rate]).to.deep.equal([2, 5]);
    first.abilities = { ...first.abilities, rates: [0.5, 3] };
    await choice.find('de');
    expect(first.rate).to.equal(3);
  });

  it('tries a dropped engine again when another voice is chosen', async () => {
    const choice = choiceOf(first, second);
    choice.drop(first);
    choice.set({ rate: 1, volume: 1, voice: 'anna', answers: 0 });
    expect(await choice.find('de')).to.equal(first);
  });

  it('asks for consent before text is sent, and only when reading is about to begin', async () => {
    Object.assign(first, { recipient: 'cloud.example' });
    const asked: [string, boolean][] = [];
    let answer = false;
    const sources = [first, second].map((engine) => () => Promise.resolve(engine));
    const choice = new EngineChoice(() => sources, {
      allows: () => answer,
      consent: (recipient, ask) => {
        asked.push([recipient, ask]);
        return Promise.resolve(answer);
      },
    });
    await choice.prepare('de');
    expect(asked).to.deep.equal([['cloud.example', false]]);
    expect(await choice.find('de')).to.equal(second);
    expect(asked[1]).to.deep.equal(['cloud.example', true]);
    answer = true;
    choice.restore();
    expect(await choice.find('de')).to.equal(first);
  });

  it('lists the voices of all engines, and none for an engine that does not answer', async () => {
    const anna = {
      voiceURI: 'anna',
      name: 'Anna',
      lang: 'de',
      localService: true,
      default: true,
    };
    first.voices = () => Promise.resolve([anna]);
    second.voices = () => Promise.reject(new Error('no answer'));
    expect(await choiceOf(first, second).voices()).to.deep.equal([
      { engine: 'first', voices: [anna] },
      { engine: 'second', voices: [] },
    ]);
  });
});

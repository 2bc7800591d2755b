import { expect } from '@open-wc/testing';
import { engineMaker } from '../../src/speech/engines.js';
import { recommendedFor } from '../../src/speech/recommended/by-language.js';
import { EspeakEngine } from '../../src/speech/espeak/espeak-engine.js';
import { bundledFiles } from '../fixtures/voice-files.js';

/** Names that every plain object knows. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

describe('engineMaker', () => {
  it('knows the engines by name, and no others', () => {
    for (const name of ['browser', 'embedded']) expect(engineMaker(name)).to.be.a('function');
    for (const name of [...INHERITED, 'nobody', '']) expect(engineMaker(name)).to.equal(undefined);
  });
});

describe('Languages with the names of inherited properties', () => {
  it('are unknown', async () => {
    for (const name of INHERITED) expect(await recommendedFor(name)).to.equal(undefined);
  });

  it('are spoken as German', async () => {
    const engine = new EspeakEngine(bundledFiles);
    await engine.load(() => undefined);
    const runs = INHERITED.map((lang) => ({ text: 'Wort ', lang }));
    const text = runs.map((run) => run.text).join('');
    const { signal } = new AbortController();
    let words = 0;
    await engine.speak(
      { text, lang: 'de', runs, pause: 0 },
      { signal, onStart: () => undefined, onWord: () => words++ },
    );
    expect(words).to.equal(INHERITED.length);
    engine.dispose();
  });
});

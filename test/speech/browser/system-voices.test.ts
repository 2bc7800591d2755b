import { expect } from '@open-wc/testing';
import { SpeechError } from '../../../src/speech/engine.js';
import { PLATFORMS } from '../../fixtures/speech-platforms.js';
import { errorOf, moment, setUp, utterance } from './simulated-browser.js';

const { android, firefoxAndroid, safari, specified } = PLATFORMS;

describe('the voices of a browser', () => {
  it('can be listed late', async () => {
    const { engine } = setUp({ ...specified, voicesDelay: 150 });
    expect(await engine.speaks('de')).to.equal(true);
  });

  it('can be listed late without an event', async () => {
    const { engine } = setUp({ ...safari, voicesDelay: 150 });
    expect(await engine.speaks('de')).to.equal(true);
  });

  for (const platform of [specified, safari]) {
    it(`can arrive after the engine stopped waiting${platform.firesVoicesChanged ? '' : ', without an event'}`, async () => {
      await moment(Math.max(2500 - performance.now(), 0));
      const { engine } = setUp({ ...platform, voicesDelay: 500 });
      expect(await engine.speaks('de')).to.equal(false);
      await moment(400);
      expect(await engine.speaks('de')).to.equal(true);
    });
  }

  it('can be missing', async () => {
    const { engine, options } = setUp({ ...specified, voicesDelay: Infinity });
    expect(await engine.speaks('de')).to.equal(false);
    const error = await errorOf(engine.speak(utterance('Satz'), options));
    expect(error).to.be.instanceOf(SpeechError).and.include({ reason: 'unavailable' });
  });

  it('can lack a German one', async () => {
    const { engine } = setUp({ ...specified, voices: specified.voices.slice(1) });
    expect(await engine.speaks('de')).to.equal(false);
    expect(await engine.speaks('en')).to.equal(true);
  });

  it('have language tags with underscores on Android, which utterances must repeat', async () => {
    const { engine, options, synthesis } = setUp(android);
    expect((await engine.voices()).map(({ lang }) => lang)).to.deep.equal(['de-DE', 'en-US']);
    let spoken: SpeechSynthesisUtterance | undefined;
    const speak = synthesis.speak.bind(synthesis);
    synthesis.speak = (utterance) => {
      spoken = utterance;
      speak(utterance);
    };
    await engine.speak(utterance('Satz.'), options);
    expect(spoken?.lang).to.equal('de_DE');
  });

  it('have three-letter language tags in Firefox on Android', async () => {
    const { engine } = setUp(firefoxAndroid);
    expect((await engine.voices()).map(({ lang }) => lang)).to.deep.equal(['de', 'en']);
    expect(await engine.speaks('de-CH')).to.equal(true);
  });

  it('are local in Firefox, although it reports them as remote', async () => {
    const { engine } = setUp(PLATFORMS.firefoxSpeechDispatcher);
    for (const { localService } of await engine.voices()) expect(localService).to.equal(true);
  });
});

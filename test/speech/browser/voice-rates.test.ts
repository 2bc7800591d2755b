import { expect } from '@open-wc/testing';
import { PLATFORMS } from '../../fixtures/speech-platforms.js';
import { setUp, utterance } from './simulated-browser.js';

describe('the rates of a browser’s voices', () => {
  for (const name of Object.keys(PLATFORMS) as (keyof typeof PLATFORMS)[]) {
    it(`are the rates at which the voices can be heard: ${name}`, async () => {
      const { engine, synthesis } = setUp(PLATFORMS[name]);
      await engine.speaks('de');
      expect(engine.abilities.rates).to.deep.equal(synthesis.platform.rates);
    });
  }

  it('are capped by Chromium on macOS', async () => {
    const { chromium } = PLATFORMS;
    const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/156.0.0.0';
    const { engine } = setUp({ ...chromium, navigator: { ...chromium.navigator, userAgent } });
    await engine.speaks('de');
    expect(engine.abilities.rates).to.deep.equal([0.1, 4]);
  });

  it('are the full range until the voices are known', () => {
    const { engine } = setUp(PLATFORMS.firefoxSpeechDispatcher);
    expect(engine.abilities.rates).to.deep.equal([0.1, 10]);
  });

  it('limit the rate that is set', async () => {
    const { engine, options, synthesis } = setUp(PLATFORMS.firefoxSpeechDispatcher);
    const rates: number[] = [];
    const speak = synthesis.speak.bind(synthesis);
    synthesis.speak = (spoken) => {
      rates.push(spoken.rate);
      speak(spoken);
    };
    for (const rate of [0.1, 1, 7]) {
      engine.rate = rate;
      await engine.speak(utterance('Satz.'), options);
    }
    expect(rates).to.deep.equal([0.5, 1, 2.5]);
  });
});

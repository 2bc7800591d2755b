import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { Playback } from '../../src/playback/playback.js';
import { BrowserEngine } from '../../src/speech/browser/browser-engine.js';
import { SimulatedSynthesis } from '../fixtures/simulated-synthesis.js';
import { PLATFORMS } from '../fixtures/speech-platforms.js';

const voice = (lang: string) => ({
  name: lang,
  lang,
  voiceURI: lang,
  localService: true,
  default: false,
});

describe('a chosen voice', () => {
  it('is replaced by the best voice while it is unavailable, and reads again when it returns', async () => {
    const voices = [voice('de-AT'), voice('de-DE')];
    const synthesis = new SimulatedSynthesis({ ...PLATFORMS.specified, voices });
    const spokenBy: (string | undefined)[] = [];
    const speak = synthesis.speak.bind(synthesis);
    synthesis.speak = (utterance) => {
      spokenBy.push(utterance.voice?.voiceURI);
      speak(utterance);
    };
    const root = await fixture<HTMLElement>(html`<article lang="de-DE"><p>Ein Satz.</p></article>`);
    const engine = () =>
      Promise.resolve(
        new BrowserEngine(synthesis.asSpeechSynthesis, PLATFORMS.specified.navigator),
      );
    const playback = new Playback({
      narrate: () => new NavigableNarration(root),
      engines: () => [engine],
    });
    const read = async () => {
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
    };
    playback.voice = 'de-CH';
    await read();
    voices.push(voice('de-CH'));
    synthesis.fireVoicesChanged();
    await read();
    voices.pop();
    synthesis.fireVoicesChanged();
    await read();
    expect(spokenBy).to.deep.equal(['de-DE', 'de-CH', 'de-DE']);
    expect(playback).to.include({ voice: 'de-CH', notice: null, error: null });
  });
});

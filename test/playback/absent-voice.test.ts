import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createNarration } from '../../src/narration/index.js';
import { Playback } from '../../src/playback/playback.js';
import { BrowserEngine } from '../../src/speech/browser/browser-engine.js';
import { SimulatedSynthesis } from '../fixtures/simulated-synthesis.js';

describe('A voice that was chosen', () => {
  it('is replaced by the best one while it is not there, and reads again when it is', async () => {
    // The voice of a real utterance must be a real voice; a simulated one is kept beside it.
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
      value: null,
      writable: true,
      configurable: true,
    });
    const voices = ['en-US', 'de-AT', 'de-DE'];
    const synthesis = new SimulatedSynthesis({ voices });
    const spokenBy: (string | undefined)[] = [];
    const speak = synthesis.speak.bind(synthesis);
    synthesis.speak = (utterance) => {
      spokenBy.push(utterance.voice?.voiceURI);
      speak(utterance);
    };
    const root = await fixture<HTMLElement>(html`<article lang="de-DE"><p>Ein Satz.</p></article>`);
    const engine = () =>
      Promise.resolve(new BrowserEngine(synthesis as unknown as SpeechSynthesis));
    const playback = new Playback({
      narrate: () => createNarration(root),
      engines: () => [engine],
    });
    const read = async () => {
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
    };
    playback.voice = 'de-CH';
    await read();
    voices.push('de-CH');
    await read();
    voices.pop();
    await read();
    expect(spokenBy).to.deep.equal(['de-DE', 'de-CH', 'de-DE']);
    expect(playback).to.include({ voice: 'de-CH', notice: null, error: null });
  });
});

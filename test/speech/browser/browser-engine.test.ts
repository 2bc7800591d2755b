import { expect } from '@open-wc/testing';
import { BrowserEngine } from '../../../src/speech/browser/browser-engine.js';
import { SpeechError } from '../../../src/speech/engine.js';
import { errorOf, moment, setUp, utterance } from './simulated-browser.js';
import { waitUntil } from '../../fixtures/wait-until.js';

describe('BrowserEngine', () => {
  it('speaks a whole utterance', async () => {
    const { engine, log, options, synthesis } = setUp();
    expect(await engine.speaks('de')).to.equal(true);
    await engine.speak(utterance('Ein Satz.'), options);
    expect(log).to.deep.equal(['start']);
    expect(synthesis.log).to.deep.equal(['speak Ein Satz.']);
  });

  it('cannot speak without speech synthesis', async () => {
    const { options } = setUp();
    const engine = new BrowserEngine(undefined);
    // The default parameter replaces undefined, so null represents a browser without the API.
    const without = new BrowserEngine(null as unknown as undefined);
    expect(await engine.speaks('xx')).to.equal(false);
    expect(await without.speaks('de')).to.equal(false);
    expect(await without.voices()).to.deep.equal([]);
    const error = await errorOf(without.speak(utterance('Satz'), options));
    expect(error).to.be.instanceOf(SpeechError).and.include({ reason: 'unavailable' });
  });

  for (const [error, reason] of [
    ['synthesis-failed', 'failed'],
    ['network', 'network'],
    ['voice-unavailable', 'unavailable'],
    [undefined, 'failed'],
  ] as const) {
    it(`reports an error of the browser: ${error ?? 'one without a name'}`, async () => {
      const { engine, options, synthesis } = setUp();
      synthesis.error = error;
      const reported = await errorOf(engine.speak(utterance('Satz'), options));
      expect(reported).to.be.instanceOf(SpeechError).and.include({ reason });
      expect(reported.message).to.contain(error ?? 'error');
    });
  }

  it('falls silent when aborted, and ignores the late events that follow', async () => {
    const { engine, aborting, log, options, synthesis } = setUp();
    const spoken = errorOf(engine.speak(utterance('Ein längerer Satz als sonst.'), options));
    await moment(100);
    aborting.abort(new DOMException('', 'AbortError'));
    expect((await spoken).name).to.equal('AbortError');
    await moment(50);
    expect(log).to.deep.equal(['start']);
    expect(synthesis.log).to.deep.equal(['speak Ein längerer Satz als sonst.', 'cancel']);
  });

  it('pauses by ending the utterance, and resumes at the last reported word', async () => {
    const { engine, log, options, synthesis, words } = setUp();
    const spoken = engine.speak(utterance('Ein ganzer Satz, der „weiter“ geht.'), options);
    await waitUntil(() => words.length === 3);
    engine.pause();
    expect(synthesis.speaking).to.equal(false);
    expect(words.map(({ start }) => start)).to.deep.equal([11, 17, 22]);
    await moment(100);
    engine.resume();
    await spoken;
    expect(synthesis.log).to.deep.equal([
      'speak Ein ganzer Satz, der „weiter“ geht.',
      'cancel',
      'speak weiter“ geht.',
    ]);
    expect(log).to.deep.equal(['start', 'start']);
    expect(words.at(-1)).to.deep.equal({ start: 30, end: 34 });
  });

  it('can be paused before the sound begins, and repeatedly', async () => {
    const { engine, log, options, synthesis } = setUp();
    const spoken = engine.speak(utterance('Ein Satz.'), options);
    engine.pause();
    await moment(50);
    expect(synthesis.log).to.deep.equal([]);
    for (let times = 0; times < 5; times++) {
      engine.resume();
      await moment(2);
      engine.pause();
    }
    engine.resume();
    await spoken;
    expect(synthesis.heard.at(-1)).to.equal('Ein Satz.');
    expect(log.length).to.equal(synthesis.heard.length);
  });

  it('keeps the pause that the utterance asks for', async () => {
    const { engine, options } = setUp();
    await engine.speak(utterance('Absatz.', 0.6), options);
    const ended = performance.now();
    let started = 0;
    await engine.speak(utterance('Nächster.'), {
      ...options,
      onStart: () => (started = performance.now()),
    });
    expect(started - ended).to.be.within(290, 450);
  });

  it('speaks the next utterance after one was paused and aborted', async () => {
    const { engine, aborting, options, synthesis } = setUp();
    const spoken = errorOf(engine.speak(utterance('Eins und noch etwas.'), options));
    await moment(100);
    engine.pause();
    aborting.abort(new DOMException('', 'AbortError'));
    await spoken;
    await engine.speak(utterance('Zwei.'), { ...options, signal: new AbortController().signal });
    expect(synthesis.heard.at(-1)).to.equal('Zwei.');
  });

  it('is silent after dispose', async () => {
    const { engine, options, synthesis } = setUp();
    void engine.speak(utterance('Ein Satz, der abgebrochen wird.'), options);
    await moment(100);
    engine.dispose();
    await moment(100);
    expect(synthesis.speaking).to.equal(false);
    expect(synthesis.log.at(-1)).to.equal('cancel');
  });
});

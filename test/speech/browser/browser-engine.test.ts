import { expect } from '@open-wc/testing';
import { BrowserEngine } from '../../../src/speech/browser/browser-engine.js';
import { type SpeakOptions, SpeechError, type Word } from '../../../src/speech/engine.js';
import { type Behaviour, SimulatedSynthesis } from '../../fixtures/simulated-synthesis.js';

const utterance = (text: string, pause = 0) => ({ text, lang: 'de', pause });
const moment = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A synthesis that takes what the engine hands it, which no real one would: only the tests' own class does. */
function setUp(behaviour?: Behaviour) {
  const synthesis = new SimulatedSynthesis(behaviour);
  // The voice of a real utterance must be a real voice; a simulated one is kept beside it.
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
    value: null,
    writable: true,
    configurable: true,
  });
  const engine = new BrowserEngine(synthesis as unknown as SpeechSynthesis);
  const aborting = new AbortController();
  const log: string[] = [];
  const words: Word[] = [];
  const options: SpeakOptions = {
    signal: aborting.signal,
    onStart: () => log.push('start'),
    onWord: (word) => words.push(word),
  };
  return { synthesis, engine, aborting, log, words, options };
}

describe('BrowserEngine', () => {
  it('speaks an utterance from its start to its end', async () => {
    const { engine, log, options, synthesis } = setUp();
    expect(await engine.speaks('de')).to.equal(true);
    await engine.speak(utterance('Ein Satz.'), options);
    expect(log).to.deep.equal(['start']);
    expect(synthesis.log).to.deep.equal(['speak Ein Satz.']);
  });

  it('waits for voices that are listed late', async () => {
    const { engine } = setUp({ voicesAfter: 150 });
    expect(await engine.speaks('de')).to.equal(true);
  });

  it('cannot speak without a voice for the language, nor without speech synthesis', async () => {
    const { engine, options } = setUp({ voices: ['en-US'] });
    expect(await engine.speaks('de')).to.equal(false);
    expect(
      await engine.speak(utterance('Satz'), options).catch((error: unknown) => error),
    ).to.be.instanceOf(SpeechError);
    expect(await new BrowserEngine(undefined).speaks('xx')).to.equal(false);
  });

  it('does not wait for ever where voices never come', async () => {
    const { engine } = setUp({ voicesAfter: Infinity });
    expect(await engine.speaks('de')).to.equal(false);
  });

  it('tells an error of the browser', async () => {
    const { engine, options } = setUp({ error: 'synthesis-failed' });
    const error = (await engine
      .speak(utterance('Satz'), options)
      .catch((reason: unknown) => reason)) as SpeechError;
    expect(error).to.be.instanceOf(SpeechError);
    expect(error.message).to.contain('synthesis-failed');
  });

  it('falls silent when aborted, and takes the late events of that for nothing', async () => {
    const { engine, aborting, log, options, synthesis } = setUp({ takes: 5000 });
    await engine.speaks('de');
    const spoken = engine.speak(utterance('Satz'), options).catch((error: unknown) => error);
    await moment(20);
    aborting.abort(new DOMException('', 'AbortError'));
    expect(((await spoken) as Error).name).to.equal('AbortError');
    await moment(20);
    expect(log).to.deep.equal(['start']);
    expect(synthesis.log).to.deep.equal(['speak Satz', 'cancel']);
  });

  it('pauses by ending the utterance, and resumes at the sentence where no words are told', async () => {
    const { engine, log, options, synthesis } = setUp({ takes: 60 });
    await engine.speaks('de');
    const spoken = engine.speak(utterance('Ein Satz.'), options);
    await moment(20);
    engine.pause();
    await moment(100);
    expect(synthesis.log).to.deep.equal(['speak Ein Satz.', 'cancel']);
    engine.resume();
    await spoken;
    expect(synthesis.log.at(-1)).to.equal('speak Ein Satz.');
    expect(log).to.deep.equal(['start', 'start']);
  });

  it('tells the words that the voice tells, and resumes at the last one', async () => {
    const { engine, options, synthesis, words } = setUp({ takes: 200, boundaries: true });
    await engine.speaks('de');
    const spoken = engine.speak(utterance('Ein ganzer Satz.'), options);
    await moment(60);
    expect(words).to.deep.equal([
      { start: 0, end: 3 },
      { start: 4, end: 10 },
      { start: 11, end: 15 },
    ]);
    engine.pause();
    engine.resume();
    await spoken;
    expect(synthesis.log.at(-1)).to.equal('speak Satz.');
    expect(words.at(-1)).to.deep.equal({ start: 11, end: 15 });
  });

  it('keeps the silence that the text asks for', async () => {
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

  it('speaks on when the page is shown again and the phone has ended the speech', async () => {
    const { engine, options, synthesis } = setUp({ takes: 100 });
    await engine.speaks('de');
    const spoken = engine.speak(utterance('Satz.'), options);
    await moment(30);
    synthesis.die();
    document.dispatchEvent(new Event('visibilitychange'));
    await spoken;
    expect(synthesis.log).to.deep.equal(['speak Satz.', 'speak Satz.']);
  });

  it('speaks the next utterance after one was paused and aborted', async () => {
    const { engine, aborting, options, synthesis } = setUp();
    await engine.speaks('de');
    const spoken = engine.speak(utterance('Eins.'), options).catch(() => undefined);
    await moment(5);
    engine.pause();
    aborting.abort(new DOMException('', 'AbortError'));
    await spoken;
    await engine.speak(utterance('Zwei.'), { ...options, signal: new AbortController().signal });
    expect(synthesis.log.at(-1)).to.equal('speak Zwei.');
  });
});

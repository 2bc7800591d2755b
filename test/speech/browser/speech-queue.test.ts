import { expect } from '@open-wc/testing';
import { SpeechError } from '../../../src/speech/engine.js';
import { collectGarbage, SimulatedSynthesis } from '../../fixtures/simulated-synthesis.js';
import { PLATFORMS } from '../../fixtures/speech-platforms.js';
import { errorOf, moment, setUp, utterance } from './simulated-browser.js';

const {
  android,
  chromeRemote,
  chromium,
  chromiumSpeechDispatcher,
  firefoxSpeechDispatcher,
  ios,
  safari,
  specified,
} = PLATFORMS;

const SENTENCE = 'Ein Satz, der eine gute halbe Sekunde dauert.';
const LONG = `${'Ein langer Satz hört so schnell nicht auf, '.repeat(7)}und dann doch.`;

const foreign = (text: string) => new SpeechSynthesisUtterance(text);

/** Blocks the page for some milliseconds, as if its machine slept. */
function sleep(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

describe('SpeechQueue', () => {
  afterEach(() => Reflect.deleteProperty(document, 'hidden'));

  describe('on every platform', () => {
    for (const [name, platform] of Object.entries(PLATFORMS)) {
      it(`speaks sentence after sentence: ${name}`, async () => {
        const { engine, options, synthesis } = setUp(platform);
        await engine.speaks('de');
        synthesis.gesture(() => document.body.click());
        synthesis.gesture(() => synthesis.speak(foreign('')));
        for (const text of ['Eins.', 'Zwei.']) await engine.speak(utterance(text), options);
        expect(synthesis.heard).to.deep.equal(['Eins.', 'Zwei.']);
      });

      it(`resumes after pauses: ${name}`, async () => {
        const { engine, log, options, synthesis } = setUp(platform);
        await engine.speaks('de');
        synthesis.gesture(() => synthesis.speak(foreign('')));
        const spoken = engine.speak(utterance(SENTENCE), options);
        await moment(100);
        for (let times = 0; times < 2; times++) {
          engine.pause();
          await moment(50);
          expect(synthesis.speaking).to.equal(false);
          engine.resume();
          await moment(100);
        }
        await spoken;
        expect(log).to.deep.equal(['start', 'start', 'start']);
        expect(synthesis.heard).to.deep.equal([SENTENCE, SENTENCE, SENTENCE]);
        expect(synthesis.log).not.to.include('pause');
      });
    }
  });

  it('splits a text that would take longer than the 15 seconds after which Chrome falls silent', async function () {
    this.timeout(30_000);
    const { engine, log, options, synthesis } = setUp(chromeRemote);
    await engine.speaks('de');
    const alone = new SimulatedSynthesis(chromeRemote);
    const long = foreign(LONG);
    long.voice = synthesis.getVoices()[0] ?? null;
    let ended = false;
    long.onend = () => (ended = true);
    alone.speak(long);
    await engine.speak(utterance(LONG), options);
    expect(synthesis.heard.join('')).to.equal(LONG);
    expect(synthesis.heard.length).to.equal(3);
    for (const piece of synthesis.heard.slice(0, -1)) expect(piece).to.match(/, $/);
    expect(log, 'the pieces are one utterance').to.deep.equal(['start']);
    expect([ended, alone.speaking], 'in one piece it would not end').to.deep.equal([false, true]);
  });

  it('resumes at the piece that was paused', async () => {
    const { engine, options, synthesis } = setUp({ ...chromeRemote, rates: [0.1, 10] });
    engine.rate = 0.5;
    const text = 'Ein Satz mit einer Pause, die ihn in zwei Stücke teilt, wenn er langsam ist.';
    const spoken = engine.speak(utterance(text), options);
    await moment(2800);
    engine.pause();
    engine.resume();
    await spoken;
    const [first = '', second = ''] = synthesis.heard;
    expect(first + second).to.equal(text);
    expect(synthesis.heard.slice(2)).to.deep.equal([second]);
  });

  for (const [name, platform] of Object.entries({ chromium, safari })) {
    it(`keeps references to utterances that ${name} would otherwise collect as garbage`, async function () {
      this.timeout(30_000);
      const { engine, options, synthesis } = setUp(platform);
      await engine.speaks('de');
      let ended = false;
      const forget = () => {
        const forgotten = foreign('Satz.');
        forgotten.onend = () => (ended = true);
        synthesis.otherTab().speak(forgotten);
      };
      forget();
      await collectGarbage();
      await moment(200);
      expect(ended, 'the simulation collects a forgotten utterance').to.equal(false);
      const spoken = engine.speak(utterance(LONG), options);
      await moment(50);
      await collectGarbage();
      await spoken;
      expect(synthesis.heard).to.deep.equal([LONG]);
      // Garbage may be collected later than it was asked for.
    }).retries(3);
  }

  it('speaks a text again if the browser drops it in the middle without an event', async () => {
    const { engine, log, options, synthesis } = setUp({ ...specified, boundaries: 'none' });
    const spoken = engine.speak(utterance(SENTENCE), options);
    await moment(400);
    synthesis.service.crash();
    await spoken;
    expect(synthesis.heard).to.deep.equal([SENTENCE, SENTENCE]);
    expect(log).to.deep.equal(['start', 'start']);
  });

  it('treats a text as spoken if only its end event is missing', async () => {
    // At a third of the simulation's pace, the voice is as fast as real voices usually are.
    const { engine, options, synthesis } = setUp({ ...specified, rates: [1 / 3, 1 / 3] });
    const speak = synthesis.speak.bind(synthesis);
    synthesis.speak = (spoken) => {
      speak(spoken);
      spoken.onend = null;
    };
    await engine.speak(utterance(SENTENCE), options);
    expect(synthesis.heard).to.deep.equal([SENTENCE]);
  });

  it('speaks a text even if the browser swallows what follows a cancel', async () => {
    const { engine, aborting, options, synthesis } = setUp(chromium);
    const alone = new SimulatedSynthesis(chromium);
    alone.speak(foreign('Eins.'));
    await moment(20);
    alone.cancel();
    alone.speak(foreign('Zwei.'));
    await moment(50);
    expect([alone.speaking, alone.heard]).to.deep.equal([false, ['Eins.']]);

    const first = errorOf(engine.speak(utterance(SENTENCE), options));
    await moment(300);
    aborting.abort(new DOMException('', 'AbortError'));
    await first;
    await engine.speak(utterance('Zwei.'), { ...options, signal: new AbortController().signal });
    expect(synthesis.heard.at(-1)).to.equal('Zwei.');
  });

  it('speaks a swallowed text again within 0.9 seconds', async () => {
    const { engine, options, synthesis } = setUp();
    await engine.speaks('de');
    const spoken = engine.speak(utterance('Satz.'), options);
    await moment(3);
    synthesis.service.crash();
    const began = performance.now();
    await spoken;
    expect(synthesis.heard).to.deep.equal(['Satz.']);
    expect(performance.now() - began).to.be.below(900);
    // A busy machine is late once in a while.
  }).retries(3);

  for (const [name, platform] of Object.entries({ chromium, firefoxSpeechDispatcher, safari })) {
    it(`speaks a text again if other code cancels it: ${name}`, async () => {
      const { engine, log, options, synthesis } = setUp(platform);
      await engine.speaks('de');
      const spoken = engine.speak(utterance(SENTENCE), options);
      await moment(250);
      synthesis.cancel();
      await spoken;
      expect(synthesis.heard[0]).to.equal(SENTENCE);
      expect(synthesis.heard[1]).to.match(/der eine gute halbe Sekunde dauert\.$/);
      expect(log).to.deep.equal(['start', 'start']);
    });
  }

  it('speaks the rest of a text if another tab cancels it', async () => {
    const { engine, options, synthesis } = setUp(chromium);
    await engine.speaks('de');
    const spoken = engine.speak(utterance(SENTENCE), options);
    await moment(250);
    synthesis.otherTab().cancel();
    await spoken;
    expect(synthesis.heard).to.deep.equal([SENTENCE, 'der eine gute halbe Sekunde dauert.']);
  });

  it('is busy if another tab keeps cancelling', async () => {
    const { engine, options, synthesis } = setUp(chromium);
    await engine.speaks('de');
    const rival = setInterval(() => synthesis.otherTab().cancel(), 200);
    const error = await errorOf(engine.speak(utterance(SENTENCE), options));
    clearInterval(rival);
    expect(error).to.be.instanceOf(SpeechError).and.include({ reason: 'busy' });
    expect(synthesis.heard.length).to.be.within(2, 4);
  });

  it('does not cancel the speech of other code on the page', async () => {
    const { engine, aborting, options, synthesis } = setUp();
    await engine.speaks('de');
    synthesis.speak(foreign(SENTENCE));
    await moment(20);
    const spoken = errorOf(engine.speak(utterance('Satz.'), options));
    await moment(100);
    engine.pause();
    engine.resume();
    aborting.abort(new DOMException('', 'AbortError'));
    await spoken;
    expect(synthesis.log).to.deep.equal([`speak ${SENTENCE}`]);
    expect(synthesis.speaking).to.equal(true);
  });

  it('waits until the speech of another tab has ended', async () => {
    for (const platform of [specified, firefoxSpeechDispatcher, chromium]) {
      const { engine, options, synthesis } = setUp(platform);
      await engine.speaks('de');
      const other = synthesis.otherTab();
      other.speak(foreign(SENTENCE));
      await engine.speak(utterance('Satz.'), options);
      expect([...other.heard, ...synthesis.heard]).to.deep.equal([SENTENCE, 'Satz.']);
    }
  });

  it('resumes synthesis that other code has paused', async () => {
    const { engine, options, synthesis } = setUp();
    await engine.speaks('de');
    synthesis.pause();
    await engine.speak(utterance('Satz.'), options);
    expect(synthesis.heard).to.deep.equal(['Satz.']);
  });

  it('requires a gesture in Chromium, which reports an error without one', async () => {
    const { engine, options } = setUp(chromiumSpeechDispatcher);
    const error = await errorOf(engine.speak(utterance('Satz.'), options));
    expect(error).to.be.instanceOf(DOMException).and.include({ name: 'NotAllowedError' });
  });

  it('requires a gesture on iOS, which reports no error without one', async () => {
    const { engine, options, synthesis } = setUp(ios);
    const error = await errorOf(engine.speak(utterance('Satz.'), options));
    expect(error).to.be.instanceOf(DOMException).and.include({ name: 'NotAllowedError' });
    document.body.click();
    expect((await errorOf(engine.speak(utterance('Satz.'), options))).name).to.equal(
      'NotAllowedError',
    );
    synthesis.gesture(() => document.body.click());
    await engine.speak(utterance('Satz.'), options);
    expect(synthesis.heard).to.deep.equal(['Satz.']);
    const asked = synthesis.log.length;
    document.body.click();
    expect(synthesis.log.length, 'one gesture is enough').to.equal(asked);
  });

  it('ignores gestures on platforms other than iOS', () => {
    const { synthesis } = setUp(safari);
    document.body.click();
    expect(synthesis.log).to.deep.equal([]);
  });

  for (const [name, platform] of Object.entries({ android, ios })) {
    it(`is silent while the page is hidden, and resumes when it is shown: ${name}`, async () => {
      const { engine, log, options, synthesis } = setUp(platform);
      await engine.speaks('de');
      synthesis.gesture(() => document.body.click());
      const spoken = engine.speak(utterance(SENTENCE), options);
      await moment(250);
      synthesis.setHidden(true);
      await moment(800);
      expect(log).to.deep.equal(['start']);
      synthesis.setHidden(false);
      await spoken;
      expect(log).to.deep.equal(['start', 'start']);
      expect(synthesis.heard.at(0)).to.equal(SENTENCE);
    });

    it(`stays silent when the page is shown again, if it was paused: ${name}`, async () => {
      const { engine, log, options, synthesis } = setUp(platform);
      await engine.speaks('de');
      synthesis.gesture(() => document.body.click());
      const spoken = engine.speak(utterance(SENTENCE), options);
      await moment(250);
      synthesis.setHidden(true);
      await moment(50);
      engine.pause();
      synthesis.setHidden(false);
      await moment(100);
      expect([log, synthesis.speaking]).to.deep.equal([['start'], false]);
      engine.resume();
      await spoken;
    });
  }

  it('keeps speaking in a hidden page on a desktop', async () => {
    const { engine, log, options, synthesis } = setUp(chromium);
    const spoken = engine.speak(utterance(SENTENCE), options);
    await moment(350);
    synthesis.setHidden(true);
    synthesis.setHidden(false);
    await spoken;
    expect(log).to.deep.equal(['start']);
  });

  it('stops when the user leaves the page, and resumes when it is restored from the back/forward cache', async () => {
    const { engine, log, options, synthesis } = setUp(chromium);
    const spoken = engine.speak(utterance(SENTENCE), options);
    await moment(350);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(synthesis.speaking).to.equal(false);
    await moment(100);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await spoken;
    expect(log).to.deep.equal(['start', 'start']);
  });

  it('ignores the pageshow event of a page that is still loading', async () => {
    const { engine, log, options, synthesis } = setUp();
    const spoken = engine.speak(utterance(SENTENCE), options);
    await moment(350);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await spoken;
    expect(log).to.deep.equal(['start']);
    expect(synthesis.heard).to.deep.equal([SENTENCE]);
  });

  it('speaks a text again that was lost while the machine slept', async () => {
    const { engine, log, options, synthesis } = setUp();
    const spoken = engine.speak(utterance(SENTENCE), options);
    await moment(300);
    synthesis.service.crash();
    sleep(4000);
    await spoken;
    expect(log).to.deep.equal(['start', 'start']);
  });

  it('moves on if a voice has nothing to say', async () => {
    const { engine, options, synthesis } = setUp();
    await engine.speaks('de');
    const speak = synthesis.speak.bind(synthesis);
    synthesis.speak = (spoken) => {
      speak(spoken);
      setTimeout(() => {
        synthesis.service.crash();
        spoken.dispatchEvent(new SpeechSynthesisEvent('end', { utterance: spoken }));
      }, 20);
    };
    await engine.speak(
      utterance('我们在这里读一个很长的句子，它比一口气能够读完的还要长'),
      options,
    );
    expect(synthesis.heard.length).to.equal(2);
  });
});

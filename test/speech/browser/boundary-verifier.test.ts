import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { PLATFORMS } from '../../fixtures/speech-platforms.js';
import { setUp, utterance } from './simulated-browser.js';

/** Longer than any of the texts is spoken, in milliseconds. */
const WHOLE_TEXT = 10_000;

const { safari, specified } = PLATFORMS;

const TEXT = 'Über „große Wörter“ spricht man gern, auch über Jong-un.';

let clock: sinon.SinonFakeTimers;

/** Lets a whole text be spoken. */
async function heard(spoken: Promise<void>): Promise<void> {
  await clock.tickAsync(WHOLE_TEXT);
  await spoken;
}

/** The words that are reported for the same text, spoken twice. */
async function reportedWords(platform = PLATFORMS.specified, text = TEXT): Promise<string[][]> {
  const { engine, options, words } = setUp(platform);
  const reported: string[][] = [];
  for (let times = 0; times < 2; times++) {
    words.length = 0;
    await heard(engine.speak(utterance(text), options));
    reported.push(words.map(({ start, end }) => text.slice(start, end)));
  }
  return reported;
}

describe('the boundary events of a browser', () => {
  beforeEach(() => {
    // The words are as fast as is plausible, so on a busy machine they would not be.
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => clock.restore());

  for (const [name, platform] of Object.entries({ specified, safari })) {
    it(`yield words once they have proved plausible, with or without a length: ${name}`, async () => {
      expect(await reportedWords(platform)).to.deep.equal([
        ['Wörter', 'spricht', 'man', 'gern', 'auch', 'über', 'Jong-un'],
        ['Über', 'große', 'Wörter', 'spricht', 'man', 'gern', 'auch', 'über', 'Jong-un'],
      ]);
    });
  }

  for (const boundaries of ['none', 'zero', 'beyond the end', 'at once'] as const) {
    it(`yield no words if they are implausible: ${boundaries}`, async () => {
      expect(await reportedWords({ ...specified, boundaries })).to.deep.equal([[], []]);
    });
  }

  it('are still trusted after a busy page has received many of them at once', async () => {
    const { engine, options, words, synthesis } = setUp(specified);
    const spoken = engine.speak(utterance(TEXT), options);
    while (synthesis.log.length === 0) await clock.tickAsync(1);
    clock.jump(900);
    await heard(spoken);
    words.length = 0;
    await heard(engine.speak(utterance(TEXT), options));
    expect(words.length).to.equal(9);
  });

  it('yield no more words once they turn out to count bytes', async () => {
    const bytes = { ...specified, boundaries: 'in bytes' } as const;
    expect(await reportedWords(bytes)).to.deep.equal([[], []]);
    const [first = [], second] = await reportedWords(bytes, 'Das ist schon früh für ihn gut.');
    expect(first).to.deep.equal(['schon', 'früh']);
    expect(second, 'no word is reported the second time').to.deep.equal([]);
  });

  it('are not used to resume once they turned out to be wrong', async () => {
    const { engine, options, synthesis } = setUp({ ...specified, boundaries: 'in bytes' });
    const text = 'Das ist schon früh für ihn gut, und so geht es weiter.';
    const spoken = engine.speak(utterance(text), options);
    await clock.tickAsync(900);
    engine.pause();
    engine.resume();
    await heard(spoken);
    expect(synthesis.heard).to.deep.equal([text, text]);
  });

  it('are verified for each voice', async () => {
    const { engine, options, words, synthesis } = setUp();
    const [hedda, zira] = ['Hedda', 'Stefan'].map((name) => ({
      name,
      voiceURI: name,
      lang: 'de-DE',
      localService: true,
      default: false,
    }));
    synthesis.getVoices = () => [hedda, zira] as SpeechSynthesisVoice[];
    engine.voice = 'Stefan';
    const lie = { ...specified, boundaries: 'beyond the end' };
    Object.assign(synthesis.service, { platform: lie });
    await heard(engine.speak(utterance(TEXT), options));
    Object.assign(synthesis.service, { platform: specified });
    await heard(engine.speak(utterance(TEXT), options));
    expect(words).to.deep.equal([]);
    engine.voice = 'Hedda';
    await heard(engine.speak(utterance(TEXT), options));
    expect(words.length).to.equal(7);
  });
});

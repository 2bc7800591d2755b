import { expect } from '@open-wc/testing';
import { PLATFORMS } from '../../fixtures/speech-platforms.js';
import { moment, setUp, utterance } from './simulated-browser.js';

const { safari, specified } = PLATFORMS;

const TEXT = 'Über „große Wörter“ spricht man gern, auch über Jong-un.';

/** The words that are told of the same text, spoken twice. */
async function wordsTold(platform = PLATFORMS.specified, text = TEXT): Promise<string[][]> {
  const { engine, options, words } = setUp(platform);
  const told: string[][] = [];
  for (let times = 0; times < 2; times++) {
    words.length = 0;
    await engine.speak(utterance(text), options);
    told.push(words.map(({ start, end }) => text.slice(start, end)));
  }
  return told;
}

describe('the boundaries of a browser', () => {
  for (const [name, platform] of Object.entries({ specified, safari })) {
    it(`mark words as soon as they prove plausible, with or without a length: ${name}`, async () => {
      expect(await wordsTold(platform)).to.deep.equal([
        ['Wörter', 'spricht', 'man', 'gern', 'auch', 'über', 'Jong-un'],
        ['Über', 'große', 'Wörter', 'spricht', 'man', 'gern', 'auch', 'über', 'Jong-un'],
      ]);
    });
  }

  for (const boundaries of ['none', 'zero', 'beyond the end', 'at once'] as const) {
    it(`mark none where they are told so: ${boundaries}`, async () => {
      expect(await wordsTold({ ...specified, boundaries })).to.deep.equal([[], []]);
    });
  }

  it('mark none where they are told in bytes, as soon as that is seen', async () => {
    const bytes = { ...specified, boundaries: 'in bytes' } as const;
    expect(await wordsTold(bytes)).to.deep.equal([[], []]);
    const [first = [], second] = await wordsTold(bytes, 'Das ist schon früh für ihn gut.');
    expect(first).to.deep.equal(['schon', 'früh']);
    expect(second, 'It is not believed again').to.deep.equal([]);
  });

  it('are no place to resume at, once they have been seen to lie', async () => {
    const { engine, options, synthesis } = setUp({ ...specified, boundaries: 'in bytes' });
    const text = 'Das ist schon früh für ihn gut, und so geht es weiter.';
    const spoken = engine.speak(utterance(text), options);
    await moment(900);
    engine.pause();
    engine.resume();
    await spoken;
    expect(synthesis.heard).to.deep.equal([text, text]);
  });

  it('are judged for each voice', async () => {
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
    await engine.speak(utterance(TEXT), options);
    Object.assign(synthesis.service, { platform: specified });
    await engine.speak(utterance(TEXT), options);
    expect(words).to.deep.equal([]);
    engine.voice = 'Hedda';
    await engine.speak(utterance(TEXT), options);
    expect(words.length).to.equal(7);
  });
});

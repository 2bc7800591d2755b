import createModule from '@echogarden/espeak-ng-emscripten';
import { expect } from '@open-wc/testing';
import { Synthesizer } from '../../../src/speech/espeak/synthesizer.js';
import type { Rendering } from '../../../src/speech/sound/rendering.js';
import {
  download,
  foreignData,
  germanData,
  type VoiceData,
} from '../../../src/speech/espeak/voice-data.js';
import { bundledFiles } from '../../fixtures/voice-files.js';

const load = ({ name, files }: VoiceData) => download(bundledFiles[name], files);

describe('Synthesizer', () => {
  let synthesizer: Synthesizer;
  const render = (text: string) => synthesizer.render(text);
  const wordsOf = (text: string) =>
    render(text).words.map(({ start, end }) => text.slice(start, end));

  before(async () => {
    synthesizer = await Synthesizer.create(createModule, germanData.files, await load(germanData));
  });

  it('renders German as audible sound', () => {
    const { samples, sampleRate } = render('Die Idylle zwischen Moskau und Pjöngjang hält an.');
    expect(samples.length / sampleRate).to.be.within(2, 4);
    expect(Math.max(...samples)).to.be.above(5000);
  });

  it('returns the time of each word', () => {
    const { samples, sampleRate, words } = render('Kim Jong-un kam um 12.30 Uhr an.');
    expect(
      words.map(({ start, end }) => 'Kim Jong-un kam um 12.30 Uhr an.'.slice(start, end)),
    ).to.deep.equal(['Kim', 'Jong-un', 'kam', 'um', '12.30', 'Uhr', 'an']);
    const times = words.map(({ time }) => time);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
    expect(times.at(-1)).to.be.below(samples.length / sampleRate);
  });

  it('finds words after characters that look like markup or take two UTF-16 code units', () => {
    expect(wordsOf('Müller & Söhne <b> 😀 danach')).to.include.members([
      'Müller',
      'Söhne',
      'danach',
    ]);
  });

  it('reads markup and phonemes as text', () => {
    const length = (text: string) => render(text).samples.length;
    expect(length('Eins <break time="9s"/> zwei')).to.be.below(22050 * 8);
    expect(length('<audio src="x"/> ja')).to.be.above(length('ja'));
    expect(length('[[h@l´oU]] ja')).to.be.above(length('ja'));
  });

  it('renders no sound for an empty text, and accepts a lone surrogate', () => {
    expect(render('').samples.length).to.be.below(2205);
    expect(wordsOf('vor \ud83d nach')).to.include.members(['vor', 'nach']);
  });

  it('is not cut off, muted or changed by characters that are no text', () => {
    const seconds = (text: string) => render(text).samples.length / 22_050;
    const loudness = (text: string) => {
      const { samples } = render(text);
      return samples.reduce((sum, sample) => sum + Math.abs(sample), 0) / samples.length;
    };
    const [long, loud] = [seconds('Ein Wort hier.'), loudness('Ein Satz danach.')];
    // U+0001 begins a command: amplitude, speed, echo, range, tone.
    for (const command of ['\0', '\u00010A', '\u0001400S', '\u00019H', '\u00019F', '\u00019T']) {
      const text = `Ein${command} Wort hier.`;
      expect(seconds(text), JSON.stringify(text)).to.be.above(long * 0.9);
      expect(wordsOf(text)).to.include.members(['Wort', 'hier']);
      expect(loudness('Ein Satz danach.'), `after ${JSON.stringify(text)}`).to.be.closeTo(
        loud,
        loud * 0.05,
      );
    }
  });

  it('speaks foreign words in their language once that is loaded', async () => {
    const runs = [
      { text: 'Das heißt ', lang: 'de-CH' },
      { text: 'Artificial Intelligence', lang: 'en-GB' },
      { text: ', sagt er.', lang: 'de-CH' },
    ];
    const text = runs.map((run) => run.text).join('');
    const before = synthesizer.render(text, runs);
    const en = foreignData.get('en');
    if (!en) throw new Error('English is missing');
    synthesizer.addLanguage('en', en.files, await load(en));
    const after = synthesizer.render(text, runs);
    const seconds = (rendering: Rendering) => rendering.samples.length / rendering.sampleRate;
    expect(Math.abs(seconds(before) - seconds(render(text)))).to.be.below(0.05);
    expect(Math.abs(seconds(before) - seconds(after))).to.be.above(0.1);
    expect(after.words.map(({ start, end }) => text.slice(start, end))).to.deep.equal(
      'Das heißt Artificial Intelligence sagt er'.split(' '),
    );
    const spoken = after.words.map(({ time }, index) => {
      const end = after.words[index + 1]?.time ?? seconds(after);
      return after.samples.subarray(time * after.sampleRate, end * after.sampleRate);
    });
    for (const samples of spoken) expect(Math.max(...samples)).to.be.above(1000);
    const whole = synthesizer.render('Artificial Intelligence', runs.slice(1, 2));
    expect(Math.max(...whole.samples)).to.be.above(1000);
  });
});

import createModule from '@echogarden/espeak-ng-emscripten';
import { expect } from '@open-wc/testing';
import { Synthesizer } from '../../../src/speech/espeak/synthesizer.js';
import { germanFiles } from '../../../src/speech/espeak/voice/german.js';

describe('Synthesizer', () => {
  let synthesizer: Synthesizer;
  const render = (text: string) => synthesizer.render(text);
  const wordsOf = (text: string) =>
    render(text).words.map(({ start, end }) => text.slice(start, end));

  before(async () => {
    const data = await fetch(
      new URL('../../../src/speech/espeak/voice/german.data', import.meta.url),
    );
    synthesizer = await Synthesizer.create(
      createModule,
      germanFiles,
      new Uint8Array(await data.arrayBuffer()),
    );
  });

  it('turns German into sound that is not silence', () => {
    const { samples, sampleRate } = render('Die Idylle zwischen Moskau und Pjöngjang hält an.');
    expect(samples.length / sampleRate).to.be.within(2, 4);
    expect(Math.max(...samples)).to.be.above(5000);
  });

  it('knows when each word is heard', () => {
    const { samples, sampleRate, words } = render('Kim Jong-un kam um 12.30 Uhr an.');
    expect(
      words.map(({ start, end }) => 'Kim Jong-un kam um 12.30 Uhr an.'.slice(start, end)),
    ).to.deep.equal(['Kim', 'Jong-un', 'kam', 'um', '12.30', 'Uhr', 'an']);
    const times = words.map(({ time }) => time);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
    expect(times.at(-1)).to.be.below(samples.length / sampleRate);
  });

  it('finds words after characters that are markup, or are two UTF-16 code units', () => {
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

  it('makes no sound of nothing, and survives half a character', () => {
    expect(render('').samples.length).to.be.below(2205);
    expect(wordsOf('vor \ud83d nach')).to.include.members(['vor', 'nach']);
  });
});

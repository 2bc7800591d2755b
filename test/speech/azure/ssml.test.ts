import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ssmlOf } from '../../../src/speech/azure/ssml.js';

const SERAPHINA = 'de-DE-SeraphinaMultilingualNeural';
const KATJA = 'de-DE-KatjaNeural';
const parse = (ssml: string) => new DOMParser().parseFromString(ssml, 'application/xml');
const elements = (ssml: string) =>
  [...parse(ssml).querySelectorAll('*')].map(({ localName }) => localName);
const ssml = (text: string, lang = 'de') => ssmlOf({ text, lang, pause: 0 }, KATJA);

describe('ssmlOf', () => {
  it('names the voice and the language with its region', () => {
    expect(ssml('Guten Tag.')).to.equal(
      '<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="de-DE"><voice name="de-DE-KatjaNeural">Guten Tag.</voice></speak>',
    );
  });

  it('escapes markup in the text', () => {
    const text = `Müller & Söhne </voice><voice name="x">'a'<break time="9s"/> ]]> <!-- --> &amp;`;
    expect(elements(ssml(text))).to.deep.equal(['speak', 'voice']);
    expect(parse(ssml(text)).documentElement.textContent).to.equal(text);
  });

  it('removes characters that XML does not allow', () => {
    expect(parse(ssml('a\0b\u0008c\ud83dd\ufffee😀')).documentElement.textContent).to.equal(
      'a b c d e😀',
    );
  });

  it('returns well-formed SSML with the same text, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string(), (text, lang) => {
        const made = ssml(text, lang);
        expect(elements(made)).to.deep.equal(['speak', 'voice']);
        const said = parse(made).documentElement.textContent ?? '';
        expect(said.match(/[\p{L}\p{N}]/gu)).to.deep.equal(text.match(/[\p{L}\p{N}]/gu));
      }),
      { numRuns: 1000 },
    );
  });

  const runs = [
    { text: 'Er nennt es ', lang: 'de' },
    { text: '<Deep> Learning', lang: 'en' },
    { text: '.', lang: 'de-DE' },
  ];
  const mixed = { text: 'Er nennt es <Deep> Learning.', lang: 'de', runs, pause: 0 };

  it('marks the runs in other languages', () => {
    expect(ssmlOf(mixed, SERAPHINA)).to.contain(
      '>Er nennt es <lang xml:lang="en-US">&lt;Deep&gt; Learning</lang>.</voice>',
    );
  });

  it('does not mark them if the voice would skip them', () => {
    expect(ssmlOf(mixed, KATJA)).to.contain('>Er nennt es &lt;Deep&gt; Learning.</voice>');
  });

  it('treats an unknown language as German', () => {
    for (const lang of ['"><x/>', '', 'de_DE', 'xx'])
      expect(parse(ssml('Tag', lang)).documentElement.getAttribute('xml:lang')).to.equal('de-DE');
    expect(parse(ssml('Grüezi', 'de-CH')).documentElement.getAttribute('xml:lang')).to.equal(
      'de-CH',
    );
  });
});

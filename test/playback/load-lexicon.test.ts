import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { loadLexicon } from '../../src/playback/load-lexicon.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

const address = (content: BlobPart, type = 'application/pls+xml') =>
  URL.createObjectURL(new Blob([content], { type }));

async function failureOf(source: string): Promise<string> {
  return loadLexicon(source).then(
    () => 'none',
    (error: Error) => error.message,
  );
}

describe('loadLexicon', () => {
  it('accepts a map', async () => {
    const lexicon = await loadLexicon({ Xi: 'Schi' });
    expect([...(lexicon?.edits('Xi') ?? [])]).to.deep.equal([{ start: 0, end: 2, say: 'Schi' }]);
  });

  it('loads a lexicon, whatever its Content-Type', async () => {
    const content =
      '<lexicon xml:lang="de"><lexeme><grapheme>Xi</grapheme><alias>Schi</alias></lexeme></lexicon>';
    for (const type of ['application/pls+xml', 'text/plain', '']) {
      const lexicon = await loadLexicon(address(content, type));
      expect([...(lexicon?.edits('Xi') ?? [])], type).to.have.length(1);
    }
  });

  it('returns undefined if no lexicon is given', async () => {
    expect([await loadLexicon(null), await loadLexicon('')]).to.deep.equal([undefined, undefined]);
  });

  it('reports what is wrong with a lexicon', async () => {
    expect(await failureOf('/there-is-none.pls')).to.match(/no lexicon at .*404/);
    expect(await failureOf(address('<html></html>'))).to.match(/not with <html>/);
    expect(await failureOf('http://localhost:1/')).to.match(/could not be fetched/);
  });

  it('reads a lexicon in the encoding that it declares', async () => {
    const xml = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><lexicon><lexeme><grapheme>Köln</grapheme><alias>x</alias></lexeme></lexicon>`;
    const latin = Uint8Array.from(xml('ISO-8859-1'), (character) => character.charCodeAt(0));
    const utf16 = Uint16Array.from(`\uFEFF${xml('UTF-16')}`, (unit) => unit.charCodeAt(0));
    for (const source of [
      address(latin),
      address(latin, 'text/xml; charset="latin1"'),
      address(utf16),
      address(xml('UTF-8')),
      address(`\uFEFF${xml('UTF-8')}`),
    ])
      expect([...((await loadLexicon(source))?.edits('Köln') ?? [])]).to.have.length(1);
  });

  it('stops loading what is larger than 1 MB', async () => {
    const megabyte = new Blob(['<lexeme/>'.repeat(120_000)]);
    const stream = new Blob(Array<Blob>(200).fill(megabyte));
    expect(stream.size).to.be.greaterThan(200_000_000);
    expect(await failureOf(URL.createObjectURL(stream))).to.match(/larger than 1 MB: keep only/);
  });

  it('stops loading after 2 seconds', async () => {
    const clock = sinon.stub(AbortSignal, 'timeout').callsFake(() => AbortSignal.abort());
    expect(await failureOf(address('<lexicon/>'))).to.match(/did not come within 2 seconds/);
    sinon.assert.calledOnceWithExactly(clock, 2000);
    clock.restore();
  });

  for (const [title, source, message] of [
    ['is too large', () => address('<lexeme/>'.repeat(120_000)), /larger than 1 MB/],
    [
      'has too many words',
      () => Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`w${index}`, 'x'])),
      /50000 words/,
    ],
    [
      'declares entities',
      () => address('<!DOCTYPE lexicon [<!ENTITY a "b">]><lexicon>&a;</lexicon>'),
      /declare entities/,
    ],
    ['is missing', () => '/there-is-none.pls', /no lexicon at/],
  ] as const)
    it(`lets the text be read without a lexicon that ${title}, and says so once`, async () => {
      const error = sinon.stub(console, 'error');
      const lexicon = source();
      const engine = new ScriptedEngine();
      const { playback } = await playbackOf([engine], '<p>Eins. Zwei.</p>', {
        lexicon: () => lexicon,
      });
      try {
        await playback.play();
        playback.pause();
        await playback.play();
        expect(error.args.map((words) => words.join(' '))).to.have.length(1);
        expect(error.args.join()).to.match(message);
        expect(engine.log[0]).to.equal('speak Eins.');
      } finally {
        error.restore();
        playback.dispose();
      }
    });
});

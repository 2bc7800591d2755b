import { expect } from '@open-wc/testing';
import { loadLexicon } from '../../src/playback/load-lexicon.js';

const address = (content: string, type = 'application/pls+xml') =>
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
});

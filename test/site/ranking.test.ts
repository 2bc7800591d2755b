import { expect } from '@open-wc/testing';
import { search } from '../../site/client/ranking.js';

const entry = (path: string, title: string, text = '', lang: 'en' | 'de' = 'en') => ({
  path,
  lang,
  page: 'Page',
  title,
  text,
});

const entries = [
  entry('a', 'Something else', 'a voice, and another voice'),
  entry('b', 'Voices', 'which are listed'),
  entry('c', 'Stimmen', 'voice', 'de'),
  entry('d', 'Policy', 'blocks the voice'),
];

/** The paths of what is found. */
const found = (query: string, lang = 'en') => search(entries, query, lang).map(({ path }) => path);

describe('search', () => {
  it('finds headings before texts, in any case', () => {
    expect(found('VOICE')).to.deep.equal(['b', 'a', 'd', 'c']);
  });

  it('finds only what has all words', () => {
    expect(found('voice policy')).to.deep.equal(['d']);
    expect(found('voice nowhere')).to.deep.equal([]);
  });

  it('puts the language of the page first', () => {
    expect(found('voice', 'de')[0]).to.equal('c');
  });

  it('finds nothing for nothing', () => {
    expect(found('  ')).to.deep.equal([]);
  });
});

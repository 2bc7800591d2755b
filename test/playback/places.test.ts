import { expect } from '@open-wc/testing';
import type { Cue } from '../../src/narration/index.js';
import { keepPlace, placeIn } from '../../src/playback/places.js';
import { settings } from '../../src/playback/settings.js';

const cue = (text: string, index: number) => ({ text, index }) as Cue;

describe('places', () => {
  beforeEach(() => settings.forget());
  after(() => settings.forget());

  it('are kept by article, and forgotten', () => {
    keepPlace('/a', cue('Ein Satz.', 3));
    keepPlace('/b', cue('Ein anderer.', 5));
    expect(placeIn('/a')).to.deep.equal({ text: 'Ein Satz.', index: 3 });
    keepPlace('/a', null);
    expect(placeIn('/a')).to.equal(null);
    expect(placeIn('/b')).to.deep.equal({ text: 'Ein anderer.', index: 5 });
  });

  it('are those of the last 50 articles', () => {
    keepPlace('/first', cue('Satz.', 1));
    keepPlace('/second', cue('Satz.', 1));
    keepPlace('/first', cue('Satz.', 2));
    for (let number = 0; number < 49; number++) keepPlace(`/${number}`, cue('Satz.', 1));
    expect(placeIn('/second')).to.equal(null);
    expect(placeIn('/first')?.index).to.equal(2);
  });

  it('leave the choices of a listener alone, and are no choice', () => {
    settings.choose({ rate: 2 });
    keepPlace('/a', cue('Satz.', 1));
    expect(settings.chosen).to.deep.equal({ rate: 2 });
  });

  it('take no harm from what others have stored', () => {
    for (const places of [
      7,
      [],
      { '/a': 1 },
      { '/a': { text: 1, index: 1 } },
      { '/a': { text: '', index: -1 } },
    ]) {
      settings.keep({ places });
      expect(placeIn('/a')).to.equal(null);
    }
  });
});

import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { choose, readSettings } from '../../src/playback/settings.js';

const ANNA = { voiceURI: 'anna', engine: 'browser' };

describe('settings', () => {
  beforeEach(() => localStorage.removeItem('vorleser'));
  afterEach(() => {
    sinon.restore();
    localStorage.removeItem('vorleser');
  });

  it('are empty before anything is chosen, and reading them stores nothing', () => {
    expect(readSettings()).to.deep.equal({});
    expect(localStorage.getItem('vorleser')).to.equal(null);
  });

  it('are remembered one by one', () => {
    choose({ voice: ANNA });
    expect(choose({ allowed: { 'cloud.example': false } })).to.deep.equal({
      voice: ANNA,
      allowed: { 'cloud.example': false },
    });
    expect(readSettings()).to.deep.equal({ voice: ANNA, allowed: { 'cloud.example': false } });
  });

  it('are taken back', () => {
    choose({ voice: ANNA });
    choose({ voice: undefined });
    expect(readSettings()).to.deep.equal({});
  });

  it('hold for the moment where storage is refused', () => {
    sinon.stub(Storage.prototype, 'setItem').throws(new DOMException('full', 'QuotaExceededError'));
    sinon.stub(Storage.prototype, 'getItem').throws(new DOMException('no', 'SecurityError'));
    expect(readSettings()).to.deep.equal({});
    expect(choose({ voice: ANNA })).to.deep.equal({ voice: ANNA });
  });

  it('take no harm from what others have stored', () => {
    for (const stored of [
      'nonsense',
      'null',
      '[]',
      '7',
      '{"voice":"anna","allowed":[true]}',
      '{"voice":{"voiceURI":1}}',
    ]) {
      localStorage.setItem('vorleser', stored);
      expect(readSettings(), stored).to.deep.equal({});
    }
    localStorage.setItem('vorleser', '{"allowed":{"a":true,"b":"yes"},"later":1}');
    expect(readSettings()).to.deep.equal({ allowed: { a: true } });
  });
});

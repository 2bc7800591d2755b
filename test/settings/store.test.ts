import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';

const ANNA = { voiceURI: 'anna', engine: 'browser' };

describe('settings', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => {
    sinon.restore();
    forgetSettings();
  });

  it('are empty by default, and reading them stores nothing', () => {
    expect(settings.chosen).to.deep.equal({});
    expect(localStorage.getItem('vorleser')).to.equal(null);
  });

  it('are stored one by one', () => {
    settings.choose({ voice: ANNA });
    settings.choose({ allowed: { 'cloud.example': false } });
    expect(settings.chosen).to.deep.equal({ voice: ANNA, allowed: { 'cloud.example': false } });
  });

  it('can be reset to the default', () => {
    settings.choose({ voice: ANNA });
    settings.choose({ voice: undefined });
    expect(settings.chosen).to.deep.equal({});
  });

  it('can be forgotten and restored, except for those chosen since', () => {
    settings.choose({ voice: ANNA, rate: 2 });
    settings.keep({ places: { there: 1 } });
    const restore = forgetSettings();
    expect(settings.chosen).to.deep.equal({});
    expect(localStorage.getItem('vorleser')).to.equal(null);
    settings.choose({ rate: 3 });
    restore();
    expect(settings.chosen).to.deep.equal({ voice: ANNA, rate: 3 });
    expect(settings.kept('places')).to.deep.equal({ there: 1 });
  });

  it('are kept until the page is left if storage is refused', () => {
    sinon.stub(Storage.prototype, 'setItem').throws(new DOMException('full', 'QuotaExceededError'));
    sinon.stub(Storage.prototype, 'getItem').throws(new DOMException('no', 'SecurityError'));
    expect(settings.chosen).to.deep.equal({});
    settings.choose({ voice: ANNA });
    expect(settings.chosen).to.deep.equal({ voice: ANNA });
  });

  it('are ignored if the stored value is invalid', () => {
    for (const stored of [
      'nonsense',
      'null',
      '[]',
      '7',
      '{"version":1,"voice":"anna","allowed":[true],"rate":"2"}',
      '{"version":1,"voice":{"voiceURI":1},"marks":"all","volume":2}',
      '{"version":2,"rate":2}',
    ]) {
      localStorage.setItem('vorleser', stored);
      expect(settings.chosen, stored).to.deep.equal({});
    }
    localStorage.setItem('vorleser', '{"version":1,"allowed":{"a":true},"later":1}');
    expect(settings.chosen).to.deep.equal({ allowed: { a: true } });
  });
});

import { expect } from '@open-wc/testing';
import { de } from '../../src/locales/panels/de.js';
import { voiceLabel } from '../../src/speech/voice-label.js';

const anna = {
  engine: 'browser',
  voiceURI: 'anna',
  name: 'Anna',
  lang: 'de-DE',
  localService: true,
};

describe('voiceLabel', () => {
  it('names the region, and whether the voice is on the device', () => {
    expect(voiceLabel(anna, de)).to.equal('Anna (Deutschland), auf diesem Gerät');
    expect(voiceLabel({ ...anna, name: 'Leni', lang: 'de-CH', localService: false }, de)).to.equal(
      'Leni (Schweiz), aus dem Internet',
    );
  });

  it('uses the language of the interface', () => {
    const english = { ...de, lang: 'en', onDevice: 'on this device' };
    expect(voiceLabel(anna, english)).to.equal('Anna (Germany), on this device');
  });

  it('omits what the name of the group already says', () => {
    const label = (voice: typeof anna, group: string) => voiceLabel(voice, de, group);
    expect(label(anna, 'Stimmen des Browsers (Deutschland)')).to.equal('Anna, auf diesem Gerät');
    expect(
      label({ ...anna, localService: false }, 'Stimmen aus dem Internet (Deutschland)'),
    ).to.equal('Anna');
  });

  it('omits an unknown region', () => {
    for (const lang of ['de', 'de-Latn', 'not a tag'])
      expect(voiceLabel({ ...anna, lang }, de)).to.equal('Anna, auf diesem Gerät');
    expect(voiceLabel({ ...anna, lang: 'de-Latn-AT' }, de)).to.equal(
      'Anna (Österreich), auf diesem Gerät',
    );
  });
});

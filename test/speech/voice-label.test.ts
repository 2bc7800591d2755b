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
  it('names the region, and whether the voice is on the internet', () => {
    expect(voiceLabel(anna, de)).to.equal('Anna (Deutschland)');
    expect(voiceLabel({ ...anna, name: 'Leni', lang: 'de-CH', localService: false }, de)).to.equal(
      'Leni (Schweiz), aus dem Internet',
    );
  });

  it('uses the language of the interface', () => {
    const english = { ...de, lang: 'en' };
    expect(voiceLabel(anna, english)).to.equal('Anna (Germany)');
  });

  it('omits what the name of the group already says', () => {
    const label = (voice: typeof anna, group: string) => voiceLabel(voice, de, group);
    expect(label(anna, 'Stimmen des Browsers (Deutschland)')).to.equal('Anna');
    expect(
      label({ ...anna, localService: false }, 'Stimmen aus dem Internet (Deutschland)'),
    ).to.equal('Anna');
  });

  it('omits an unknown region', () => {
    for (const lang of ['de', 'de-Latn', 'not a tag'])
      expect(voiceLabel({ ...anna, lang }, de)).to.equal('Anna');
    expect(voiceLabel({ ...anna, lang: 'de-Latn-AT' }, de)).to.equal('Anna (Österreich)');
  });
});

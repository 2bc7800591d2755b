import { expect } from '@open-wc/testing';
import { bestVoice, primaryLanguage } from '../../src/speech/voices.js';

const voice = (name: string, lang: string, localService = true, isDefault = false) => ({
  name,
  voiceURI: name,
  lang,
  localService,
  default: isDefault,
});

describe('bestVoice', () => {
  it('takes no voice of another language', () => {
    expect(bestVoice([voice('Zira', 'en-US')], 'de')).to.equal(undefined);
    expect(bestVoice([], 'de')).to.equal(undefined);
  });

  it('understands tags with underscores, as Android writes them', () => {
    expect(bestVoice([voice('a', 'en_US'), voice('b', 'de_DE')], 'de')?.name).to.equal('b');
    expect(primaryLanguage('de_DE')).to.equal('de');
  });

  it('prefers a voice to its variants, and one on the device to a remote one', () => {
    const voices = [
      voice('German+Adam', 'de'),
      voice('Google Deutsch', 'de-DE', false),
      voice('Anna', 'de-DE'),
    ];
    expect(bestVoice(voices, 'de-DE')?.name).to.equal('Anna');
  });

  it('prefers the region that is asked for', () => {
    expect(bestVoice([voice('Anna', 'de-DE'), voice('Leni', 'de-CH')], 'de-CH')?.name).to.equal(
      'Leni',
    );
  });
});

import { expect } from '@open-wc/testing';
import { primaryLanguage } from '../../src/speech/language-tag.js';
import { bestVoice } from '../../src/speech/voices.js';
import { voice, voiceLists } from '../fixtures/voice-lists.js';

describe('bestVoice', () => {
  it('returns no voice of another language', () => {
    expect(bestVoice([voice('Zira', 'en-US')], 'de')).to.equal(undefined);
    expect(bestVoice([], 'de')).to.equal(undefined);
  });

  it('accepts Android’s language tags with underscores', () => {
    expect(bestVoice([voice('a', 'en_US'), voice('b', 'de_DE')], 'de')?.name).to.equal('b');
    expect(primaryLanguage('de_DE')).to.equal('de');
  });

  it('prefers a voice to its variants, and a local one to a remote one', () => {
    const voices = [
      voice('German+Adam', 'de'),
      voice('Google Deutsch', 'de-DE', { localService: false }),
      voice('Anna', 'de-DE'),
    ];
    expect(bestVoice(voices, 'de-DE')?.name).to.equal('Anna');
  });

  it('prefers the requested region', () => {
    expect(bestVoice([voice('Anna', 'de-DE'), voice('Leni', 'de-CH')], 'de-CH')?.name).to.equal(
      'Leni',
    );
  });

  it('does not prefer a voice for having no region', () => {
    const voices = [voice('Robot', 'de'), voice('Petra (Enhanced)', 'de-DE')];
    expect(bestVoice(voices, 'de')?.name).to.equal('Petra (Enhanced)');
  });

  it('finds the best local voice of each system', () => {
    const best = Object.entries(voiceLists).map(([system, voices]) => [
      system,
      bestVoice(voices, 'de')?.voiceURI,
    ]);
    expect(Object.fromEntries(best)).to.deep.equal({
      edgeOnWindows: 'Microsoft Hedda - German (Germany)',
      chromeOnWindows: 'Microsoft Hedda Desktop - German',
      chromeOnMac: 'Anna (Enhanced)',
      safariOnMac: 'com.apple.voice.premium.de-DE.Anna',
      iOS: 'com.apple.voice.compact.de-DE.Anna',
      chromeOnAndroid: 'German Germany',
      chromeOS: 'Android Speech Recognition and Synthesis from Google de-de-x-dea-local',
      speechDispatcher: 'German espeak-ng',
      firefoxWithSpeechDispatcher: 'urn:moz-tts:speechd:German?de',
    });
  });

  it('prefers a local robotic voice to a remote one, and either to a novelty voice', () => {
    const voices = [
      voice('German+whisper', 'de'),
      voice('Google Deutsch', 'de-DE', { localService: false }),
    ];
    expect(bestVoice(voices, 'de')?.name).to.equal('Google Deutsch');
    expect(bestVoice([...voices, voice('Eddy')], 'de')?.name).to.equal('Eddy');
  });
});

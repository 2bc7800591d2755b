import { expect } from '@open-wc/testing';
import { primaryLanguage } from '../../src/speech/language-tag.js';
import { bestVoice } from '../../src/speech/voices.js';
import { voice, voiceLists } from '../fixtures/voice-lists.js';

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
      voice('Google Deutsch', 'de-DE', { localService: false }),
      voice('Anna', 'de-DE'),
    ];
    expect(bestVoice(voices, 'de-DE')?.name).to.equal('Anna');
  });

  it('prefers the region that is asked for', () => {
    expect(bestVoice([voice('Anna', 'de-DE'), voice('Leni', 'de-CH')], 'de-CH')?.name).to.equal(
      'Leni',
    );
  });

  it('prefers no voice because its tag names no region', () => {
    const voices = [voice('Robot', 'de'), voice('Petra (Enhanced)', 'de-DE')];
    expect(bestVoice(voices, 'de')?.name).to.equal('Petra (Enhanced)');
  });

  it('finds the best one on the device that each system has', () => {
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

  it('takes a robot on the device rather than send texts away, and a joke last', () => {
    const voices = [
      voice('German+whisper', 'de'),
      voice('Google Deutsch', 'de-DE', { localService: false }),
    ];
    expect(bestVoice(voices, 'de')?.name).to.equal('Google Deutsch');
    expect(bestVoice([...voices, voice('Eddy')], 'de')?.name).to.equal('Eddy');
  });
});

import { expect } from '@open-wc/testing';
import { de } from '../../src/locales/panels/de.js';
import type { Voice } from '../../src/speech/engine.js';
import { listVoices } from '../../src/speech/listed-voices.js';
import { voice, voiceLists } from '../fixtures/voice-lists.js';

const list = (voices: readonly Voice[], lang = 'de') =>
  listVoices([{ engine: 'browser', voices }], lang, de);

/** The names of the voices with their languages; voices from the internet are marked with a cloud. */
async function listed(voices: readonly Voice[], lang?: string) {
  return (await list(voices, lang)).map(
    ({ name, lang, localService }) => `${name} ${lang}${localService ? '' : ' ☁'}`,
  );
}

describe('listVoices', () => {
  it('ranks neural voices before local ones, and keeps both voices of the same name', async () => {
    expect(await listed(voiceLists.edgeOnWindows)).to.deep.equal([
      'Seraphina de-DE ☁',
      'Katja de-DE ☁',
      'Ingrid de-AT ☁',
      'Leni de-CH ☁',
      'Katja de-DE',
      'Hedda de-DE',
      'Stefan de-DE',
    ]);
  });

  it('ranks voices of the requested region first among equals', async () => {
    const [first] = await listed(voiceLists.edgeOnWindows, 'de-CH');
    expect(first).to.equal('Leni de-CH ☁');
  });

  it('lists the desktop and the modern variant of a Windows voice once', async () => {
    expect(await listed(voiceLists.chromeOnWindows)).to.deep.equal([
      'Google de-DE ☁',
      'Hedda de-DE',
      'Michael de-AT',
    ]);
  });

  it('keeps the best variant of an Apple voice, and no robotic ones', async () => {
    expect(await listed(voiceLists.chromeOnMac)).to.deep.equal(['Google de-DE ☁', 'Anna de-DE']);
    const voices = await list(voiceLists.safariOnMac);
    expect(voices.map(({ name }) => name)).to.deep.equal(['Anna', 'Petra', 'Helena']);
    expect(voices[0]?.voiceURI).to.equal('com.apple.voice.premium.de-DE.Anna');
    expect(await listed(voiceLists.iOS)).to.deep.equal(['Anna de-DE', 'Martin de-DE']);
  });

  it('gives Android’s voices readable names and BCP 47 language tags', async () => {
    expect(await listed(voiceLists.chromeOnAndroid)).to.deep.equal([
      'Deutsch de-DE',
      'Deutsch de-AT',
    ]);
  });

  it('lists a Google voice once, in its local variant, whatever its name', async () => {
    expect(await listed(voiceLists.chromeOS)).to.deep.equal([
      'Google 2, weiblich de-DE',
      'Google 1, weiblich de-DE',
      'Google 3, männlich de-DE',
      'Google 4, männlich de-DE',
    ]);
    expect(await listed(voiceLists.chromeOS, 'fr')).to.deep.equal(['Google 1, weiblich fr-FR']);
  });

  it('reduces the variants of speech-dispatcher to a handful', async () => {
    expect(voiceLists.speechDispatcher.filter(({ lang }) => lang === 'de')).to.have.length(102);
    expect(await listed(voiceLists.speechDispatcher)).to.deep.equal([
      'eSpeak NG de',
      'eSpeak NG 1, weiblich de',
      'eSpeak NG 1, männlich de',
      'eSpeak NG 2, weiblich de',
      'eSpeak NG 2, männlich de',
    ]);
    expect(await listed(voiceLists.firefoxWithSpeechDispatcher)).to.deep.equal([
      'eSpeak NG de',
      'eSpeak NG 1, weiblich de',
    ]);
  });

  it('does not mistake a voice for a variant because of its URI', async () => {
    const voiceURI = 'urn:moz-tts:sapi:Microsoft+Hedda+Desktop?de-DE';
    const voices = [voice('Microsoft Hedda Desktop - German', 'de-DE', { voiceURI })];
    expect(await listed(voices)).to.deep.equal(['Hedda de-DE']);
  });

  it('recognizes Apple’s novelty voices in several languages', async () => {
    const jokes = [
      'Albert',
      'Bad News',
      'Bells',
      'Good News',
      'Whisper',
      'Zarvox',
      'Brutte notizie',
    ];
    const voices = [...jokes, 'Samantha', 'Fred'].map((name) => voice(name, 'en-US'));
    const deranged = { voiceURI: 'com.apple.speech.synthesis.voice.Deranged' };
    voices.push(voice('Wackelig', 'en-US', deranged));
    expect(await listed(voices, 'en')).to.deep.equal(['Samantha en-US']);
  });

  it('keeps a robotic voice if no other works without the internet', async () => {
    const voices = [
      voice('Google Deutsch', 'de-DE', { localService: false }),
      voice('eSpeak German', 'de'),
    ];
    expect(await listed(voices)).to.deep.equal(['Google de-DE ☁', 'eSpeak NG de']);
  });

  it('lists voices by engine, and keeps the names of unknown voices', async () => {
    const voices = await listVoices(
      [
        {
          engine: 'azure',
          voices: [voice('Seraphina Multilingual', 'de-DE', { localService: false })],
        },
        { engine: 'browser', voices: [voice('Thorsten (Piper)', 'de_DE_x'), voice('Zuse', 'xx')] },
        { engine: 'embedded', voices: [] },
      ],
      'de-DE',
      de,
    );
    expect(voices.map(({ engine, name }) => [engine, name])).to.deep.equal([
      ['azure', 'Seraphina'],
      ['browser', 'Thorsten'],
    ]);
  });

  it('lists 13,000 voices in less than 50 ms, when nothing else runs', async () => {
    const many = Array.from({ length: 13_000 }, (_, index) => voice(`Voice ${index}`, 'xx-XX'));
    many.push(...voiceLists.speechDispatcher);
    const times: number[] = [];
    for (let run = 0; run < 20; run++) {
      const before = performance.now();
      expect(await list(many)).to.have.length(5);
      times.push(performance.now() - before);
    }
    // On a busy machine, others take the processor in some of the runs.
    expect(Math.min(...times)).to.be.below(50);
  });
});

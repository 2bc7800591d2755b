import { expect } from '@open-wc/testing';
import { SpeechError } from '../../../src/speech/engine.js';
import { PLATFORMS, type SimulatedVoice } from '../../fixtures/speech-platforms.js';
import { errorOf, moment, setUp, utterance } from './simulated-browser.js';

const voice = (name: string, lang: string, localService = false): SimulatedVoice => ({
  name,
  lang,
  voiceURI: name,
  localService,
  default: false,
});

const GOOGLE = voice('Google Deutsch', 'de-DE');
const HEDDA = voice('Hedda', 'de-DE', true);
const MIXED = [
  GOOGLE,
  voice('Microsoft Katja Online (Natural) - German (Germany)', 'de-DE'),
  HEDDA,
  voice('Google français', 'fr-FR'),
  voice('Nora', 'nb-NO'),
  voice('Microsoft Zira', 'en-US', true),
];

/** An engine with voices, whose utterances are logged with their voices; `null` for an utterance without one. */
function setUpWith(...voices: readonly SimulatedVoice[]) {
  const browser = setUp({ ...PLATFORMS.specified, voices }, null);
  const { synthesis } = browser;
  const used: (string | null)[] = [];
  const speak = synthesis.speak.bind(synthesis);
  synthesis.speak = (spoken) => {
    used.push(spoken.voice?.name ?? null);
    speak(spoken);
  };
  return { ...browser, used };
}

describe('a browser with voices from the internet', () => {
  it('says who receives the texts of each voice, as far as that is known', async () => {
    const { engine } = setUpWith(...MIXED);
    const recipients = (await engine.voices()).map(({ recipient }) => recipient);
    expect(recipients).to.deep.equal([
      'Google',
      'Microsoft',
      undefined,
      'Google',
      'browser vendor',
      undefined,
    ]);
  });

  it('prefers a voice on the device, even if all recipients are allowed', async () => {
    const { engine, options, used } = setUpWith(...MIXED);
    for (const allowed of [false, true]) {
      engine.allows = () => allowed;
      expect(await engine.recipientFor('de')).to.equal(undefined);
      await engine.speak(utterance('Satz.'), options);
    }
    expect(used).to.deep.equal(['Hedda', 'Hedda']);
  });

  it('speaks only where a recipient is allowed, and names the one it needs', async () => {
    const { engine, options, used } = setUpWith(GOOGLE);
    expect(await engine.recipientFor('de')).to.equal('Google');
    expect(await engine.recipientFor('fr')).to.equal(undefined);
    expect(await engine.speaks('de')).to.equal(false);
    const error = await errorOf(engine.speak(utterance('Satz.'), options));
    expect(error).to.be.instanceOf(SpeechError).and.include({ reason: 'unavailable' });
    engine.allows = (recipient) => recipient === 'Microsoft';
    expect(await engine.speaks('de')).to.equal(false);
    engine.allows = (recipient) => recipient === 'Google';
    expect(await engine.speaks('de')).to.equal(true);
    await engine.speak(utterance('Satz.'), options);
    expect(used).to.deep.equal(['Google Deutsch']);
  });

  it('uses a chosen voice only where its recipient is allowed, else one on the device', async () => {
    const { engine, options, used } = setUpWith(...MIXED);
    engine.voice = GOOGLE.voiceURI;
    expect(await engine.recipientFor('de')).to.equal('Google');
    expect(await engine.speaks('de')).to.equal(true);
    await engine.speak(utterance('Eins.'), options);
    engine.allows = () => true;
    await engine.speak(utterance('Zwei.'), options);
    expect(used).to.deep.equal(['Hedda', 'Google Deutsch']);
  });

  it('reads the rest of a long sentence on the device when the permission is withdrawn', async () => {
    const { engine, options, used, synthesis } = setUpWith(...MIXED);
    engine.voice = GOOGLE.voiceURI;
    engine.allows = () => true;
    const text = `${'Ein sehr langer Satz, '.repeat(12)}der endet.`;
    const spoken = engine.speak(utterance(text), options);
    await moment(100);
    engine.allows = () => false;
    await spoken;
    expect(used).to.deep.equal(['Google Deutsch', 'Hedda']);
    expect(synthesis.heard.join('')).to.equal(text);
  });

  it('never reaches one for a text in a language that no voice on the device speaks', async () => {
    const { engine, options, used } = setUpWith(...MIXED);
    for (const lang of ['fr', 'nb', 'ja'])
      await engine.speak({ ...utterance('Ein Wort.'), lang }, options);
    expect(used).to.deep.equal(['Hedda', 'Hedda', 'Hedda']);
  });
});

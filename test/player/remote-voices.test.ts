import { expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { painted } from '../fixtures/painted.js';
import { messageOf, playerFor, untilHeard } from '../fixtures/player.js';
import { choose, openPanel, playbackOf } from '../fixtures/settings-panel.js';
import { SimulatedSynthesis } from '../fixtures/simulated-synthesis.js';
import { PLATFORMS, type SimulatedVoice } from '../fixtures/speech-platforms.js';
import { withoutErrors } from '../fixtures/without-errors.js';

const voice = (name: string, lang: string, localService: boolean): SimulatedVoice => ({
  name,
  lang,
  voiceURI: name,
  localService,
  default: false,
});
const GOOGLE = voice('Google Deutsch', 'de-DE', false);
const HEDDA = voice('Hedda', 'de-DE', true);

const QUESTION =
  'Diese Stimme kommt aus dem Internet. Dafür wird der Text des Artikels an Google gesendet.';

/** Sentences of different lengths, so that each can be told in the log. */
const SENTENCES = ['Der erste Satz ist da.', 'Der zweite Satz ist es auch.', 'Der dritte Satz.'];

const original = Object.getOwnPropertyDescriptor(globalThis, 'speechSynthesis');

/** A player in a browser with some voices, and what was spoken with voices from the internet. */
async function setUp(voices: readonly SimulatedVoice[], markup = `<p>${SENTENCES.join(' ')}</p>`) {
  const synthesis = new SimulatedSynthesis({ ...PLATFORMS.specified, voices });
  const remote: string[] = [];
  const speak = synthesis.speak.bind(synthesis);
  synthesis.speak = (spoken) => {
    if (!spoken.voice?.localService) remote.push(spoken.text);
    speak(spoken);
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
  const { player } = await playerFor(markup, { engines: 'browser embedded' });
  return { player, synthesis, remote };
}

const consentOf = (player: VorleserPlayer) =>
  player.shadowRoot?.querySelector('vorleser-consent')?.shadowRoot;

async function question(player: VorleserPlayer): Promise<string> {
  await waitUntil(() => consentOf(player)?.querySelector('p')?.textContent, 'it is asked', {
    timeout: 8000,
  });
  return consentOf(player)?.querySelector('p')?.textContent ?? '';
}

const answer = (player: VorleserPlayer, index: 0 | 1) =>
  consentOf(player)?.querySelectorAll('button')[index]?.click();

describe('<vorleser-player>', () => {
  const { test } = withoutErrors();

  describe('voices from the internet', () => {
    beforeEach(() => forgetSettings());
    afterEach(() => {
      forgetSettings();
      Object.defineProperty(globalThis, 'speechSynthesis', original ?? {});
    });

    test('get no text before the listener agrees, and all of it afterwards', async () => {
      const { player, remote } = await setUp([GOOGLE]);
      player.dispatchEvent(new Event('pointerenter'));
      const played = player.play();
      expect(await question(player)).to.equal(QUESTION);
      expect(remote).to.deep.equal([]);
      answer(player, 0);
      await played;
      expect(settings.chosen.allowed).to.deep.equal({ Google: true });
      await untilHeard(player, SENTENCES[1] as string);
      expect(player.engine).to.equal('browser');
      expect(remote).to.deep.equal(SENTENCES.slice(0, 2));
    });

    test('of an unknown company are the browser’s', async () => {
      const { player } = await setUp([voice('Anna', 'de-DE', false)]);
      player.play().catch(() => undefined);
      expect(await question(player)).to.contain('an den Anbieter Ihres Browsers gesendet');
    });

    test('are replaced by the embedded voice if the listener declines, now and later', async () => {
      const { player, remote } = await setUp([GOOGLE]);
      const played = player.play();
      await question(player);
      answer(player, 1);
      await played;
      expect(player.engine).to.equal('embedded');
      expect(messageOf(player)).to.not.match(/Stimme/);
      player.pause();
      const { player: another } = await setUp([GOOGLE]);
      await another.play();
      expect(another.engine).to.equal('embedded');
      expect(remote).to.deep.equal([]);
    });

    test('are not needed where the device has a voice, and nothing is asked', async () => {
      const { player, remote } = await setUp([GOOGLE, HEDDA]);
      await player.play();
      expect(player.engine).to.equal('browser');
      expect(consentOf(player)).to.equal(undefined);
      expect(remote).to.deep.equal([]);
    });

    test('are not asked for in the middle of the reading: another voice reads a foreign sentence', async () => {
      const { player, remote, synthesis } = await setUp(
        [HEDDA, voice('Google US English', 'en-US', false)],
        '<p>Er sagte nur dies.</p><p lang="en">Never mind.</p><p>Dann ging er fort.</p>',
      );
      await player.play();
      await untilHeard(player, 'Dann ging er fort.');
      expect(synthesis.heard).to.include('Never mind.');
      expect(consentOf(player)).to.equal(undefined);
      expect(remote).to.deep.equal([]);
    });

    test('are allowed by choosing one from the list, where they are marked', async () => {
      const { player, remote } = await setUp([GOOGLE, HEDDA]);
      const panel = await openPanel(player);
      const root = panel.control('vorleser-voice-select');
      const select = () => root.querySelector('select') as HTMLSelectElement;
      await waitUntil(() => select()?.options.length > 2, 'voices are listed');
      const label = [...select().options].find(({ text }) => text.includes('Google'))?.text ?? '';
      expect(label).to.match(/aus dem Internet/);
      await choose(select(), label.trim());
      expect(settings.chosen.allowed).to.deep.equal({ Google: true });
      await player.play();
      expect(remote).to.deep.equal([SENTENCES[0]]);
      expect(consentOf(player)).to.equal(undefined);
    });

    test('are asked about before a preview, too, unless one was chosen', async () => {
      const { player, remote } = await setUp([GOOGLE, HEDDA]);
      const heard = player.sampleVoice(GOOGLE.voiceURI).then(
        () => 'heard',
        (error: DOMException) => error.name,
      );
      await question(player);
      expect(remote).to.deep.equal([]);
      answer(player, 1);
      expect(await heard).to.equal('NotAllowedError');
      expect(remote).to.deep.equal([]);
    });

    test('can be forbidden in the settings, which applies to the next sentence', async () => {
      settings.choose({
        allowed: { Google: true },
        voice: { engine: 'browser', voiceURI: GOOGLE.voiceURI },
      });
      const { player, remote, synthesis } = await setUp([GOOGLE, HEDDA]);
      const panel = await openPanel(player);
      await player.play();
      expect(remote).to.deep.equal([SENTENCES[0]]);
      await waitUntil(() => playbackOf(player).availableVoices.voices.length > 0);
      await painted();
      expect(panel.input('Text darf an Google gesendet werden').checked).to.equal(true);
      await panel.click('Text darf an Google gesendet werden');
      expect(settings.chosen).to.deep.equal({ allowed: { Google: false } });
      await untilHeard(player, SENTENCES[1] as string);
      expect(remote).to.deep.equal([SENTENCES[0]]);
      expect(synthesis.heard).to.include(SENTENCES[1]);
      await painted();
      expect(messageOf(player)).to.not.match(/Stimme/);
    });

    test('can be allowed in the settings after they were declined', async () => {
      settings.choose({ allowed: { Google: false } });
      const { player, remote } = await setUp([GOOGLE]);
      const panel = await openPanel(player);
      player.playbackRate = 3;
      await player.play();
      expect(player.engine).to.equal('embedded');
      await panel.click('Text darf an Google gesendet werden');
      await waitUntil(() => remote.length > 0, 'it is heard', { timeout: 8000 });
      expect(player.engine).to.equal('browser');
    });
  });
});

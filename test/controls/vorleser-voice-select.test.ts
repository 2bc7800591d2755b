import { expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { recordedAudio } from '../fixtures/recorded-audio.js';
import { playerFor } from '../fixtures/player.js';
import { choose, openPanel, playbackOf } from '../fixtures/settings-panel.js';

const EMBEDDED = { engine: 'embedded', voiceURI: 'vorleser:espeak-ng/de' };

async function setUp(attributes: Record<string, string> = {}) {
  const { player } = await playerFor('<p>Ein Satz. Noch einer.</p>', attributes);
  const panel = await openPanel(player);
  const root = panel.control('vorleser-voice-select');
  const select = () => root.querySelector('select') as HTMLSelectElement;
  const button = () => root.querySelector('button') as HTMLButtonElement;
  await waitUntil(() => select()?.options.length > 1, 'voices are listed', { timeout: 8000 });
  return { player, panel, root, select, button };
}

const nameOf = (button: HTMLButtonElement) => button.textContent?.trim();

describe('<vorleser-voice-select>', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => forgetSettings());

  it('lists the voices in groups, after the option for the best one, with its name', async () => {
    const { select } = await setUp();
    expect(select().ariaLabel).to.equal('Stimme');
    expect([...select().options].map(({ text }) => text.trim())).to.deep.equal([
      'Beste: eSpeak NG',
      'eSpeak NG',
    ]);
    expect(select().querySelector('optgroup')?.label).to.equal('Mitgelieferte Stimme');
    expect(select().selectedIndex).to.equal(0);
  });

  it('tells voices of the same name apart', async () => {
    const { player } = await playerFor('<p>Ein Satz.</p>', { engines: 'recording embedded' });
    const takes = [{ text: 'Ein Satz.', duration: 1, pause: 0 }];
    player.append(recordedAudio(takes, { lang: 'de', readBy: 'eSpeak NG' }));
    const panel = await openPanel(player);
    const names = () =>
      [...(panel.control('vorleser-voice-select').querySelector('select')?.options ?? [])].map(
        ({ text }) => text.trim(),
      );
    await waitUntil(() => names().length > 2, 'voices are listed', { timeout: 8000 });
    expect(names().slice(1)).to.deep.equal([
      'eSpeak NG (Aufnahme)',
      'eSpeak NG (Mitgelieferte Stimme)',
    ]);
  });

  it('stores the voice with its engine, and can leave the choice to the player again', async () => {
    const { player, select } = await setUp();
    await choose(select(), 'eSpeak NG');
    expect(settings.chosen.voice).to.deep.equal(EMBEDDED);
    expect(player.voice).to.equal(EMBEDDED.voiceURI);
    await choose(select(), 'Beste Stimme');
    expect(settings.chosen).to.deep.equal({});
    expect(player.voice).to.equal(null);
  });

  it('shows that the chosen voice is unavailable', async () => {
    settings.choose({ voice: { engine: 'browser', voiceURI: 'Anna' } });
    const { select } = await setUp();
    expect(select().selectedOptions[0]?.text).to.equal('Gewählte Stimme (heute nicht da)');
    expect(settings.chosen.voice?.voiceURI).to.equal('Anna');
  });

  it('plays a preview, which pauses the reading, and stops it', async () => {
    const { player, button } = await setUp();
    await player.play();
    expect(nameOf(button())).to.equal('Probe hören');
    button().click();
    await waitUntil(() => nameOf(button()) === 'Probe beenden');
    expect(player.paused).to.equal(true);
    expect(playbackOf(player).previewedVoice).to.equal(EMBEDDED.voiceURI);
    button().click();
    await waitUntil(() => nameOf(button()) === 'Probe hören');
    expect(playbackOf(player).previewedVoice).to.equal(null);
  });

  it('plays a preview to its end without announcing it', async () => {
    const { player, root, button } = await setUp();
    player.playbackRate = 4;
    button().click();
    await waitUntil(() => nameOf(button()) === 'Probe beenden');
    await waitUntil(() => nameOf(button()) === 'Probe hören', 'it ends', { timeout: 8000 });
    expect(root.querySelector('[role=status]')?.textContent).to.equal('');
  });

  it('reports that a voice cannot be heard', async () => {
    const { player, root, button } = await setUp();
    player.engines = 'nothing';
    button().click();
    const status = root.querySelector('[role=status]');
    await waitUntil(() => status?.textContent === 'Diese Stimme ist gerade nicht zu hören.');
    expect(nameOf(button())).to.equal('Probe hören');
  });

  it('names the voices in the language of the interface', async () => {
    const { select } = await setUp();
    settings.choose({ language: 'it' });
    const group = () => select().querySelector('optgroup')?.label;
    await waitUntil(() => group() === 'Voce integrata');
    const texts = [...select().options].map(({ text }) => text.trim());
    expect(texts).to.deep.equal(['Migliore: eSpeak NG', 'eSpeak NG']);
  });
});

describe('VorleserPlayer.voices', () => {
  it('are the voices that the settings list', async () => {
    const { player } = await setUp();
    const { availableVoices } = playbackOf(player);
    expect(player.voices).to.equal(availableVoices.voices);
    expect(player.voices).to.have.length(1);
  });
});

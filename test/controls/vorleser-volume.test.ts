import { expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { playerFor } from '../fixtures/player.js';
import { openPanel, slide } from '../fixtures/settings-panel.js';

async function setUp() {
  const { player } = await playerFor();
  const panel = await openPanel(player);
  await waitUntil(() => panel.isSettled);
  const slider = panel.control('vorleser-volume').querySelector('input') as HTMLInputElement;
  const mute = panel.control('vorleser-mute-button').querySelector('button') as HTMLButtonElement;
  return { player, slider, mute };
}

describe('<vorleser-volume>', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => forgetSettings());

  it('sets the volume, shows it in percent and stores it', async () => {
    const { player, slider } = await setUp();
    expect(slider).to.include({ value: '1', ariaLabel: 'Lautstärke', ariaValueText: '100\u00A0%' });
    slide(slider, 0.35);
    expect(player.volume).to.equal(0.35);
    expect(settings.chosen).to.deep.equal({ volume: 0.35 });
    await waitUntil(() => slider.ariaValueText === '35\u00A0%');
    const { player: another } = await playerFor();
    expect(another.volume).to.equal(0.35);
  });

  it('follows the volume that the page sets', async () => {
    const { player, slider } = await setUp();
    player.volume = 0.5;
    await waitUntil(() => slider.value === '0.5');
    expect(settings.chosen).to.deep.equal({});
  });

  it('shows 0 while the player is muted, and unmutes it when it is moved', async () => {
    const { player, slider, mute } = await setUp();
    mute.click();
    await waitUntil(() => slider.value === '0');
    expect(mute.ariaLabel).to.equal('Ton einschalten');
    expect(player).to.include({ muted: true, volume: 1 });
    slide(slider, 0.2);
    expect(player).to.include({ muted: false, volume: 0.2 });
    await waitUntil(() => mute.ariaLabel === 'Ton ausschalten');
  });
});

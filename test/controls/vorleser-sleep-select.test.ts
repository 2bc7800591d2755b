import { expect } from '@open-wc/testing';
import { choose, playbackOf } from '../fixtures/settings-panel.js';
import { control, playerFor, playWithControls } from '../fixtures/player.js';
import { waitUntil } from '../fixtures/wait-until.js';

describe('<vorleser-sleep-select>', () => {
  it('sets the sleep timer, and shows one that was set elsewhere', async () => {
    const { player } = await playerFor(undefined, { controls: 'sleep' });
    await playWithControls(player);
    const select = () => control<HTMLSelectElement>(player, 'vorleser-sleep-select');
    await waitUntil(select);
    expect(select().ariaLabel).to.equal('Einschlaf-Timer');
    await choose(select(), '15 Minuten');
    expect(playbackOf(player).sleep).to.equal(15);
    playbackOf(player).sleep = 'section';
    await waitUntil(() => select().selectedOptions[0]?.text === 'Ende des Abschnitts');
    player.remove();
  });
});

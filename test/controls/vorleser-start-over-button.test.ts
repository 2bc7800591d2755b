import { expect } from '@open-wc/testing';
import { control, elementIn, playerFor, playWithControls, untilHeard } from '../fixtures/player.js';
import { waitUntil } from '../fixtures/wait-until.js';

/** A player on a second visit, of which the first ended at a later sentence. */
async function secondVisit() {
  const { player: before } = await playerFor();
  before.seekToCue(3);
  await before.play();
  before.pause();
  before.remove();
  return playerFor();
}

describe('<vorleser-start-over-button>', () => {
  it('is shown where reading would resume, and reads from the beginning', async () => {
    const { player } = await secondVisit();
    const bar = () => player.shadowRoot?.querySelector('[part=controls]')?.textContent ?? '';
    await waitUntil(() => control(player, 'vorleser-start-over-button'));
    expect(bar()).to.include('noch etwa').and.to.include('Weiter ab: „Der letzte.“');
    const button = control(player, 'vorleser-start-over-button');
    expect(button.ariaLabel).to.equal('Von vorn beginnen');
    button.click();
    await untilHeard(player, 'Ein Titel');
    expect(player.paused).to.equal(false);
    player.remove();
  });

  it('can be undone, as any seek', async () => {
    const { player } = await secondVisit();
    await waitUntil(() => control(player, 'vorleser-start-over-button'));
    control(player, 'vorleser-start-over-button').click();
    await untilHeard(player, 'Ein Titel');
    await waitUntil(() => elementIn(player, 'vorleser-back-button')?.hidden === false);
    control(player, 'vorleser-back-button').click();
    await untilHeard(player, 'Der letzte.');
    player.remove();
  });

  it('is not shown on a first visit', async () => {
    const { player } = await playerFor();
    await playWithControls(player);
    expect(elementIn(player, 'vorleser-start-over-button')).to.equal(null);
    player.remove();
  });
});

import { expect } from '@open-wc/testing';
import { settings } from '../../src/settings/store.js';
import { painted } from '../fixtures/painted.js';
import { control, playerFor, playWithControls } from '../fixtures/player.js';

async function selectOf(attributes: Record<string, string> = {}) {
  const { player } = await playerFor(undefined, attributes);
  await playWithControls(player);
  player.pause();
  return { player, select: control<HTMLSelectElement>(player, 'vorleser-rate-select') };
}

describe('<vorleser-rate-select>', () => {
  it('sets the rate, which is stored, and does not start the reading', async () => {
    const { player, select } = await selectOf();
    expect(select.ariaLabel).to.equal('Geschwindigkeit');
    expect([...select.options].map(({ textContent }) => textContent)).to.include('1,25×');
    select.value = '1.5';
    select.dispatchEvent(new Event('change'));
    await painted();
    expect(player).to.include({ playbackRate: 1.5, paused: true });
    expect(settings.chosen.rate).to.equal(1.5);
    const { player: next } = await playerFor();
    expect(next.playbackRate).to.equal(1.5);
  });

  it('shows a rate set by the page that is not among its options', async () => {
    const { select } = await selectOf({ playbackrate: '1.1' });
    expect(select.selectedOptions[0]?.textContent).to.equal('1,1×');
  });
});

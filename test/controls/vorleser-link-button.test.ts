import { expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import sinon from 'sinon';
import type { VorleserLinkButton } from '../../src/controls/vorleser-link-button.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { painted } from '../fixtures/painted.js';
import { playerFor, untilHeard } from '../fixtures/player.js';

describe('<vorleser-link-button>', () => {
  let player: VorleserPlayer;
  let link: VorleserLinkButton;
  const inside = <E extends Element>(selector: string) =>
    link.shadowRoot?.querySelector<E>(selector) ?? null;
  const button = () => inside<HTMLButtonElement>('button') as HTMLButtonElement;

  beforeEach(async () => {
    ({ player } = await playerFor());
    link = document.createElement('vorleser-link-button');
    player.append(link);
    await waitUntil(() => button());
  });
  afterEach(() => {
    sinon.restore();
    player.remove();
  });

  it('copies a link to the current sentence, and reports it in its name while the voice speaks', async () => {
    const write = sinon.stub(navigator.clipboard, 'writeText').resolves();
    expect(button().ariaDisabled).to.equal('true');
    player.seekToCue(2);
    await player.play();
    await untilHeard(player, 'Der zweite schöne Satz.');
    await waitUntil(() => button().ariaDisabled === 'false');
    button().click();
    await waitUntil(() => button().ariaLabel === 'Link kopiert');
    const address = write.firstCall.args[0];
    expect(address.startsWith(location.href)).to.equal(true);
    expect(address).to.contain('#:~:text=');
    expect(decodeURIComponent(address)).to.contain('Der zweite schöne Satz');
    expect(inside('.overlay')?.textContent?.trim()).to.equal('Link kopiert');
    expect(inside('[role=status]')?.textContent).to.equal('');
    await expect(player).to.be.accessible();
    await waitUntil(() => button().ariaLabel !== 'Link kopiert', '', { timeout: 4000 });
    expect(inside('.overlay')).to.equal(null);
  });

  it('announces the copy while no voice speaks', async () => {
    sinon.stub(navigator.clipboard, 'writeText').resolves();
    await player.play();
    player.pause();
    await painted();
    button().click();
    await waitUntil(() => inside('[role=status]')?.textContent === 'Link kopiert');
  });

  it('shows the link if access to the clipboard is refused', async () => {
    sinon.stub(navigator.clipboard, 'writeText').rejects(new DOMException('', 'NotAllowedError'));
    await player.play();
    player.pause();
    await painted();
    button().click();
    await waitUntil(() => inside('input'));
    const field = inside<HTMLInputElement>('input') as HTMLInputElement;
    expect(field.value).to.contain('#:~:text=');
    expect(link.shadowRoot?.activeElement).to.equal(field);
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
    await expect(player).to.be.accessible();
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Escape',
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    await waitUntil(() => !inside('input'));
    expect(link.shadowRoot?.activeElement).to.equal(button());
    expect(player.activeCue).not.to.equal(null);
  });
});

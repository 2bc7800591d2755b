import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import sinon from 'sinon';
import { waitUntil } from '../fixtures/wait-until.js';
import { openPanel } from '../fixtures/settings-panel.js';
import { settings } from '../../src/settings/store.js';
import {
  control,
  elementIn,
  playerFor,
  playWithControls,
  showMore,
  untilHeard,
} from '../fixtures/player.js';
import { withoutErrors } from '../fixtures/without-errors.js';

const nameOf = (button: HTMLButtonElement) => button.ariaLabel ?? button.textContent?.trim();

describe('the controls of <vorleser-player>', () => {
  const { test } = withoutErrors();

  test('change their names with their function, and stay the same nodes', async () => {
    const { player } = await playerFor();
    const button = control(player, 'vorleser-play-button');
    expect(nameOf(button)).to.equal('Artikel anhören');
    expect(button.hasAttribute('aria-pressed')).to.equal(false);
    button.focus();
    button.click();
    await oneEvent(player, 'playing');
    await waitUntil(() => nameOf(button) === 'Pause');
    button.click();
    await waitUntil(() => nameOf(button) === 'Weiter anhören');
    expect(player.paused).to.equal(true);
    expect(control(player, 'vorleser-play-button')).to.equal(button);
    expect(player.shadowRoot?.activeElement?.shadowRoot?.activeElement).to.equal(button);
    await showMore(player);
    const stop = control(player, 'vorleser-stop-button');
    stop.focus();
    stop.click();
    await waitUntil(() => nameOf(button) === 'Artikel anhören');
    expect(player.shadowRoot?.activeElement?.shadowRoot?.activeElement).to.equal(button);
  });

  test('seek by sentence and paragraph', async () => {
    const { player } = await playerFor();
    const press = (direction: string, unit: string) =>
      control(player, `vorleser-skip-button[direction=${direction}][unit=${unit}]`).click();
    await playWithControls(player);
    player.pause();
    player.seekToCue(0);
    await showMore(player);
    press('next', 'paragraph');
    await untilHeard(player, 'Der erste Satz.');
    press('next', 'sentence');
    await untilHeard(player, 'Der zweite schöne Satz.');
    press('previous', 'sentence');
    await untilHeard(player, 'Der erste Satz.');
    press('previous', 'paragraph');
    await untilHeard(player, 'Ein Titel');
    player.remove();
  });

  test('are disabled without losing the focus if they have nothing to do', async () => {
    const { player } = await playerFor();
    await playWithControls(player);
    await showMore(player);
    const link = control(player, 'vorleser-place-button:not([autohide])');
    player.currentTime = Infinity;
    await oneEvent(player, 'ended');
    await waitUntil(() => link.ariaDisabled === 'true');
    expect(link.disabled).to.equal(false);
    link.focus();
    link.click();
    expect(link.matches(':focus')).to.equal(true);
    player.remove();
  });

  test('are few before anybody listens, and take the place of the time when a reading begins', async () => {
    const { player } = await playerFor();
    await waitUntil(() => player.shadowRoot?.querySelector('[part=time]'));
    const names = () =>
      [...(player.shadowRoot?.querySelectorAll('[part=controls] > *') ?? [])].map(
        ({ localName, part }) =>
          localName === 'span' ? part.value : localName.replace('vorleser-', ''),
      );
    expect(names()).to.deep.equal(['play-button', 'status', 'time', 'reader', 'settings-button']);
    await playWithControls(player);
    expect(names()).to.deep.equal([
      'play-button',
      'status',
      'skip-button',
      'skip-button',
      'div',
      'rate-select',
      'more-button',
    ]);
    player.remove();
  });

  test('that undo a seek are hidden until there is one, and stay while they have the focus', async () => {
    const { player } = await playerFor();
    await playWithControls(player);
    const back = elementIn(player, 'vorleser-back-button');
    expect(back.hidden).to.equal(true);
    player.pause();
    player.seekToCue(3);
    await waitUntil(() => !back.hidden);
    const button = control(player, 'vorleser-back-button');
    button.focus();
    button.click();
    await waitUntil(() => button.ariaDisabled === 'true');
    expect(back.hidden).to.equal(false);
    control(player, 'vorleser-play-button').focus();
    await waitUntil(() => back.hidden);
    player.remove();
  });

  test('are chosen and ordered by `controls`; “More” holds the others', async () => {
    const reported = sinon.stub(console, 'error');
    const { player } = await playerFor(undefined, { controls: 'rate next-paragraph unknown' });
    await playWithControls(player);
    const inRow = [...(player.shadowRoot?.querySelectorAll('[part=controls] > *') ?? [])];
    expect(inRow.map(({ localName }) => localName.replace('vorleser-', '')).slice(2)).to.deep.equal(
      ['rate-select', 'skip-button', 'div', 'more-button'],
    );
    expect(player.shadowRoot?.querySelector('vorleser-timeline')).to.equal(null);
    expect(reported.args.flat().join()).to.include('there is no control "unknown"');
    reported.restore();
    await showMore(player);
    expect(elementIn(player, 'vorleser-skip-button[unit=heading]')).to.exist;
    player.setAttribute('controls', 'timeline');
    await waitUntil(() => player.shadowRoot?.querySelector('vorleser-timeline'));
    player.remove();
  });

  test('can be pinned to the row by the listener, for all players and visits', async () => {
    const { player } = await playerFor();
    await playWithControls(player);
    await showMore(player);
    const more = elementIn(player, 'vorleser-more-button').shadowRoot!;
    const pinOf = () =>
      [...more.querySelectorAll<HTMLButtonElement>('.pin')].find(
        ({ ariaLabel }) => ariaLabel === 'Nächster Absatz: in der Leiste zeigen',
      )!;
    expect(pinOf()).to.equal(undefined);
    more.querySelector<HTMLButtonElement>('.arrange')?.click();
    await waitUntil(() => pinOf());
    const pinned = () =>
      player.shadowRoot?.querySelector('vorleser-skip-button[direction=next][unit=paragraph]');
    expect(pinOf().ariaPressed).to.equal('false');
    pinOf().click();
    await waitUntil(() => pinned());
    expect(pinOf().ariaPressed).to.equal('true');
    expect(settings.chosen.pinned).to.deep.equal(['next-paragraph']);
    pinOf().click();
    await waitUntil(() => !pinned());
    player.remove();
  });

  test('of the settings stay when a reading begins while they are shown', async () => {
    const { player } = await playerFor();
    const panel = await openPanel(player);
    await playWithControls(player);
    expect(panel.element.isConnected).to.equal(true);
    control(player, 'vorleser-settings-button').click();
    await waitUntil(() => !player.shadowRoot?.querySelector('vorleser-settings-button'));
    player.remove();
  });

  test('can be replaced by slotted ones', async () => {
    const { player } = await playerFor();
    const button = document.createElement('vorleser-play-button');
    player.append(button);
    await button.updateComplete;
    expect(player.shadowRoot?.querySelector('slot')?.assignedElements()).to.deep.equal([button]);
    button.shadowRoot?.querySelector('button')?.click();
    await oneEvent(player, 'playing');
    player.remove();
  });

  test('in a page’s own bar are defined, including those that the default bar does not have', async () => {
    const bar = ['link-button', 'mute-button', 'voice-select', 'volume'].map(
      (name) => `<vorleser-${name}></vorleser-${name}>`,
    );
    const page = await fixture(
      html`<div .innerHTML=${`<vorleser-player><p>${bar.join('')}</p></vorleser-player>`}></div>`,
    );
    await waitUntil(() => !page.querySelector(':not(:defined)'));
  });

  test('can be skipped with the keyboard', async () => {
    const { player } = await playerFor();
    await playWithControls(player);
    const skip = player.shadowRoot?.querySelector<HTMLElement>('[part=skip-link]');
    expect(skip?.getBoundingClientRect().width).to.equal(1);
    skip?.focus();
    expect(skip?.textContent).to.equal('Vorlesen überspringen');
    expect(skip?.getBoundingClientRect().height).to.be.at.least(44);
    const { href } = location;
    skip?.click();
    const { activeElement } = player.shadowRoot as ShadowRoot;
    expect(activeElement?.nextElementSibling).to.equal(null);
    for (const control of player.shadowRoot?.querySelectorAll('vorleser-skip-button') ?? [])
      expect(activeElement?.compareDocumentPosition(control)).to.equal(
        Node.DOCUMENT_POSITION_PRECEDING,
      );
    expect(location.href).to.equal(href);
    player.remove();
  });

  test('have at least 44 pixels, and pass axe in every state', async () => {
    const { player, page } = await playerFor();
    await expect(page).to.be.accessible();
    await playWithControls(player);
    await showMore(player);
    for (const button of [
      'vorleser-play-button',
      'vorleser-skip-button',
      'vorleser-rate-select',
      'vorleser-more-button',
      'vorleser-stop-button',
    ]) {
      const { width, height } = control(player, button).getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
    await expect(page).to.be.accessible();
    player.pause();
    await expect(page).to.be.accessible();
    player.remove();
  });
});

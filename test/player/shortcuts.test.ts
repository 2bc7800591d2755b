import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { press } from '../fixtures/keyboard.js';
import { control, playerFor, untilHeard } from '../fixtures/player.js';

const LONG =
  '<h1>Titel</h1><p>Eins ist da. Zwei ist da.</p><p>Drei ist da. Vier ist da.</p><p>Fünf ist da.</p>';

/** A player that reads, with the focus on its play button and its shortcuts loaded. */
async function reading(markup = LONG) {
  const made = await playerFor(markup);
  const play = control(made.player, 'vorleser-play-button');
  play.focus();
  await untilShortcutsLoaded(made.player);
  await made.player.play();
  return { ...made, play };
}

/** The shortcuts are loaded when the player receives the focus. */
async function untilShortcutsLoaded(player: VorleserPlayer) {
  await waitUntil(() => {
    const event = new KeyboardEvent('keydown', { key: 'm', bubbles: true, cancelable: true });
    if (player.dispatchEvent(event)) return false;
    player.muted = false;
    return true;
  });
}

function untilAt(player: VorleserPlayer, cue?: { readonly index: number }) {
  return waitUntil(() => player.activeCue?.index === cue?.index, `cue ${cue?.index} is heard`, {
    timeout: 8000,
  });
}

describe('the keyboard shortcuts', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => forgetSettings());

  it('play and pause with K, and with Space like the focused button', async () => {
    const { player, play } = await reading();
    await press('k');
    expect(player.paused).to.equal(true);
    await press('K');
    expect(player.paused).to.equal(false);
    let pauses = 0;
    player.addEventListener('pause', () => pauses++);
    await press('Space');
    expect(pauses).to.equal(1);
    expect(player.paused).to.equal(true);
    expect(player.shadowRoot?.activeElement?.shadowRoot?.activeElement).to.equal(play);
    player.remove();
  });

  it('play and pause with Space if the focused control does not use it', async () => {
    const { player } = await reading();
    player.shadowRoot
      ?.querySelector('vorleser-timeline')
      ?.shadowRoot?.querySelector('input')
      ?.focus();
    await press('Space');
    expect(player.paused).to.equal(true);
    player.remove();
  });

  it('move by sentences and paragraphs, and to the ends', async () => {
    const { player } = await reading();
    player.pause();
    const steps: [string, string][] = [
      ['ArrowRight', 'Eins ist da.'],
      ['ArrowRight', 'Zwei ist da.'],
      ['ArrowLeft', 'Eins ist da.'],
      ['ArrowDown', 'Drei ist da.'],
      ['ArrowUp', 'Eins ist da.'],
      ['End', 'Fünf ist da.'],
      ['Home', 'Titel'],
    ];
    for (const [key, text] of steps) {
      await press(key);
      await untilHeard(player, text);
    }
    player.remove();
  });

  it('are mirrored in a right-to-left page', async () => {
    const { player, page } = await reading();
    player.pause();
    page.dir = 'rtl';
    await press('ArrowLeft');
    await untilHeard(player, 'Eins ist da.');
    await press('ArrowRight');
    await untilHeard(player, 'Titel');
    player.remove();
  });

  it('skip ten seconds, and at least to the next sentence', async () => {
    const long = `Das ist ein ${'sehr '.repeat(60)}langer Satz.`;
    const { player } = await reading(`<p>Kurz. ${long} ${long} Schluss.</p>`);
    player.pause();
    await press('ArrowRight');
    await untilHeard(player, long);
    const [, first, second] = player.cues;
    await press('l');
    await untilAt(player, second);
    await press('j');
    await untilAt(player, first);
    player.remove();
  });

  it('change the rate in the steps of the select, and store it', async () => {
    const { player } = await reading();
    await press('.');
    expect(player.playbackRate).to.equal(1.25);
    expect(settings.chosen.rate).to.equal(1.25);
    await press(',');
    await press(',');
    expect(player.playbackRate).to.equal(0.75);
    player.playbackRate = 0.5;
    await press(',');
    expect(player.playbackRate).to.equal(0.5);
    player.remove();
  });

  it('are handled even if they were pressed before their code was loaded', async () => {
    const { player } = await playerFor(LONG);
    const play = control(player, 'vorleser-play-button');
    play.focus();
    for (const key of ['.', '.', 'Space'])
      play.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    await waitUntil(() => player.playbackRate === 1.5);
    expect(player.paused).to.equal(true);
    player.remove();
  });

  it('mute and unmute', async () => {
    const { player } = await reading();
    await press('m');
    expect(player.muted).to.equal(true);
    await press('m');
    expect(player.muted).to.equal(false);
    player.volume = 0;
    await press('m');
    expect(player).to.include({ muted: false, volume: 1 });
    player.remove();
  });

  it('leave keys to a select, a text field and a slotted control that uses them', async () => {
    const { player } = await reading();
    await player.play();
    const select = player.shadowRoot
      ?.querySelector('vorleser-rate-select')
      ?.shadowRoot?.querySelector('select');
    const controls = document.createElement('div');
    controls.innerHTML =
      '<input><div contenteditable="true">Text</div><div role="slider" tabindex="0">Regler</div>';
    player.append(controls);
    const fields = [select, ...controls.children].slice(0, 3) as HTMLElement[];
    player.pause();
    for (const field of fields) {
      for (const key of ['k', 'm', '.', ' ', 'ArrowDown', '?']) {
        const event = new KeyboardEvent('keydown', {
          key,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        expect(field.dispatchEvent(event), `${field.outerHTML.slice(0, 9)} ${key}`).to.equal(true);
      }
    }
    const slider = controls.querySelector('[role=slider]') as HTMLElement;
    slider.focus();
    const before = player.activeCue;
    await press('ArrowRight');
    expect(player.activeCue).to.equal(before);
    await press('k');
    expect(player.paused).to.equal(false);
    player.remove();
  });

  it('ignore keys with a modifier, during a composition, or with the default prevented', async () => {
    const { player, play } = await reading();
    const isTaken = (init: KeyboardEventInit) =>
      !play.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }),
      );
    expect(isTaken({ key: 'k', ctrlKey: true })).to.equal(false);
    expect(isTaken({ key: 'ArrowLeft', altKey: true })).to.equal(false);
    expect(isTaken({ key: 'm', metaKey: true })).to.equal(false);
    expect(isTaken({ key: 'ArrowRight', shiftKey: true })).to.equal(false);
    expect(isTaken({ key: 'k', isComposing: true })).to.equal(false);
    expect(isTaken({ key: 'x' })).to.equal(false);
    play.addEventListener('keydown', (event) => event.preventDefault());
    await press('k');
    expect(player.paused).to.equal(false);
    player.remove();
  });

  it('do nothing outside of the player', async () => {
    const { player, page } = await reading();
    page.tabIndex = -1;
    page.focus();
    for (const key of ['k', 'm', '.', 'ArrowRight', 'End', '?', 'Escape']) await press(key);
    expect(player).to.include({ paused: false, muted: false, playbackRate: 1 });
    expect(player.shadowRoot?.querySelector('vorleser-key-list')).to.equal(null);
    player.remove();
  });

  it('do not seek before reading has begun, but let the page scroll', async () => {
    const { player } = await reading();
    await press('Escape');
    expect(player.paused).to.equal(true);
    const event = new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true });
    expect(player.dispatchEvent(event)).to.equal(true);
    player.remove();
  });

  it('can be switched off, except for Escape', async () => {
    const { player } = await reading();
    settings.choose({ keys: false });
    for (const key of ['k', 'm', '.', 'ArrowRight', '?']) await press(key);
    expect(player).to.include({ paused: false, muted: false, playbackRate: 1 });
    await press('Escape');
    expect(player.paused).to.equal(true);
    player.remove();
  });

  it('do not repeat while a key is held', async () => {
    const { player, play } = await reading();
    let changes = 0;
    player.addEventListener('volumechange', () => changes++);
    const init = { key: 'm', bubbles: true, composed: true, cancelable: true };
    play.dispatchEvent(new KeyboardEvent('keydown', init));
    play.dispatchEvent(new KeyboardEvent('keydown', { ...init, repeat: true }));
    expect(changes).to.equal(1);
    player.remove();
  });
});

describe('the list of keyboard shortcuts', () => {
  const listOf = (player: VorleserPlayer) =>
    player.shadowRoot?.querySelector('vorleser-key-list')?.shadowRoot?.querySelector('dialog');
  const text = (element?: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim();

  beforeEach(() => forgetSettings());
  afterEach(() => forgetSettings());

  async function opened() {
    const made = await reading();
    await press('?');
    await waitUntil(() => listOf(made.player)?.open);
    return { ...made, list: listOf(made.player) as HTMLDialogElement };
  }

  it('is opened by a question mark, describes each key, and is accessible', async () => {
    const { player, list } = await opened();
    const rows = [...list.querySelectorAll('tbody tr')].map((row) => text(row));
    expect(rows).to.have.length(14);
    expect(rows).to.include('Leertaste oder K Anhören oder Pause');
    expect(rows).to.include('Komma Langsamer');
    expect(rows.at(-1)).to.equal('Escape Vorlesen beenden');
    expect(list.getAttribute('aria-labelledby')).to.equal(list.querySelector('h2')?.id);
    expect((list.getRootNode() as ShadowRoot).activeElement?.textContent?.trim()).to.equal(
      'Schließen',
    );
    await expect(player).to.be.accessible();
    const { height } = list.querySelector('button')?.getBoundingClientRect() ?? { height: 0 };
    expect(height).to.be.at.least(44);
    player.remove();
  });

  it('is closed by Escape, which does not stop the voice, and returns the focus', async () => {
    const { player, play } = await opened();
    await press('k');
    expect(player.paused).to.equal(false);
    await press('Escape');
    await waitUntil(() => !player.shadowRoot?.querySelector('vorleser-key-list'));
    expect(player.paused).to.equal(false);
    expect(player.shadowRoot?.activeElement?.shadowRoot?.activeElement).to.equal(play);
    await press('?');
    await waitUntil(() => listOf(player)?.open);
    player.remove();
  });

  it('switches the shortcuts off', async () => {
    const { player, list } = await opened();
    list.querySelector('input')?.click();
    expect(settings.chosen.keys).to.equal(false);
    list.querySelector('button')?.click();
    await oneEvent(list, 'close');
    await press('k');
    expect(player.paused).to.equal(false);
    player.remove();
  });

  it('is removed with the player', async () => {
    const { player, page } = await opened();
    player.remove();
    await aTimeout(0);
    page.prepend(player);
    await player.updateComplete;
    expect(player.shadowRoot?.querySelector('vorleser-key-list')).to.equal(null);
    player.remove();
  });
});

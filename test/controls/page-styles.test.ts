import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { playerFor } from '../fixtures/player.js';

const CONTROLS = `<vorleser-play-button></vorleser-play-button><vorleser-skip-button direction="next"></vorleser-skip-button>
  <vorleser-timeline></vorleser-timeline><vorleser-rate-select></vorleser-rate-select><vorleser-voice-select></vorleser-voice-select>
  <vorleser-volume></vorleser-volume><vorleser-mute-button></vorleser-mute-button><vorleser-sleep-select></vorleser-sleep-select>
  <vorleser-link-button></vorleser-link-button><vorleser-stop-button></vorleser-stop-button><vorleser-settings-button></vorleser-settings-button>`;

const focusable = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLElement>('button, select, input');

describe('A page that draws a ring around whatever has the focus', () => {
  let player: VorleserPlayer;

  beforeEach(async () => {
    await fixture(
      html`<style>
        :focus {
          outline: 2px solid red;
        }
      </style>`,
    );
    ({ player } = await playerFor());
  });

  it('draws none around the player, in which the button has its own', () => {
    const button = player.shadowRoot?.querySelector('vorleser-play-button');
    focusable(button as Element)?.focus();
    expect(player.matches(':focus')).to.equal(true);
    expect(getComputedStyle(player).outlineStyle).to.equal('none');
  });

  it('draws none around a control of the page’s own bar', async () => {
    player.innerHTML = CONTROLS;
    for (const control of player.children) {
      await waitUntil(() => focusable(control), `${control.localName} is shown`);
      focusable(control)?.focus();
      expect(document.activeElement, control.localName).to.equal(control);
      expect(getComputedStyle(control).outlineStyle, control.localName).to.equal('none');
    }
  });
});

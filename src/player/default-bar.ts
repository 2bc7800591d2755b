import { html } from 'lit';
import type { Messages } from '../locales/messages.js';
import type { Unit } from '../narration/index.js';

/** The controls of a player without slotted controls, and a link past them for the keyboard. */
export function defaultBar({ skip }: Messages) {
  return html`<div class="fit">
      <a class="hidden" part="skip-link" href="#" @click=${skipControls}>${skip}</a>
      <div part="controls">
        <vorleser-play-button
          exportparts="button, button:play-button, label"
        ></vorleser-play-button>
        ${skipButton('previous', 'paragraph')} ${skipButton('previous', 'sentence')}
        ${skipButton('next', 'sentence')} ${skipButton('next', 'paragraph')}
        <vorleser-back-button exportparts="button, button:back-button"></vorleser-back-button>
        <vorleser-place-button exportparts="button, button:place-button"></vorleser-place-button>
        <vorleser-rate-select exportparts="select"></vorleser-rate-select>
        <vorleser-stop-button exportparts="button, button:stop-button"></vorleser-stop-button>
        <vorleser-settings-button
          exportparts="button, button:settings-button"
        ></vorleser-settings-button>
      </div>
      <div part="place">
        <vorleser-time part="time" show="elapsed"></vorleser-time>
        ${skipButton('previous', 'heading')}
        <vorleser-timeline
          exportparts="slider, track, heard, mark, thumb, preview"
        ></vorleser-timeline>
        ${skipButton('next', 'heading')}
        <vorleser-time part="time" show="remaining"></vorleser-time>
      </div>
      <vorleser-status part="status"></vorleser-status>
    </div>
    <div class="end" tabindex="-1"></div>`;
}

/** Moves the focus past the controls. */
function skipControls(event: Event): void {
  event.preventDefault();
  const tree = (event.target as Element).getRootNode() as ShadowRoot;
  tree.querySelector<HTMLElement>('.end')?.focus();
}

function skipButton(direction: 'previous' | 'next', unit: Unit) {
  return html`<vorleser-skip-button
    direction=${direction}
    unit=${unit}
    exportparts="button, button:skip-button"
  ></vorleser-skip-button>`;
}

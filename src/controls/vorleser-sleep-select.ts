import { css, html, LitElement, nothing, svg } from 'lit';
import { buttonStyle } from './shared/button-style.js';
import { icon } from './shared/icon.js';
import { namedFieldStyle } from './shared/named-field-style.js';
import { openList } from './shared/open-list.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { sleepChoices } from './shared/sleep-choices.js';

/** The icon of the sleep timer. */
export const moonIcon = icon(svg`<path d="M12 3a6 6 0 0 0 9 9 9 9 0 1 1-9-9Z" />`);

/**
 * Sets the sleep timer of the player around it.
 *
 * @csspart field - the label around the select
 * @csspart label - its name, visible where there is room
 * @csspart select - the native select
 */
export class VorleserSleepSelect extends LitElement {
  static override styles = [
    buttonStyle,
    namedFieldStyle,
    css`
      select {
        max-inline-size: min(9em, 50%);
        text-overflow: ellipsis;
      }
    `,
  ];

  readonly #context = new PanelMessagesController(this, ['sleepchange']);

  constructor() {
    super();
    this.addEventListener('click', openList);
  }

  override render() {
    const { panel, playback } = this.#context;
    if (!panel) return nothing;
    const choices = sleepChoices(panel);
    return html`<label part="field" title=${panel.sleep}>
      ${moonIcon}<span part="label">${panel.sleep}</span>
      <select part="select" aria-label=${panel.sleep} @change=${this.#onChange}>
        ${choices.map(
          ([sleep, name]) =>
            html`<option .selected=${sleep === (playback?.sleep ?? null)}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #onChange(event: Event): void {
    const { panel, playback } = this.#context;
    const choice = panel && sleepChoices(panel)[(event.target as HTMLSelectElement).selectedIndex];
    if (playback && choice) playback.sleep = choice[0];
  }
}

import { html, LitElement, nothing } from 'lit';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { startOver } from '../../playback/start-over.js';
import { forgetSettings } from '../../settings/forget-settings.js';
import { settings } from '../../settings/store.js';
import { defineOptionalControls } from '../optional-controls.js';
import { buttonStyle } from '../shared/button-style.js';
import { closestPlayer } from '../shared/closest-player.js';
import { exportParts } from '../shared/export-parts.js';
import { fieldStyle } from '../shared/field-style.js';
import { PanelMessagesController } from '../shared/panel-messages-controller.js';
import { ChangeController } from '../shared/change-controller.js';
import { highlightSettings, swatchStyle } from './highlight-settings.js';
import { interfaceSettings } from './interface-settings.js';
import { readingSettings } from './reading-settings.js';
import { settingsStyle } from './settings-style.js';
import { textSettings } from './text-settings.js';
import { voiceSettings } from './voice-settings.js';

export { loadPanelMessages } from '../../locales/panels/load-panel-messages.js';

/** The parts that a page can style. */
const PARTS = [
  'panel',
  'panel-group',
  'panel-legend',
  'panel-field',
  'panel-label',
  'panel-select',
  'panel-slider',
  'panel-value',
  'panel-tick',
  'panel-box',
  'panel-swatch',
  'panel-hint',
  'panel-button',
  'panel-report',
  'link-popup',
  'link-field',
];

/** The actions that can be undone, and the message after each. */
const ACTIONS = {
  startOver: { done: 'startedOver', undone: 'resumed' },
  forget: { done: 'forgotten', undone: 'restored' },
} as const;

type Action = keyof typeof ACTIONS;

/** The message after an action. */
interface Report {
  readonly text: (typeof ACTIONS)[Action]['done' | 'undone'];
  /** Whether screen readers announce it: not while a voice speaks. */
  readonly announced: boolean;
}

/**
 * The settings of the listener. Each choice applies at once, to all players of the page, and is stored.
 *
 * @csspart panel-group - settings that belong together
 * @csspart panel-legend - the heading of a group
 * @csspart panel-field - a setting
 * @csspart panel-label - the label of a setting
 * @csspart panel-select - a native select
 * @csspart panel-slider - a native slider
 * @csspart panel-value - the value of a slider
 * @csspart panel-tick - a checkbox or radio button with its label
 * @csspart panel-box - the native checkbox or radio button
 * @csspart panel-swatch - the name of a colour, which looks like a highlighted sentence
 * @csspart panel-hint - a note below a setting
 * @csspart panel-button - a native button
 * @csspart panel-report - the message after an action
 */
export class VorleserSettings extends LitElement {
  static override properties = { report: { state: true } };

  static override styles = [buttonStyle, fieldStyle, settingsStyle, swatchStyle];

  private report: Report | null = null;
  #lastAction: Action = 'forget';
  #undo: (() => void) | null = null;

  readonly #context = new PanelMessagesController(this);

  constructor() {
    super();
    new ChangeController(this, settings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, PARTS);
  }

  override render() {
    const { panel, messages, playback } = this.#context;
    if (!panel) return nothing;
    const { current } = settings;
    return html`<div role="group" aria-label=${messages.settings}>
      <div class="groups">
        ${voiceSettings(panel, messages, current, playback)}
        ${readingSettings(panel, current, closestPlayer(this), playback)}
        ${highlightSettings(panel, current)} ${textSettings(panel, messages, current)}
        ${interfaceSettings(panel, current, () => void this.#showKeyList())}
      </div>
      <div class="actions">
        <vorleser-link-button
          exportparts="button:panel-button, popup:link-popup, field:link-field"
        ></vorleser-link-button>
        ${this.#button('startOver', messages.startOver, () => (playback ? startOver(playback) : null))}
        ${this.#button('forget', panel.forget, () => forgetSettings())} ${this.#renderReport(panel)}
      </div>
    </div>`;
  }

  #renderReport(panel: PanelMessages) {
    const text = this.report ? panel[this.report.text] : '';
    return html`<p part="panel-report">
      <span role="status">${this.report?.announced ? text : ''}</span>
      <span>${this.report?.announced ? '' : text}</span>
      ${
        this.#undo
          ? html`<button part="panel-button" type="button" @click=${this.#undoAction}>
              ${panel.undo}
            </button>`
          : nothing
      }
    </p>`;
  }

  /** @param act performs the action, and returns a function that undoes it */
  #button(action: Action, name: string, act: () => (() => void) | null) {
    const onClick = () => {
      this.#lastAction = action;
      this.#undo = act();
      this.#setReport(ACTIONS[action].done);
    };
    return html`<button class=${action} part="panel-button" type="button" @click=${onClick}>
      ${name}
    </button>`;
  }

  /** The undo button disappears: the focus moves to the button of the action that was undone. */
  #undoAction(): void {
    this.renderRoot.querySelector<HTMLElement>(`.${this.#lastAction}`)?.focus();
    this.#undo?.();
    this.#undo = null;
    this.#setReport(ACTIONS[this.#lastAction].undone);
  }

  async #showKeyList(): Promise<void> {
    const { showKeyList } = await import('../key-list/vorleser-key-list.js');
    const player = closestPlayer(this);
    if (player) showKeyList(player);
  }

  #setReport(text: Report['text']): void {
    const { playback } = this.#context;
    const speaking = playback?.paused === false || playback?.previewedVoice != null;
    this.report = { text, announced: !speaking };
  }
}

defineOptionalControls();
if (!customElements.get('vorleser-settings'))
  customElements.define('vorleser-settings', VorleserSettings);

import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators/state.js';
import type { More } from '../../locales/panels/panel-messages.js';
import { settings } from '../../settings/settings.js';
import { buttonStyle } from '../shared/button-style.js';
import { exportParts } from '../shared/export-parts.js';
import { LateController } from '../shared/panel-controller.js';
import { defineLateControls } from '../optional-controls.js';
import { playerAround } from '../shared/closest-player.js';
import { fieldStyle } from '../shared/field-style.js';
import { interfaceSettings } from './interface-settings.js';
import { markSettings, swatchStyle } from './highlight-settings.js';
import { readingSettings } from './reading-settings.js';
import { SettingsController } from '../shared/settings-controller.js';
import { settingsStyle } from './settings-style.js';
import { textSettings } from './text-settings.js';
import { voiceSettings } from './voice-settings.js';

/** What a page may dress. */
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

/** What can be done here and taken back, and what the settings say then. */
const DEEDS = {
  startOver: { done: 'startedOver', undone: 'wentBack' },
  forget: { done: 'forgotten', undone: 'undone' },
} as const;

type Deed = keyof typeof DEEDS;

/** What the settings say once something was done. */
interface Said {
  readonly text: (typeof DEEDS)[Deed]['done' | 'undone'];
  /** Whether a screen reader says it: not while a voice speaks. */
  readonly aloud: boolean;
}

/**
 * What a listener may choose. Everything holds at once, for all players of the page, and is remembered.
 *
 * @csspart panel-group - settings that belong together, and panel-legend, their name
 * @csspart panel-field - a setting, and panel-label, its name
 * @csspart panel-select - the native selects
 * @csspart panel-slider - the native sliders, and panel-value, what one is at
 * @csspart panel-tick - what is ticked or one of several, and panel-box, its native box
 * @csspart panel-swatch - the name of a colour, written as it would be marked
 * @csspart panel-hint - what is said of a choice
 * @csspart panel-button - the native buttons
 * @csspart panel-report - what is said once something was done
 */
export class VorleserSettings extends LitElement {
  static override styles = [buttonStyle, fieldStyle, settingsStyle, swatchStyle];

  @state() private said: Said | null = null;
  #deed: Deed = 'forget';
  #undo: (() => void) | null = null;

  readonly #context = new LateController(this);

  constructor() {
    super();
    new SettingsController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, PARTS);
  }

  override render() {
    const { more, messages, playback } = this.#context;
    if (!more) return nothing;
    const { chosen } = settings;
    return html`<div role="group" aria-label=${messages.settings}>
      <div class="groups">
        ${voiceSettings(more)} ${readingSettings(more, chosen, playback)}
        ${markSettings(more, chosen)} ${textSettings(more, messages, chosen)}
        ${interfaceSettings(more, chosen, () => void this.#listKeys())}
      </div>
      <div class="actions">
        <vorleser-link-button
          exportparts="button:panel-button, popup:link-popup, field:link-field"
        ></vorleser-link-button>
        ${this.#button('startOver', more.startOver, () => playback?.startOver() ?? null)}
        ${this.#button('forget', more.forget, () => settings.forget())} ${this.#report(more)}
      </div>
    </div>`;
  }

  #report(more: More) {
    const text = this.said ? more[this.said.text] : '';
    return html`<p part="panel-report">
      <span role="status">${this.said?.aloud ? text : ''}</span>
      <span>${this.said?.aloud ? '' : text}</span>
      ${
        this.#undo
          ? html`<button part="panel-button" type="button" @click=${this.#takeBack}>
              ${more.undo}
            </button>`
          : nothing
      }
    </p>`;
  }

  /** @param act does it, and returns what takes it back */
  #button(deed: Deed, name: string, act: () => (() => void) | null) {
    const onClick = () => {
      this.#deed = deed;
      this.#undo = act();
      this.#say(DEEDS[deed].done);
    };
    return html`<button class=${deed} part="panel-button" type="button" @click=${onClick}>
      ${name}
    </button>`;
  }

  /** The button goes away; the focus is on the one whose work it undid. */
  #takeBack(): void {
    this.renderRoot.querySelector<HTMLElement>(`.${this.#deed}`)?.focus();
    this.#undo?.();
    this.#undo = null;
    this.#say(DEEDS[this.#deed].undone);
  }

  async #listKeys(): Promise<void> {
    const { listKeys } = await import('../key-list/vorleser-key-list.js');
    const player = playerAround(this);
    if (player) listKeys(player);
  }

  #say(text: Said['text']): void {
    const { playback } = this.#context;
    this.said = { text, aloud: playback?.paused !== false && playback?.sampling == null };
  }
}

defineLateControls();
if (!customElements.get('vorleser-settings'))
  customElements.define('vorleser-settings', VorleserSettings);

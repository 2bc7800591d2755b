import { css, html, LitElement, nothing } from 'lit';
import { settings } from '../../settings/store.js';
import { buttonStyle } from '../shared/button-style.js';
import { exportParts } from '../shared/export-parts.js';
import { PanelMessagesController } from '../shared/panel-messages-controller.js';
import { KEYS } from './shortcut-keys.js';

/** The parts that a page can style. */
const PARTS = [
  'key-list',
  'key-list-heading',
  'key-list-button',
  'key-list-text',
  'key-list-tick',
  'key-list-box',
  'key-list-table',
  'key-list-cell',
  'key',
];

/** Shows the keyboard shortcuts of a player. */
export function showKeyList(player: HTMLElement): void {
  const tree = player.shadowRoot;
  if (!tree?.querySelector('vorleser-key-list'))
    tree?.append(document.createElement('vorleser-key-list'));
}

/**
 * The keyboard shortcuts of the player around it, and a checkbox to switch them off. A native modal dialog: Escape closes it
 * and returns the focus. The element removes itself when it is closed.
 *
 * @csspart key-list - the native dialog
 * @csspart key-list-heading - its heading
 * @csspart key-list-button - the native button that closes it
 * @csspart key-list-text - the text above the table
 * @csspart key-list-tick - the checkbox with its label
 * @csspart key-list-box - the native checkbox
 * @csspart key-list-table - the table of keys
 * @csspart key-list-cell - a cell of the table
 * @csspart key - a key
 */
export class VorleserKeyList extends LitElement {
  static override styles = [
    buttonStyle,
    css`
      dialog {
        box-sizing: border-box;
        inline-size: 30em;
        max-inline-size: calc(100% - 1rem);
        max-block-size: calc(100vh - 1rem);
        padding: 1rem;
        border: 1px solid;
        border-radius: min(var(--vorleser-radius, 4px), 1em);
        background: var(--vorleser-popup-background, Canvas);
        color: var(--vorleser-popup-color, CanvasText);
        line-height: 1.5;
        overflow: auto;
        hyphens: manual;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5em;
      }
      h2 {
        margin: 0;
        font-size: 1.25em;
      }
      .head button {
        border-color: currentcolor;
        padding-inline: 0.9em;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.75em;
        min-block-size: var(--vorleser-size, max(44px, 2.5em));
      }
      input {
        flex: none;
        inline-size: 1.5em;
        block-size: 1.5em;
        accent-color: var(--vorleser-accent, currentcolor);
      }
      input:focus-visible {
        outline: 3px solid var(--vorleser-focus-color, currentcolor);
        outline-offset: 2px;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0.4em 0.5em;
        border-block-start: 1px solid;
        font-weight: normal;
        text-align: inherit;
        vertical-align: top;
        overflow-wrap: anywhere;
        hyphens: auto;
      }
      thead th {
        border: 0;
        font-weight: bold;
      }
      kbd {
        font: inherit;
        font-weight: bold;
      }
    `,
  ];

  readonly #context = new PanelMessagesController(this);

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector<HTMLDialogElement>('dialog');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, PARTS);
  }

  override render() {
    const { panel, messages } = this.#context;
    if (!panel) return nothing;
    const rows = Object.entries(panel.shortcuts).map(
      ([command, what]) => [KEYS[command as keyof typeof KEYS], what] as const,
    );
    return html`<dialog
      part="key-list"
      lang=${messages.lang}
      aria-labelledby="title"
      closedby="any"
      @close=${() => this.remove()}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <div class="head">
        <h2 part="key-list-heading" id="title">${panel.keyList}</h2>
        <button part="key-list-button" type="button" @click=${() => this.dialog?.close()}>
          ${panel.close}
        </button>
      </div>
      <p part="key-list-text">${panel.keyListHint}</p>
      <label part="key-list-tick">
        <input
          part="key-list-box"
          type="checkbox"
          .checked=${settings.current.keys}
          @change=${this.#onChange}
        />
        ${panel.useKeys}
      </label>
      <table part="key-list-table">
        <thead>
          <tr>
            <th part="key-list-cell" scope="col">${panel.key}</th>
            <th part="key-list-cell" scope="col">${panel.keyDoes}</th>
          </tr>
        </thead>
        <tbody>
          ${[...rows, [['Escape'], messages.stop] as const].map(
            ([keys, what]) =>
              html`<tr>
                <th part="key-list-cell" scope="row">
                  ${keys.map((key, index) => [
                    index > 0 ? ` ${panel.or} ` : '',
                    html`<kbd part="key">${panel.keyNames[key] ?? key.toUpperCase()}</kbd>`,
                  ])}
                </th>
                <td part="key-list-cell">${what}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </dialog>`;
  }

  protected override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.remove();
  }

  #onChange(event: Event): void {
    settings.choose({ keys: (event.target as HTMLInputElement).checked });
  }
}

if (!customElements.get('vorleser-key-list'))
  customElements.define('vorleser-key-list', VorleserKeyList);

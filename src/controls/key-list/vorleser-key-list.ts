import { css, html, LitElement, nothing } from 'lit';
import { query } from 'lit/decorators/query.js';
import { settings } from '../../settings/settings.js';
import { buttonStyle } from '../shared/button-style.js';
import { exportParts } from '../shared/export-parts.js';
import { LateController } from '../shared/panel-controller.js';
import { KEYS } from './shortcut-keys.js';

/** What a page may dress. */
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

/** Shows the keys that command a player. */
export function listKeys(player: HTMLElement): void {
  const tree = player.shadowRoot;
  if (!tree?.querySelector('vorleser-key-list'))
    tree?.append(document.createElement('vorleser-key-list'));
}

/**
 * The keys that command the player around it, and the choice not to have them. A native modal dialog: Escape closes it, and
 * the focus is back where it was; it takes itself away then.
 *
 * @csspart key-list - the native dialog
 * @csspart key-list-heading - its name
 * @csspart key-list-button - the native button that closes it
 * @csspart key-list-text - what is said of the keys
 * @csspart key-list-tick - the choice not to have them, and key-list-box, its native box
 * @csspart key-list-table - the keys, its key-list-cell, and each key
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

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #context = new LateController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, PARTS);
  }

  override render() {
    const { more, messages } = this.#context;
    if (!more) return nothing;
    const rows = Object.entries(more.shortcuts).map(
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
        <h2 part="key-list-heading" id="title">${more.keyList}</h2>
        <button part="key-list-button" type="button" @click=${() => this.dialog?.close()}>
          ${more.close}
        </button>
      </div>
      <p part="key-list-text">${more.keysWork}</p>
      <label part="key-list-tick">
        <input
          part="key-list-box"
          type="checkbox"
          .checked=${settings.chosen.keys !== false}
          @change=${this.#onChange}
        />
        ${more.useKeys}
      </label>
      <table part="key-list-table">
        <thead>
          <tr>
            <th part="key-list-cell" scope="col">${more.key}</th>
            <th part="key-list-cell" scope="col">${more.keyDoes}</th>
          </tr>
        </thead>
        <tbody>
          ${[...rows, [['Escape'], messages.stop] as const].map(
            ([keys, what]) =>
              html`<tr>
                <th part="key-list-cell" scope="row">
                  ${keys.map((key, index) => [
                    index > 0 ? ` ${more.or} ` : '',
                    html`<kbd part="key">${more.keyNames[key] ?? key.toUpperCase()}</kbd>`,
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

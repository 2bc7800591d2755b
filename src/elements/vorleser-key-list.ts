import { css, html, LitElement, nothing } from 'lit';
import { query } from 'lit/decorators/query.js';
import { settings } from '../playback/settings.js';
import { buttonStyle } from './button-style.js';
import { LateController } from './late-controller.js';
import { KEYS } from './shortcuts.js';

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
 * @csspart dialog - the native dialog
 * @csspart button - the native button
 */
export class VorleserKeyList extends LitElement {
  static override styles = [
    buttonStyle,
    css`
      dialog {
        box-sizing: border-box;
        inline-size: 30em;
        max-inline-size: calc(100vw - 1rem);
        max-block-size: calc(100vh - 1rem);
        padding: 1rem;
        border: 1px solid;
        border-radius: var(--vorleser-radius, 6px);
        background: Canvas;
        color: CanvasText;
        line-height: 1.5;
        overflow: auto;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
      }
      h2 {
        margin: 0;
        font-size: 1.25em;
      }
      .head button {
        border-color: currentcolor;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.75em;
        min-block-size: 44px;
      }
      input {
        flex: none;
        inline-size: 1.5em;
        block-size: 1.5em;
      }
      input:focus-visible {
        outline: 3px solid currentcolor;
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
        text-align: start;
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

  override render() {
    const { more, messages } = this.#context;
    if (!more) return nothing;
    const rows = Object.entries(more.shortcuts).map(
      ([command, what]) => [KEYS[command as keyof typeof KEYS], what] as const,
    );
    return html`<dialog
      part="dialog"
      lang=${messages.lang}
      aria-labelledby="title"
      closedby="any"
      @close=${() => this.remove()}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <div class="head">
        <h2 id="title">${more.keyList}</h2>
        <button part="button" type="button" @click=${() => this.dialog?.close()}>
          ${more.close}
        </button>
      </div>
      <p>${more.keysWork}</p>
      <label>
        <input
          type="checkbox"
          .checked=${settings.chosen.keys !== false}
          @change=${this.#onChange}
        />
        ${more.useKeys}
      </label>
      <table>
        <thead>
          <tr>
            <th scope="col">${more.key}</th>
            <th scope="col">${more.keyDoes}</th>
          </tr>
        </thead>
        <tbody>
          ${[...rows, [['Escape'], messages.stop] as const].map(
            ([keys, what]) =>
              html`<tr>
                <th scope="row">
                  ${keys.map((key, index) => [
                    index > 0 ? ` ${more.or} ` : '',
                    html`<kbd>${more.keyNames[key] ?? key.toUpperCase()}</kbd>`,
                  ])}
                </th>
                <td>${what}</td>
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

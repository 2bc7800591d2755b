import { css, html, LitElement, nothing } from 'lit';
import type { PanelMessages } from '../locales/panels/panel-messages.js';
import type { Playback } from '../playback/playback.js';
import type { SleepTimer } from '../playback/sleep-timer.js';
import { durationInWords } from './shared/format-duration.js';
import { exportParts } from './shared/export-parts.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { moonIcon } from './vorleser-sleep-select.js';

const MINUTE = 60_000;

/**
 * Shows in the player's status line when the sleep timer will pause the reading, and that it has. The time left is not
 * announced, since a voice is speaking; it is for the eye, and for screen-reader users who move there.
 *
 * @csspart sleep - the text
 */
export class VorleserSleep extends LitElement {
  static override styles = css`
    svg {
      inline-size: 1em;
      block-size: 1em;
      vertical-align: -0.1em;
    }
  `;

  /** The sleep timer of the player around it. */
  timer: SleepTimer | null = null;

  readonly #context = new PanelMessagesController(this);
  #minute: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, ['sleep']);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#minute);
  }

  override render() {
    const { panel, playback } = this.#context;
    if (!panel || !playback || !this.timer) return nothing;
    const ahead = timeLeft(playback, this.timer, panel);
    const ended = this.timer.hasPaused ? panel.sleepTimerEnded : '';
    // The space is for the other text of the status line.
    return html` <span part="sleep">
      ${ahead || ended ? moonIcon : nothing} <span>${ahead}</span>
      <span role="status">${ended}</span>
    </span>`;
  }

  /** The text needs an update once a minute. */
  protected override updated(): void {
    clearTimeout(this.#minute);
    const left = this.timer?.left ?? 0;
    if (left > 0 && typeof this.#context.playback?.sleep === 'number')
      this.#minute = setTimeout(() => this.requestUpdate(), left % MINUTE || MINUTE);
  }
}

function timeLeft({ sleep }: Playback, { left }: SleepTimer, panel: PanelMessages): string {
  if (sleep === null) return '';
  if (sleep === 'section') return panel.sleepsAfterSection;
  if (left === 0) return panel.sleepsAfterSentence;
  return panel.sleepsIn(durationInWords(Math.ceil(left / MINUTE) * 60, panel.lang));
}

/** Shows the sleep timer of a player: in its status line, or below the bar where a page has a bar of its own without one. */
export function showSleepTimer(player: HTMLElement, timer: SleepTimer): void {
  const line = new VorleserSleep();
  line.timer = timer;
  const tree = player.shadowRoot;
  const hasOwnBar = tree?.querySelector('slot')?.assignedElements().length;
  const status = (hasOwnBar ? player : tree)?.querySelector('vorleser-status');
  (status?.shadowRoot ?? tree?.querySelector('[part=bar]'))?.append(line);
}

if (!customElements.get('vorleser-sleep')) customElements.define('vorleser-sleep', VorleserSleep);

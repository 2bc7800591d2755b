import { css, html, LitElement, nothing } from 'lit';
import type { More } from '../locales/panels/panel-messages.js';
import type { Playback } from '../playback/playback.js';
import type { SleepTimer } from '../playback/sleep-timer.js';
import { inWords } from './shared/format-duration.js';
import { exportParts } from './shared/export-parts.js';
import { LateController } from './shared/panel-controller.js';
import { lateIcons } from './shared/late-icons.js';

const MINUTE = 60_000;

/**
 * Tells, in the player's line of text, when the sleep timer will end the reading, and that it has. The time that is left is for
 * the eye, and for whoever reads there with a screen reader: nothing is announced while a voice speaks.
 *
 * @csspart sleep - what is told
 */
export class VorleserSleep extends LitElement {
  static override styles = css`
    svg {
      inline-size: 1em;
      block-size: 1em;
      vertical-align: -0.1em;
    }
  `;

  timer: SleepTimer | null = null;

  readonly #context = new LateController(this);
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
    const { more, playback } = this.#context;
    if (!more || !playback || !this.timer) return nothing;
    const ahead = aheadOf(playback, this.timer, more);
    const slept = this.timer.hasPaused ? more.slept : '';
    // The space before it is there only where something else stands in the line.
    return html` <span part="sleep">
      ${ahead || slept ? lateIcons.sleep : nothing} <span>${ahead}</span>
      <span role="status">${slept}</span>
    </span>`;
  }

  /** What is told holds for a minute. */
  protected override updated(): void {
    clearTimeout(this.#minute);
    const left = this.timer?.left ?? 0;
    if (left > 0 && typeof this.#context.playback?.sleep === 'number')
      this.#minute = setTimeout(() => this.requestUpdate(), left % MINUTE || MINUTE);
  }
}

function aheadOf({ sleep }: Playback, { left }: SleepTimer, more: More): string {
  if (sleep === null) return '';
  if (sleep === 'section') return more.sleepsAfterSection;
  if (left === 0) return more.sleepsAfterSentence;
  return more.sleepsIn(inWords(Math.ceil(left / MINUTE) * 60, more.lang));
}

/** Lets a player tell of its sleep timer: in its line of text, or below the bar where a page has made one without that. */
export function tellSleep(player: HTMLElement, timer: SleepTimer): void {
  const line = new VorleserSleep();
  line.timer = timer;
  const tree = player.shadowRoot;
  const hasOwnBar = tree?.querySelector('slot')?.assignedElements().length;
  const status = (hasOwnBar ? player : tree)?.querySelector('vorleser-status');
  (status?.shadowRoot ?? tree?.querySelector('[part=bar]'))?.append(line);
}

if (!customElements.get('vorleser-sleep')) customElements.define('vorleser-sleep', VorleserSleep);

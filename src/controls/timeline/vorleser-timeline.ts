import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { afterPaint } from '../../highlight/after-paint.js';
import { formatNumber } from '../../locales/format-number.js';
import type { Messages } from '../../locales/messages.js';
import type { Playback } from '../../playback/playback.js';
import { isReading } from '../../playback/state.js';
import { clockTime } from '../shared/clock-time.js';
import { durationInWords } from '../shared/format-duration.js';
import { excerpt } from '../shared/excerpt.js';
import { PlaybackController } from '../shared/playback-context.js';
import { timeLeft } from '../shared/time-left.js';
import { timelineStyle } from './timeline-style.js';

/**
 * The article as a line, with its headings as marks: shows and changes the position of the player around it. A native slider.
 * Its keys move by sentences (arrows) and paragraphs (Page Up, Page Down), or to the ends (Home, End).
 *
 * While the slider has the focus, its value does not change with the voice. Otherwise it changes only when its text does. So
 * screen readers do not announce every sentence.
 *
 * @csspart slider - the native slider, invisible over what is drawn
 * @csspart track - the line
 * @csspart heard - the part of the line that has been heard
 * @csspart mark - a heading on the line
 * @csspart thumb - the current position
 * @csspart preview - the sentence at the thumb, while it is dragged
 */
export class VorleserTimeline extends LitElement {
  static override properties = { scrubbed: { state: true } };

  static override styles = timelineStyle;

  /** Where the thumb is dragged to, in seconds, until it is released. */
  private scrubbed: number | null = null;

  readonly #context = new PlaybackController(this, ['timeupdate', 'durationchange', 'cuechange']);

  /** Whether the touch that began on the slider scrolls the page. */
  #isSwipe = false;

  /** Cached, since the headings move only when the duration changes. */
  #marked: { duration: number; marks: TemplateResult[] } = { duration: NaN, marks: [] };

  override render() {
    const { messages, playback } = this.#context;
    const duration = playback?.estimatedDuration || 0;
    return html`<input
        type="range"
        part="slider"
        min="0"
        step="any"
        aria-label=${messages.timeline}
        @input=${() => (this.scrubbed = this.#slider.valueAsNumber)}
        @change=${this.#onChange}
        @pointerdown=${() => (this.#isSwipe = false)}
        @pointercancel=${this.#onSwipe}
        @keydown=${this.#onKeyDown}
      />
      <div class="drawn" aria-hidden="true">
        <div class="track" part="track"></div>
        <div class="heard" part="heard"></div>
        ${this.#marks(duration)}
        <div class="thumb" part="thumb"></div>
      </div>
      ${this.scrubbed === null ? nothing : this.#preview(this.scrubbed)}`;
  }

  protected override updated(): void {
    const { messages, playback } = this.#context;
    if (!playback) return;
    const duration = playback.estimatedDuration || 0;
    const time = this.scrubbed ?? playback.currentTime;
    const at = duration > 0 ? Math.min(time / duration, 1) : 0;
    // Transforms need no layout.
    this.#part('.heard').style.scale = `${at} 1`;
    this.#part('.thumb').style.translate = `${at * 100}cqi`;
    const still =
      this.shadowRoot?.activeElement === this.#slider &&
      (isReading(playback.state) || playback.ended) &&
      !playback.seeking;
    if (still || this.scrubbed !== null) return;
    // Setting it lays the slider out, even where it stays the same.
    if (this.#slider.max !== String(duration)) this.#slider.max = String(duration);
    const text = valueText(playback, messages);
    if (this.#slider.ariaValueText === text) return;
    this.#slider.value = String(time);
    this.#slider.ariaValueText = text;
  }

  get #slider(): HTMLInputElement {
    return this.renderRoot.querySelector('input') as HTMLInputElement;
  }

  #part(selector: string): HTMLElement {
    return this.renderRoot.querySelector(selector) as HTMLElement;
  }

  #marks(duration: number) {
    if (duration === this.#marked.duration) return this.#marked.marks;
    const headings = duration > 0 ? (this.#context.playback?.track?.headings ?? []) : [];
    const marks = headings
      .filter(({ startTime }) => startTime > 0)
      .map(
        ({ startTime }) =>
          html`<div
            class="mark"
            part="mark"
            .style=${`left: ${(startTime / duration) * 100}%`}
          ></div>`,
      );
    this.#marked = { duration, marks };
    return marks;
  }

  #preview(seconds: number) {
    const cue = this.#context.playback?.track?.cueAt(seconds);
    const rate = this.#context.playback?.spokenRate ?? 1;
    return html`<div class="preview" part="preview" aria-hidden="true">
      ${clockTime(seconds / rate)} ${cue ? excerpt(cue.text) : ''}
    </div>`;
  }

  #onChange(): void {
    const { playback } = this.#context;
    const seconds = this.#slider.valueAsNumber;
    const isSwipe = this.#isSwipe;
    afterPaint(() => {
      if (playback && !isSwipe) playback.currentTime = seconds;
      this.scrubbed = null;
    });
  }

  /** The slider has moved to where the swipe began, which was not meant. Chromium reports that as a change when the swipe ends. */
  #onSwipe(): void {
    this.#isSwipe = true;
    this.scrubbed = null;
    this.#slider.value = String(this.#context.playback?.currentTime ?? 0);
  }

  #onKeyDown(event: KeyboardEvent): void {
    const { playback } = this.#context;
    if (!playback || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = this.#actions(playback)[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    afterPaint(act);
  }

  #actions(playback: Playback): Record<string, (() => void) | undefined> {
    const next = () => playback.next();
    const previous = () => playback.previous();
    const [right, left] = mirrored(this) ? [previous, next] : [next, previous];
    return {
      ArrowRight: right,
      ArrowLeft: left,
      ArrowUp: next,
      ArrowDown: previous,
      PageUp: () => playback.next('paragraph'),
      PageDown: () => playback.previous('paragraph'),
      Home: () => playback.seekToCue(0),
      End: () => (playback.currentTime = Infinity),
    };
  }
}

function mirrored(element: Element): boolean {
  return element.matches(':dir(rtl)');
}

/** "Absatz 3 von 7, noch etwa 2 Minuten" */
function valueText(playback: Playback, messages: Messages): string {
  const { paragraph: position } = playback;
  const { lang } = messages;
  const time = messages.about(durationInWords(timeLeft(playback) || 0, lang));
  if (position.paragraph === 0) return time;
  const place = messages.position(
    formatNumber(position.paragraph, lang),
    formatNumber(position.paragraphs, lang),
  );
  return `${place}, ${messages.remaining(time)}`;
}

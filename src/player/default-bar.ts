import { html, nothing } from 'lit';
import { quotableExcerpt } from '../controls/shared/excerpt.js';
import { durationInWords, shortDuration } from '../controls/shared/format-duration.js';
import { timeLeft } from '../controls/shared/time-left.js';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';

/** What the default bar shows beside the play button. */
export interface BarContent {
  readonly messages: Messages;
  readonly playback: Playback;
  /** The controls of a reading, while there is one; null before. */
  readonly readingRow: unknown;
  /** Whether the settings are shown: they stay when a reading begins. */
  readonly settingsShown: boolean;
  readonly onSettings: (event: Event) => void;
  /** Whether a recording is the article's voice. */
  readonly hasRecording: boolean;
}

/**
 * The controls of a player without slotted controls: one row. Before anybody listens it says how long the article takes and who
 * reads; during a reading it holds the controls of that, and begins with a link past them for the keyboard.
 */
export function defaultBar(content: BarContent) {
  const { messages, readingRow, settingsShown, onSettings } = content;
  return html`<div class="fit">
      ${
        readingRow
          ? html`<a class="hidden" part="skip-link" href="#" @click=${skipControls}
              >${messages.skip}</a
            >`
          : nothing
      }
      <div part="controls" class=${stateOf(content)}>
        <vorleser-play-button
          part="play-box"
          exportparts="button, button:play-button, label, label:play-label"
        ></vorleser-play-button>
        <vorleser-status part="status"></vorleser-status>
        ${readingRow ?? idleRow(content)}
        ${
          readingRow && !settingsShown
            ? nothing
            : html`<vorleser-settings-button
                part="idle-settings"
                exportparts="button, button:settings-button"
                @toggle=${onSettings}
              ></vorleser-settings-button>`
        }
      </div>
    </div>
    <div class="end" tabindex="-1"></div>`;
}

/** For the style: whether there is a reading, and whether one would resume where an earlier visit ended. */
function stateOf({ readingRow, playback }: BarContent): string {
  if (readingRow) return 'reading';
  return playback.resumePosition ? 'idle kept' : 'idle';
}

function idleRow(content: BarContent) {
  return html`${details(content)}
  ${
    content.playback.resumePosition
      ? html`<vorleser-start-over-button
          exportparts="button, button:start-over-button"
        ></vorleser-start-over-button>`
      : nothing
  }`;
}

/** How long it takes and who reads. Nothing until the time is known, which would move what is after it. */
function details(content: BarContent) {
  const seconds = timeLeft(content.playback);
  return Number.isNaN(seconds) ? nothing : [duration(content, seconds), reader(content)];
}

/** About how long the article takes, or the rest of it: short for the eye, in words for screen readers. */
function duration({ messages, playback }: BarContent, seconds: number) {
  const { lang } = messages;
  const say = (time: string) =>
    playback.resumePosition ? messages.remaining(messages.about(time)) : messages.about(time);
  return html`<span part="time"
    ><span aria-hidden="true">${say(shortDuration(seconds, lang))}</span
    ><span class="hidden">${say(durationInWords(seconds, lang))}</span></span
  >`;
}

/** Who reads, or where reading resumes. While a voice is loaded, and after a failure, the status has that place. */
function reader({ messages, playback, hasRecording }: BarContent) {
  const { state, resumePosition, notice } = playback;
  if (state !== 'idle' || notice) return nothing;
  if (resumePosition)
    return html`<span part="reader"
      >${messages.resumesFrom(quotableExcerpt(resumePosition.text))}</span
    >`;
  return hasRecording
    ? html`<vorleser-recording part="reader"></vorleser-recording>`
    : html`<span part="reader">${messages.readByComputer}</span>`;
}

/** Moves the focus past the controls. */
function skipControls(event: Event): void {
  event.preventDefault();
  const tree = (event.target as Element).getRootNode() as ShadowRoot;
  tree.querySelector<HTMLElement>('.end')?.focus();
}

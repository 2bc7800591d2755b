import { html, nothing, type TemplateResult } from 'lit';
import { quotableExcerpt } from '../controls/shared/excerpt.js';
import { durationInWords, shortDuration } from '../controls/shared/format-duration.js';
import { timeLeft } from '../controls/shared/time-left.js';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { isReading } from '../playback/state.js';

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
          >${readingRow ? nothing : playDetails(content)}</vorleser-play-button
        >
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

/** For the style: whether there is a reading, one is about to begin, or one would resume where an earlier visit ended. */
function stateOf({ readingRow, playback }: BarContent): string {
  if (readingRow) return 'reading';
  if (isReading(playback.state)) return 'idle waiting';
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
  const { messages, playback } = content;
  const seconds = timeLeft(playback);
  if (Number.isNaN(seconds)) return nothing;
  const about = (time: string) => duration(content, messages.about(time));
  const who = reader(content, html`<vorleser-recording></vorleser-recording>`);
  return [
    html`<span part="time"
      ><span aria-hidden="true">${about(shortDuration(seconds, messages.lang))}</span
      ><span class="hidden">${about(durationInWords(seconds, messages.lang))}</span></span
    >`,
    who && html`<span part="reader">${who}</span>`,
  ];
}

/** The same for the eye, within the play button: a phone has room for it there. */
function playDetails(content: BarContent) {
  const { messages, playback } = content;
  const seconds = timeLeft(playback);
  const who = reader(content, html`<vorleser-recording brief></vorleser-recording>`);
  return html`<span part="play-details" aria-hidden="true"
    >${
      Number.isNaN(seconds)
        ? nothing
        : [duration(content, shortDuration(seconds, messages.lang)), who && [' · ', who]]
    }</span
  >`;
}

/** How long the article takes, or the rest of it. */
function duration({ messages, playback }: BarContent, time: string): string {
  return playback.resumePosition ? messages.remaining(time) : time;
}

/** Who reads, or where reading resumes; empty while a voice is loaded, and after a failure: the status has that place. */
function reader({ messages, playback, hasRecording }: BarContent, recording: TemplateResult) {
  const { state, resumePosition, notice } = playback;
  if (state !== 'idle' || notice) return '';
  if (resumePosition) return messages.resumesFrom(quotableExcerpt(resumePosition.text));
  return hasRecording ? recording : messages.readByComputer;
}

/** Moves the focus past the controls. */
function skipControls(event: Event): void {
  event.preventDefault();
  const tree = (event.target as Element).getRootNode() as ShadowRoot;
  tree.querySelector<HTMLElement>('.end')?.focus();
}

import { css, html, LitElement } from 'lit';
import type { Messages } from '../locales/messages.js';
import { hasLostExclusivePlayback } from '../playback/exclusive-playback.js';
import type { Playback } from '../playback/playback.js';
import { isSilent } from '../playback/silence.js';
import { isReading } from '../playback/state.js';
import type { SpeechError } from '../speech/engine.js';
import { quotableExcerpt } from './shared/excerpt.js';
import { visuallyHidden } from './shared/visually-hidden.js';
import { PlaybackController } from './shared/playback-context.js';

/**
 * Shows in a sentence what the player around it is doing, what went wrong, and where it resumes. Only messages shown while no
 * voice speaks are in a live region; progress and a change of voice are only visible.
 *
 * @csspart resume - the sentence at which reading resumes after an earlier visit
 */
export class VorleserStatus extends LitElement {
  static override properties = { details: { state: true } };

  static override styles = [
    visuallyHidden,
    css`
      :host {
        display: block;
        position: relative;
        min-block-size: 1.5em;
        line-height: 1.5;
        unicode-bidi: plaintext;
      }
      :host(:dir(rtl)) {
        text-align: right;
      }
    `,
  ];

  /** Describes the voice that speaks; null until that is needed. */
  private details: ((playback: Playback) => string) | null = null;
  /** The language that it does so in. */
  #lang = '';
  readonly #context = new PlaybackController(this);

  override render() {
    const { messages, playback } = this.#context;
    const shown = playback ? this.#shown(playback, messages) : '';
    const { notice, resumePosition } = playback ?? {};
    const resumes =
      !notice && resumePosition ? messages.resumesFrom(quotableExcerpt(resumePosition.text)) : '';
    const isReason = shown && playback?.notice?.kind === 'empty';
    const announcement = isReason ? shown : playback ? announced(playback, messages) : '';
    // The play button shows that, too.
    const isSeen = [messages.paused, messages.ended].includes(announcement);
    // Without text between the elements, which browsers take for one that moves when they get some: a layout shift.
    return html`<span role="status" class=${isSeen ? 'hidden' : ''}>${announcement}</span
      ><span>${shown && !isReason ? ` ${shown}` : ''}</span
      ><span part="resume">${resumes && ` ${resumes}`}</span>`;
  }

  #shown(playback: Playback, messages: Messages): string {
    const { notice } = playback;
    if (notice?.kind === 'loading') return messages.percent(notice.share);
    if (!hasDetails(playback)) return '';
    if (messages.lang !== this.#lang) void this.#loadDetails(messages);
    return this.details?.(playback) ?? '';
  }

  async #loadDetails(messages: Messages): Promise<void> {
    this.#lang = messages.lang;
    const { loadStatusDetails } = await import('./status-details.js');
    this.details = await loadStatusDetails(messages);
  }
}

function announced(playback: Playback, messages: Messages): string {
  const { notice, state } = playback;
  switch (notice?.kind) {
    case 'loading':
      return messages.loadingVoice;
    case 'silent':
      return silence(notice.reason, messages);
    case 'blocked':
    case 'empty':
    case 'gone':
      return messages[notice.kind];
    default:
      if (isReading(state) && isSilent(playback)) return messages.soundIsOff;
      if (state === 'paused') return hasLostExclusivePlayback(playback) ? '' : messages.paused;
      return state === 'ended' ? messages.ended : '';
  }
}

/** Why nothing is read, and what the listener can do about it. */
function silence(reason: SpeechError['reason'], messages: Messages): string {
  switch (reason) {
    case 'missing':
      return messages.filesMissing;
    case 'blocked':
      return messages.notAllowed;
    case 'no-voice':
      return messages.noVoice;
    default:
      return messages.silent;
  }
}

/** Whether there is more to say about the voice that speaks, or why nothing is read. */
function hasDetails({ notice, playbackRate, spokenRate }: Playback): boolean {
  return notice?.kind === 'takeover' || notice?.kind === 'empty' || spokenRate !== playbackRate;
}

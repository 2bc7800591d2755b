import { css, html, LitElement } from 'lit';
import type { Messages } from '../locales/messages.js';
import { hasLostExclusivePlayback } from '../playback/exclusive-playback.js';
import type { Playback } from '../playback/playback.js';
import { isSilent } from '../playback/silence.js';
import { isReading } from '../playback/state.js';
import { excerpt } from './shared/excerpt.js';
import { PlaybackController } from './shared/playback-context.js';

/**
 * Shows in a sentence what the player around it is doing, what went wrong, and where it resumes. Only messages shown while no
 * voice speaks are in a live region; progress and a change of voice are only visible.
 */
export class VorleserStatus extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-block-size: 1.5em;
      line-height: 1.5;
      unicode-bidi: plaintext;
    }
    :host(:dir(rtl)) {
      text-align: right;
    }
  `;

  readonly #context = new PlaybackController(this);

  override render() {
    const { messages, playback } = this.#context;
    return html`<span role="status">${playback ? announced(playback, messages) : ''}</span>
      <span>${playback ? shown(playback, messages) : ''}</span>`;
  }
}

function announced(playback: Playback, messages: Messages): string {
  const { notice, state } = playback;
  switch (notice?.kind) {
    case 'loading':
      return messages.loadingVoice;
    case 'silent':
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

function shown(playback: Playback, messages: Messages): string {
  const { notice, resumePosition } = playback;
  if (notice?.kind === 'loading') return messages.percent(notice.share);
  if (notice?.kind === 'takeover') {
    const takeover = messages.takeover(nameOf(notice.from, messages), nameOf(notice.to, messages));
    return `${takeover} ${rateLimit(playback, messages)}`;
  }
  if (!notice && resumePosition) return messages.resumesFrom(excerpt(resumePosition.text));
  return rateLimit(playback, messages);
}

/** The message that the voice cannot speak as fast or as slowly as the listener has chosen. */
function rateLimit({ playbackRate, spokenRate }: Playback, messages: Messages): string {
  if (spokenRate < playbackRate) return messages.highestRate(messages.times(spokenRate));
  return spokenRate > playbackRate ? messages.lowestRate(messages.times(spokenRate)) : '';
}

function nameOf(engine: string, messages: Messages): string {
  return messages.engines[engine] ?? engine;
}

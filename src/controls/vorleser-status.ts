import { css, html, LitElement } from 'lit';
import type { Messages } from '../locales/messages.js';
import { isSilent } from '../playback/silence.js';
import type { Playback } from '../playback/playback.js';
import { isReading } from '../playback/state.js';
import { hasLostTurn } from '../playback/exclusive-playback.js';
import { excerpt } from './shared/excerpt.js';
import { PlaybackController } from './shared/playback-context.js';

/**
 * Tells in a sentence what the player around it is doing, what went wrong, and where it goes on. Only what is
 * said while no voice speaks stands in a live region; progress and the change of a voice are for the eye.
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
      if (isReading(state) && isSilent(playback)) return messages.silenced;
      if (state === 'paused') return hasLostTurn(playback) ? '' : messages.paused;
      return state === 'ended' ? messages.ended : '';
  }
}

function shown(playback: Playback, messages: Messages): string {
  const { notice, place } = playback;
  if (notice?.kind === 'loading') return messages.percent(notice.share);
  if (notice?.kind === 'takeover') {
    const takeover = messages.takeover(nameOf(notice.from, messages), nameOf(notice.to, messages));
    return `${takeover} ${limit(playback, messages)}`;
  }
  if (!notice && place) return messages.goesOnFrom(excerpt(place.text));
  return limit(playback, messages);
}

/** What a listener is told as long as the voice cannot speak as fast or as slowly as they wish. */
function limit({ playbackRate, spokenRate }: Playback, messages: Messages): string {
  if (spokenRate < playbackRate) return messages.highestRate(messages.times(spokenRate));
  return spokenRate > playbackRate ? messages.lowestRate(messages.times(spokenRate)) : '';
}

function nameOf(engine: string, messages: Messages): string {
  return messages.engines[engine] ?? engine;
}

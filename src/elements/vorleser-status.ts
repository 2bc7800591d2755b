import { css, html, LitElement } from 'lit';
import { de } from '../locales/de.js';
import type { Notice } from '../playback/notice.js';
import type { Playback } from '../playback/playback.js';
import { PlaybackController } from './playback-context.js';

/**
 * Tells in a sentence what the player around it is doing, what went wrong, and how long the article takes. Only what is
 * said while no voice speaks stands in a live region; progress and the change of a voice are for the eye.
 */
export class VorleserStatus extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-block-size: 1.5em;
      line-height: 1.5;
    }
  `;

  readonly #context = new PlaybackController(this);

  override render() {
    const playback = this.#context.playback;
    return html`<span role="status">${announced(playback?.notice ?? null)}</span>
      <span>${playback ? shown(playback) : ''}</span>`;
  }
}

function announced(notice: Notice | null): string {
  switch (notice?.kind) {
    case 'loading':
      return de.loadingVoice;
    case 'silent':
    case 'blocked':
    case 'empty':
    case 'gone':
      return de[notice.kind];
    default:
      return '';
  }
}

function shown(playback: Playback): string {
  const { notice, state, expectedDuration, playbackRate } = playback;
  if (notice?.kind === 'loading') return de.percent(notice.share);
  if (notice?.kind === 'takeover')
    return `${de.takeover(nameOf(notice.from), nameOf(notice.to))} ${limit(playback)}`;
  if (!notice && state === 'idle' && expectedDuration > 0)
    return de.length(Math.round(expectedDuration / 60 / playbackRate));
  return limit(playback);
}

/** What a listener is told as long as the voice cannot speak as fast or as slowly as they wish. */
function limit({ playbackRate, spokenRate }: Playback): string {
  if (spokenRate < playbackRate) return de.highestRate(spokenRate);
  return spokenRate > playbackRate ? de.lowestRate(spokenRate) : '';
}

function nameOf(engine: string): string {
  return de.engines[engine] ?? engine;
}

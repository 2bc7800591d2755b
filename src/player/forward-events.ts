import type { Playback } from '../playback/playback.js';
import type { Word } from '../speech/engine.js';

/** The playback's events that the element dispatches as well. None bubbles, as with media elements. */
const EVENTS = new Set(
  'play playing waiting pause seeking seeked timeupdate durationchange ratechange volumechange cuechange ended error'.split(
    ' ',
  ),
);

/**
 * Dispatches the events of a playback on its player.
 *
 * @param before called with each of them, and with `narrationchange` and `statechange`, before the player's listeners are
 */
export function forwardEvents(
  playback: Playback,
  player: HTMLElement,
  before: (event: Event) => void,
): void {
  const forward = (event: Event) => {
    before(event);
    if (EVENTS.has(event.type)) player.dispatchEvent(new Event(event.type));
    if (event.type === 'boundary') {
      const { detail } = event as CustomEvent<Word>;
      player.dispatchEvent(new CustomEvent('boundary', { detail }));
    }
  };
  for (const type of [...EVENTS, 'boundary', 'narrationchange', 'statechange'])
    playback.addEventListener(type, forward);
  playback.availableVoices.addEventListener('change', () =>
    player.dispatchEvent(new Event('voiceschange')),
  );
}

import type { Playback } from '../playback/playback.js';
import { settings } from '../settings/settings.js';
import { isReading } from '../playback/state.js';

/** The keys that move through a page, with and without a screen reader. */
const MOVES = /^(Tab|F6|Arrow.*|Page.*|Home|End)$/;

/** How long after the pointer was used a change of the focus or the selection is still its doing, in milliseconds. */
const POINTING = 500;

/**
 * Pauses a playback as soon as somebody moves through the page by keyboard or screen reader, outside of the player, where
 * they have chosen that. It does not go on by itself, since no page can know when a screen reader has finished. Why, and what
 * a page can notice at all: docs/screen-readers.md.
 */
export function yieldToReader(player: HTMLElement, playback: Playback): void {
  let listening: AbortController | null = null;
  const listenWhileReading = () => {
    if (isReading(playback.state)) {
      listening ??= listen(player, () => settings.chosen.yields && playback.pause());
    } else {
      listening?.abort();
      listening = null;
    }
  };
  playback.addEventListener('statechange', listenWhileReading);
  listenWhileReading();
}

function listen(player: HTMLElement, onMove: () => void): AbortController {
  const listening = new AbortController();
  let pointed = -Infinity;
  const isPointing = () => performance.now() - pointed < POINTING;
  const isOutside = (event: Event) => !event.composedPath().includes(player);
  const on = (type: string, handle: (event: Event) => void) =>
    document.addEventListener(type, handle, { capture: true, signal: listening.signal });

  for (const type of ['pointerdown', 'pointermove', 'pointerup'])
    on(type, () => (pointed = performance.now()));
  on('keydown', (event) => {
    if (MOVES.test((event as KeyboardEvent).key) && isOutside(event)) onMove();
  });
  on('focusin', (event) => {
    if (!isPointing() && isOutside(event)) onMove();
  });
  on('selectionchange', () => {
    if (!isPointing() && !player.matches(':focus-within')) onMove();
  });
  return listening;
}

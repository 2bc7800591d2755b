import type { Playback } from '../playback/playback.js';
import { settings } from '../settings/store.js';
import { isReading } from '../playback/state.js';

/** The keys that move through a page, with and without a screen reader. */
const NAVIGATION_KEYS = /^(Tab|F6|Arrow.*|Page.*|Home|End)$/;

/** For how long after a pointer event a change of the focus or the selection is attributed to it, in milliseconds. */
const POINTER_TIME = 500;

/**
 * Pauses a playback when the listener moves through the page with the keyboard or a screen reader, outside of the player, if
 * they have chosen that. It does not resume by itself, since a page cannot know when a screen reader has finished. Which events
 * a page can observe: docs/screen-readers.md.
 */
export function pauseOnNavigation(player: HTMLElement, playback: Playback): void {
  let listening: AbortController | null = null;
  const listenWhileReading = () => {
    if (isReading(playback.state)) {
      listening ??= listen(player, () => settings.current.yields && playback.pause());
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
  const isPointing = () => performance.now() - pointed < POINTER_TIME;
  const isOutside = (event: Event) => !event.composedPath().includes(player);
  const on = (type: string, handle: (event: Event) => void) =>
    document.addEventListener(type, handle, { capture: true, signal: listening.signal });

  for (const type of ['pointerdown', 'pointermove', 'pointerup'])
    on(type, () => (pointed = performance.now()));
  on('keydown', (event) => {
    if (NAVIGATION_KEYS.test((event as KeyboardEvent).key) && isOutside(event)) onMove();
  });
  on('focusin', (event) => {
    if (!isPointing() && isOutside(event)) onMove();
  });
  on('selectionchange', () => {
    if (!isPointing() && !player.matches(':focus-within')) onMove();
  });
  return listening;
}

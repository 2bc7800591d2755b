import { MediaSessionLink } from '../playback/media-session.js';
import type { Playback } from '../playback/playback.js';
import { settings } from '../playback/settings.js';
import { SleepTimer } from '../playback/sleep-timer.js';
import { obeyKeys } from './shortcuts.js';

/** Joins a player and what is around it: the keyboard, the system's media controls, a clock, and whoever reads the page otherwise. */
export function joinSurroundings(player: HTMLElement, playback: Playback): void {
  obeyKeys(player, playback);
  MediaSessionLink.join(playback);
  new SleepTimer(playback);
  const yieldIfChosen = () => {
    if (!settings.chosen.yields) return;
    playback.removeEventListener('cuechange', yieldIfChosen);
    void import('./yield-to-reader.js').then(({ yieldToReader }) =>
      yieldToReader(player, playback),
    );
  };
  playback.addEventListener('cuechange', yieldIfChosen);
}

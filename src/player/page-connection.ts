import { MediaSessionLink } from '../playback/media-session.js';
import type { Playback } from '../playback/playback.js';
import { settings } from '../settings/settings.js';
import { SleepTimer } from '../playback/sleep-timer.js';
import { ArticleLink } from '../page/article-view.js';
import { obeyKeys, type Press } from './shortcuts.js';
import type { VorleserPlayer } from './vorleser-player.js';

/**
 * Joins a player and what is around it: the article, the keyboard, the system's media controls, a clock, and whoever reads the
 * page otherwise.
 *
 * @param presses the keys that were pressed in the player by now
 */
export function joinSurroundings(
  player: VorleserPlayer,
  playback: Playback,
  presses: readonly Press[],
): ArticleLink {
  const link = new ArticleLink(playback);
  const applySettings = () => link.applySettings();
  player.addController({
    hostConnected: () => settings.addEventListener('change', applySettings),
    hostDisconnected: () => {
      settings.removeEventListener('change', applySettings);
      queueMicrotask(() => player.isConnected || link.leave());
    },
  });
  obeyKeys(player, playback, presses);
  MediaSessionLink.join(playback);
  const timer = new SleepTimer(playback);
  const tellSleep = () =>
    void import('./listening-elements.js').then((late) => late.tellSleep(player, timer));
  if (playback.sleep === null) playback.addEventListener('sleepchange', tellSleep, { once: true });
  else tellSleep();
  const yieldIfChosen = () => {
    if (!settings.chosen.yields) return;
    playback.removeEventListener('cuechange', yieldIfChosen);
    void import('../page/pause-on-navigation.js').then(({ yieldToReader }) =>
      yieldToReader(player, playback),
    );
  };
  playback.addEventListener('cuechange', yieldIfChosen);
  return link;
}

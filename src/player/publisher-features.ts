import type { ArticleHost } from '../page/article-host.js';
import type { Playback } from '../playback/playback.js';

/** What publishers ask for with attributes of the player: loaded where they have done so, when play is pressed. */
export function connectPublisherFeatures(player: ArticleHost, playback: Playback): void {
  onFirstPlay(playback, () => {
    if (!player.hasAttribute('statistics')) return false;
    void import('./statistics.js').then(
      ({ StatisticsReporter }) => new StatisticsReporter(player, playback),
    );
    return true;
  });
}

/** Calls back at each play, beginning with one that is under way, until that has loaded what it is for. */
function onFirstPlay(playback: Playback, load: () => boolean): void {
  const onPlay = () => {
    if (load()) playback.removeEventListener('play', onPlay);
  };
  playback.addEventListener('play', onPlay);
  if (!playback.paused) onPlay();
}

/** The script for any page, `dist/vorleser.js`: registers the elements, and with `data-auto` puts a player on the page. */
import { loadQueueElements } from './controls/queue/queue-elements.js';
import { loadModule } from './console/load-module.js';
import { isFirst } from './define.js';

/** The tag of a module cannot be known for certain, only that of a classic script. */
const tag = document.currentScript ?? document.querySelector('[data-auto][src*=vorleser]');
const { auto, ...options } = (tag as HTMLElement | null)?.dataset ?? {};
if (isFirst && auto !== undefined)
  void loadModule(import('./page/automatic-player.js'), 'offerPlayer').then(({ offerPlayer }) =>
    offerPlayer(options),
  );

// Before the page is parsed, a classic script finds nothing; after it is loaded, there is no event.
if (isFirst) {
  loadQueueElements();
  addEventListener('load', loadQueueElements);
}

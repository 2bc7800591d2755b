/** Registers the elements. A second copy of this module on the same page does nothing: the first one wins. */
import { VorleserArticle } from './elements/vorleser-article.js';
import { VorleserPlayButton } from './elements/vorleser-play-button.js';
import { VorleserPlayer } from './elements/vorleser-player.js';
import { VorleserSkipButton } from './elements/vorleser-skip-button.js';
import { VorleserStatus } from './elements/vorleser-status.js';
import { VorleserStopButton } from './elements/vorleser-stop-button.js';

const elements: Record<string, CustomElementConstructor> = {
  'vorleser-article': VorleserArticle,
  'vorleser-player': VorleserPlayer,
  'vorleser-play-button': VorleserPlayButton,
  'vorleser-skip-button': VorleserSkipButton,
  'vorleser-stop-button': VorleserStopButton,
  'vorleser-status': VorleserStatus,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

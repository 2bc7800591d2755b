/** Registers the elements. A second copy of this module on the same page does nothing: the first one wins. */
import { VorleserArticle } from './elements/vorleser-article.js';
import { VorleserBackButton } from './elements/vorleser-back-button.js';
import { VorleserPlaceButton } from './elements/vorleser-place-button.js';
import { VorleserPlayButton } from './elements/vorleser-play-button.js';
import { VorleserPlayer } from './elements/vorleser-player.js';
import { VorleserRateSelect } from './elements/vorleser-rate-select.js';
import { VorleserSettingsButton } from './elements/vorleser-settings-button.js';
import { VorleserSkipButton } from './elements/vorleser-skip-button.js';
import { VorleserStatus } from './elements/vorleser-status.js';
import { VorleserStopButton } from './elements/vorleser-stop-button.js';
import { VorleserTime } from './elements/vorleser-time.js';
import { VorleserTimeline } from './elements/vorleser-timeline.js';

const elements: Record<string, CustomElementConstructor> = {
  'vorleser-article': VorleserArticle,
  'vorleser-player': VorleserPlayer,
  'vorleser-play-button': VorleserPlayButton,
  'vorleser-skip-button': VorleserSkipButton,
  'vorleser-stop-button': VorleserStopButton,
  'vorleser-back-button': VorleserBackButton,
  'vorleser-place-button': VorleserPlaceButton,
  'vorleser-rate-select': VorleserRateSelect,
  'vorleser-settings-button': VorleserSettingsButton,
  'vorleser-status': VorleserStatus,
  'vorleser-time': VorleserTime,
  'vorleser-timeline': VorleserTimeline,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

/** Registers the elements. A second copy of this module on the same page does nothing: the first one wins, and it is reported once. */
import { VorleserArticle } from './article/vorleser-article.js';
import { VorleserBackButton } from './controls/vorleser-back-button.js';
import { VorleserPlaceButton } from './controls/vorleser-place-button.js';
import { VorleserPlayButton } from './controls/vorleser-play-button.js';
import { VorleserPlayer } from './player/vorleser-player.js';
import { VorleserRateSelect } from './controls/vorleser-rate-select.js';
import { VorleserSettingsButton } from './controls/vorleser-settings-button.js';
import { VorleserSkipButton } from './controls/vorleser-skip-button.js';
import { VorleserStatus } from './controls/vorleser-status.js';
import { VorleserStopButton } from './controls/vorleser-stop-button.js';
import { VorleserTime } from './controls/vorleser-time.js';
import { VorleserTimeline } from './controls/timeline/vorleser-timeline.js';

export type { VorleserElements } from './elements.generated.js';

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

const first = customElements.get('vorleser-player') as { isReported?: boolean } | undefined;

/** Whether this copy has registered its elements. */
export const isFirst = !first;

if (!first)
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
else if (!first.isReported) {
  first.isReported = true;
  console.warn('vorleser: loaded twice; the first copy is used');
}

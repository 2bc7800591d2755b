/**
 * Registers the elements that a page needs before anyone listens. The others are registered when they are first used. If the page
 * loads this module twice, the first copy is used and the second one is reported, once.
 */
import { VorleserArticle } from './article/vorleser-article.js';
import { VorleserPlayButton } from './controls/vorleser-play-button.js';
import { VorleserPlayer } from './player/vorleser-player.js';
import { VorleserSettingsButton } from './controls/vorleser-settings-button.js';
import { VorleserStatus } from './controls/vorleser-status.js';

export type { VorleserElements } from './elements.generated.js';

const elements: Record<string, CustomElementConstructor> = {
  'vorleser-article': VorleserArticle,
  'vorleser-player': VorleserPlayer,
  'vorleser-play-button': VorleserPlayButton,
  'vorleser-settings-button': VorleserSettingsButton,
  'vorleser-status': VorleserStatus,
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

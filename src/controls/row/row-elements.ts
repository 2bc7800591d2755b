import { defineElements } from '../shared/define-elements.js';
import { VorleserTimeline } from '../timeline/vorleser-timeline.js';
import { VorleserBackButton } from '../vorleser-back-button.js';
import { VorleserLinkButton } from '../vorleser-link-button.js';
import { VorleserPlaceButton } from '../vorleser-place-button.js';
import { VorleserRateSelect } from '../vorleser-rate-select.js';
import { VorleserSkipButton } from '../vorleser-skip-button.js';
import { VorleserStartOverButton } from '../vorleser-start-over-button.js';
import { VorleserSleepSelect } from '../vorleser-sleep-select.js';
import { VorleserStopButton } from '../vorleser-stop-button.js';
import { VorleserTime } from '../vorleser-time.js';
import { VorleserVoiceSelect } from '../vorleser-voice-select.js';
import { VorleserMoreButton } from './vorleser-more-button.js';

const elements = {
  'vorleser-back-button': VorleserBackButton,
  'vorleser-link-button': VorleserLinkButton,
  'vorleser-more-button': VorleserMoreButton,
  'vorleser-place-button': VorleserPlaceButton,
  'vorleser-rate-select': VorleserRateSelect,
  'vorleser-skip-button': VorleserSkipButton,
  'vorleser-sleep-select': VorleserSleepSelect,
  'vorleser-start-over-button': VorleserStartOverButton,
  'vorleser-stop-button': VorleserStopButton,
  'vorleser-time': VorleserTime,
  'vorleser-timeline': VorleserTimeline,
  'vorleser-voice-select': VorleserVoiceSelect,
};

/** Defines the elements of the row that is shown while an article is read. */
export function defineRowElements(): void {
  defineElements(elements);
}

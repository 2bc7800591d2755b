import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { Sleep } from '../../playback/playback-options.js';
import { durationInWords } from './format-duration.js';

const MINUTES = [5, 15, 30, 60];

/** The choices of the sleep timer, and what they are called. */
export function sleepChoices(panel: PanelMessages): (readonly [Sleep, string])[] {
  return [
    [null, panel.sleepNever],
    ['section', panel.sleepSection],
    ...MINUTES.map((minutes) => [minutes, durationInWords(60 * minutes, panel.lang)] as const),
  ];
}

import { defineElements } from '../shared/define-elements.js';
import { VorleserLaterButton } from './vorleser-later-button.js';
import { VorleserQueue } from './vorleser-queue.js';

const elements = {
  'vorleser-later-button': VorleserLaterButton,
  'vorleser-queue': VorleserQueue,
};

/** Defines the elements of the listener's queue, where a page has them. */
export function defineQueue(): void {
  defineElements(elements);
}

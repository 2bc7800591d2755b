/** The elements of a player that are fetched, and define themselves, when the first of them is needed. */
export { VorleserConsent } from './vorleser-consent.js';
export { VorleserListenButton } from './vorleser-listen-button.js';
export { VorleserMiniBar } from './vorleser-mini-bar.js';
export { tellSleep } from './vorleser-sleep.js';

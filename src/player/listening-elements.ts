/** The elements of a player that are fetched, and define themselves, when the first of them is needed. */
export { VorleserConsent } from '../controls/vorleser-consent.js';
export { VorleserListenButton } from '../controls/vorleser-listen-button.js';
export { VorleserMiniBar } from '../controls/mini-bar/vorleser-mini-bar.js';
export { tellSleep } from '../controls/vorleser-sleep.js';

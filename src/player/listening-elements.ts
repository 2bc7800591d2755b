/** The elements that a player shows once the listener plays or selects text. They register themselves. */
export { VorleserConsent } from '../controls/vorleser-consent.js';
export { VorleserListenButton } from '../controls/vorleser-listen-button.js';
export { VorleserMiniBar } from '../controls/mini-bar/vorleser-mini-bar.js';
export { showSleepTimer } from '../controls/vorleser-sleep.js';

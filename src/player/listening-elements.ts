/** The elements that a player shows once the listener plays or selects text, which register themselves, and texts for them. */
export { VorleserConsent } from '../controls/vorleser-consent.js';
export { VorleserListenButton } from '../controls/vorleser-listen-button.js';
export { VorleserMiniBar } from '../controls/mini-bar/vorleser-mini-bar.js';
export { showSleepTimer } from '../controls/vorleser-sleep.js';
/** Already there when a voice is lost together with the network. */
export { loadStatusDetails } from '../controls/status-details.js';

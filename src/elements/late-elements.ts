/** The elements of a player that are fetched when the first of them is needed. */
import './vorleser-consent.js';
import './vorleser-listen-button.js';
import './vorleser-mini-bar.js';

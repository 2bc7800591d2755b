/** What the bookmarklet loads into a page. */
// @ts-expect-error It is built, and lies beside this one.
import './vorleser.js';

export { show } from './guest-player.js';

/** A DOM without a browser, and a parser that follows the standard. */
export { Window } from 'happy-dom';
export { parse, serialize } from 'parse5';

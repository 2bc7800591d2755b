/** A DOM without a browser. */
export { Window } from 'happy-dom';

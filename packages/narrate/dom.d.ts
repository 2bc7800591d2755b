export { Window } from 'happy-dom';
export { parse, serialize } from 'parse5';

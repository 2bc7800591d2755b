export type { Block } from './block.js';
export { Cue } from './cue.js';
export { createNarration, Narration, type NarrationOptions } from './narration.js';
export { segmentSentences } from './sentences.js';
export type { TextSpan } from './text-span.js';

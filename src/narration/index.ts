export { segmentSentences } from './sentences.js';
export type { Block } from './block.js';
export { Cue } from './cue.js';
export { createNarration, Narration } from './narration.js';
export type { NarrationOptions } from './narration-options.js';
export type { CuePosition } from './cue-position.js';
export type { Unit } from './navigation.js';
export type { TextSpan } from './text-span.js';

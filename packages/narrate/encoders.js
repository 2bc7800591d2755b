/**
 * Encoders for Opus and MP3, compiled to WebAssembly. `@evan/opus` also brings compiled libraries for some systems, which are left alone, so that
 * the sound is the same everywhere.
 */
// @ts-expect-error Its types are those of its main module.
export { Encoder as OpusEncoder } from '@evan/opus/wasm/index.mjs';
export { createMp3Encoder } from 'wasm-media-encoders';

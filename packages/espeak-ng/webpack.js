/**
 * `index.js` for webpack and Rspack, which would minify the engine again: that takes longer than the rest of a build. The loader emits
 * it as it is.
 */
import engine from '!!./webpack-loader.cjs!./assets/espeak-ng.js';
import worker from '!!./webpack-loader.cjs!./assets/worker.js';
import { give } from './asset-base.js';

give({
  worker,
  engine,
  german: new URL('./assets/german.data', import.meta.url),
  english: new URL('./assets/english.data', import.meta.url),
  french: new URL('./assets/french.data', import.meta.url),
  italian: new URL('./assets/italian.data', import.meta.url),
});

export { setAssetBase } from './asset-base.js';

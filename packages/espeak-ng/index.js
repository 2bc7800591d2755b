/** Gives the embedded voice to the players of the page. Bundlers copy the files that are named here and put in their addresses. */
import { give } from './asset-base.js';

give({
  worker: new URL('./assets/worker.js', import.meta.url),
  engine: new URL('./assets/espeak-ng.js', import.meta.url),
  german: new URL('./assets/german.data', import.meta.url),
  english: new URL('./assets/english.data', import.meta.url),
  french: new URL('./assets/french.data', import.meta.url),
  italian: new URL('./assets/italian.data', import.meta.url),
});

export { setAssetBase } from './asset-base.js';

/** The user script: the player in one file, so that no policy of a page can keep its parts from loading. */
import { hasArticle, show } from './guest-player.js';

async function run(): Promise<void> {
  if (!hasArticle() || document.querySelector('vorleser-player')) return;
  try {
    await import('../../src/define.js');
    // The embedded voice is a worker with files of its own, which a policy may forbid.
    await show('browser');
  } catch (error) {
    console.warn('vorleser: this page does not let the user script run', error);
  }
}

void run();

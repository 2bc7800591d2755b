/** The article page with a recording of its sentences, served, and what its tests do with it. */
import { launch, open, site as plain } from './site.mjs';
import { recordingOf, serveRecorded } from './recorded-site.mjs';

export const recording = await recordingOf(await sentencesOfThePage());
export const site = await serveRecorded(recording);

export function close() {
  plain.close();
  site.close();
}

async function sentencesOfThePage() {
  const browser = await launch('chromium');
  const { page } = await open(browser, plain.page);
  const texts = await page.evaluate(async () => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    while (player.cues.length === 0 || player.readyState < 4)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return player.cues.map((/** @type {any} */ { text }) => text);
  });
  await browser.close();
  return texts;
}

/**
 * Opens the article page, and waits until the player has taken its recording over.
 *
 * @param {import('puppeteer-core').Browser} browser
 */
export async function openRecorded(browser) {
  // The place of an earlier test is not kept.
  const opened = await open(browser, site.page, { before: () => localStorage.clear() });
  await opened.page.waitForFunction(
    () =>
      document
        .querySelector('vorleser-player')
        ?.shadowRoot?.querySelector('vorleser-recording')
        ?.shadowRoot?.textContent?.includes('Aufnahme'),
    { polling: 20 },
  );
  return opened;
}

/**
 * Who reads the first sentences, and the silence before each in milliseconds; hurries to the end of each that is recorded. Runs
 * in the page.
 *
 * @param {number} count
 * @returns {Promise<{ cue: string, engine: string, gap: number }[]>}
 */
export function readersOf(count) {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const audio = /** @type {HTMLAudioElement} */ (player.querySelector('audio'));
  /** @type {{ cue: string, engine: string, gap: number }[]} */
  const readers = [];
  let silentSince = performance.now();
  return new Promise((resolve) => {
    const note = () => {
      const { activeCue, engine } = player;
      if (!activeCue) silentSince = performance.now();
      else if (readers.at(-1)?.cue !== activeCue.text) {
        readers.push({ cue: activeCue.text, engine, gap: performance.now() - silentSince });
        const left = activeCue.endTime - activeCue.startTime - 0.5;
        if (engine === 'recording' && left > 0) audio.currentTime += left;
      }
      if (readers.length === count) {
        player.removeEventListener('cuechange', note);
        player.pause();
        resolve(readers);
      }
    };
    player.addEventListener('cuechange', note);
    note();
  });
}

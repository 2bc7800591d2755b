/**
 * Takes the screenshots for the README and docs/ from the built page while the embedded voice reads: `npm run pictures`.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from './serve.mjs';

process.chdir(path.join(import.meta.dirname, '..'));

/** Index of the cue that is being read in the pictures. */
const SENTENCE = 4;

/** @typedef {{ width: number, height: number, scale?: number, media?: Record<string, string>, settings?: boolean, path?: string, whole?: boolean }} Picture */

/** @type {Record<string, Picture>} */
const pictures = {
  light: { width: 800, height: 560 },
  dark: { width: 800, height: 560, media: { 'prefers-color-scheme': 'dark' } },
  'forced-colors': { width: 800, height: 560, media: { 'forced-colors': 'active' } },
  phone: { width: 360, height: 640, scale: 1.25 },
  'zoom-400': { width: 320, height: 256, scale: 4 },
  settings: { width: 800, height: 560, settings: true },
  styles: { width: 800, height: 560, path: 'stile/', whole: true },
};

const site = await serve(0);
const browser = await puppeteer.launch({
  executablePath: findChromium(),
  args: [...chromiumFlags, '--autoplay-policy=no-user-gesture-required'],
});
mkdirSync('docs/pictures', { recursive: true });
for (const [name, picture] of Object.entries(pictures)) {
  await take(`docs/pictures/${name}.png`, picture);
}
await take('docs/vorleser.png', { width: 800, height: 560 });
await browser.close();
site.close();

async function take(/** @type {string} */ file, /** @type {Picture} */ picture) {
  const { width, height, scale = 1, media = {}, settings = false, path = '', whole } = picture;
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(media).map(([name, value]) => ({ name, value })),
  });
  await page.goto(site.page + path, { waitUntil: 'networkidle0' });
  await page.evaluate(readTo, path ? 0 : SENTENCE);
  if (settings) {
    const button = await page.waitForSelector(
      'vorleser-player >>> vorleser-settings-button >>> button',
    );
    await button?.click();
    await page.waitForSelector(
      'vorleser-player >>> vorleser-settings-button >>> button[aria-expanded=true]',
    );
    await page.waitForNetworkIdle();
    await page.mouse.move(0, 0);
  }
  if (!whole) await page.evaluate(showPlayer);
  await page.screenshot({ path: file, fullPage: whole });
  await page.close();
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} KB`);
}

/** Starts reading at a cue and waits for its sixth word, so that the picture shows both highlights. */
async function readTo(/** @type {number} */ sentence) {
  localStorage.clear();
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  player.engines = 'embedded';
  player.seekToCue(sentence);
  await player.play();
  await new Promise((resolve) => {
    let words = 0;
    player.addEventListener('boundary', () => words++ === 5 && resolve(undefined));
  });
}

function showPlayer() {
  const player = /** @type {Element} */ (document.querySelector('vorleser-player'));
  const above = Math.min(110, innerHeight / 12);
  scrollTo({ top: player.getBoundingClientRect().top + scrollY - above, behavior: 'instant' });
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

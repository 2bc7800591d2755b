/**
 * Takes the screenshots for the README and docs/ from the built page while the embedded voice reads: `npm run pictures`.
 */
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from './serve.mjs';

process.chdir(path.join(import.meta.dirname, '..'));

/**
 * @typedef {object} Picture
 * @property {number} width of the screen, in CSS px
 * @property {number} height
 * @property {number} [scale]
 * @property {Record<string, string>} [media]
 * @property {number} [sentence] the index of the cue that is being read, by default of the second paragraph’s first
 * @property {boolean} [idle] whether nobody listens
 * @property {'settings' | 'more'} [open] the button that is pressed
 * @property {string} [theme]
 */

/** @type {Record<string, Picture>} */
const pictures = {
  idle: { width: 800, height: 560, idle: true },
  light: { width: 800, height: 560 },
  dark: { width: 800, height: 560, media: { 'prefers-color-scheme': 'dark' } },
  'forced-colors': { width: 800, height: 560, media: { 'forced-colors': 'active' } },
  phone: { width: 360, height: 640, scale: 1.25, sentence: 1 },
  'zoom-400': { width: 320, height: 256, scale: 4, sentence: 1 },
  more: { width: 800, height: 700, open: 'more' },
  'more-phone': { width: 360, height: 640, scale: 1.25, sentence: 1, open: 'more' },
  settings: { width: 800, height: 760, open: 'settings' },
  'theme-newspaper': { width: 720, height: 560, sentence: 1, theme: 'newspaper' },
  'theme-app': { width: 720, height: 560, sentence: 1, theme: 'app' },
  'theme-button': { width: 720, height: 560, sentence: 1, theme: 'button' },
  'theme-contrast': { width: 720, height: 560, sentence: 1, theme: 'contrast' },
};

const site = await serve(0);
const browser = await puppeteer.launch({
  executablePath: findChromium(),
  args: [...chromiumFlags(), '--autoplay-policy=no-user-gesture-required'],
});
mkdirSync('docs/pictures', { recursive: true });
for (const [name, picture] of Object.entries(pictures)) {
  await take(`docs/pictures/${name}.png`, picture);
}
copyFileSync('docs/pictures/light.png', 'docs/vorleser.png');
await browser.close();
site.close();

async function take(/** @type {string} */ file, /** @type {Picture} */ picture) {
  const { width, height, scale = 1, media = {}, sentence = 4, idle, open, theme } = picture;
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(media).map(([name, value]) => ({ name, value })),
  });
  await page.goto(`${site.page}${theme ? 'themes/' : ''}`, { waitUntil: 'networkidle0' });
  await page.evaluate(() => localStorage.clear());
  const selector = theme ? `.${theme} >>> vorleser-player` : 'vorleser-player';
  if (!idle) await page.$eval(selector, readTo, sentence);
  if (!theme) await page.evaluate(showPlayer);
  if (open) await openPanel(page, open);
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: file,
    clip: theme ? await page.$eval(`.${theme} > div`, boxAround) : undefined,
  });
  await page.close();
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} KB`);
}

/** Starts reading at a cue and waits for its sixth word, so that the picture shows both highlights. */
async function readTo(/** @type {Element} */ element, /** @type {number} */ sentence) {
  const player = /** @type {any} */ (element);
  player.engines = 'embedded';
  player.seekToCue(sentence);
  await player.play();
  await new Promise((resolve) => {
    let words = 0;
    player.addEventListener('boundary', () => words++ === 5 && resolve(undefined));
  });
}

/** Presses “More”, and the settings button in it. */
async function openPanel(
  /** @type {import('puppeteer-core').Page} */ page,
  /** @type {'settings' | 'more'} */ panel,
) {
  const more = 'vorleser-player >>> vorleser-more-button';
  await page.locator(`${more} >>> button`).click();
  await page.waitForSelector(`${more} >>> .overlay vorleser-stop-button >>> button`, {
    visible: true,
  });
  if (panel === 'settings') {
    await page.locator(`${more} >>> .overlay vorleser-settings-button >>> button`).click();
    await page.waitForSelector(`${more} >>> vorleser-settings`, { visible: true });
    await page.waitForNetworkIdle();
  }
}

/** The part of the page that shows an element, with a margin. */
function boxAround(/** @type {Element} */ element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left - 16, y: top + scrollY - 16, width: width + 32, height: height + 32 };
}

function showPlayer() {
  const player = /** @type {Element} */ (document.querySelector('vorleser-player'));
  const above = Math.min(110, innerHeight / 12);
  scrollTo({ top: player.getBoundingClientRect().top + scrollY - above, behavior: 'instant' });
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

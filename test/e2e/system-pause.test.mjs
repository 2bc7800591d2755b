/** The system silences the sound, for a call or because headphones were unplugged: it pauses every media element. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { hasSpeech } from '../rig/packages.mjs';
import { record } from '../rig/recorder.mjs';
import {
  browserNames,
  launch,
  open,
  playerEvent,
  press,
  site,
  voicesListed,
  writeDown,
} from './site.mjs';

after(() => site.close());

/** How long nothing may be heard: longer than an engine may take before another one takes over, in milliseconds. */
const SILENCE = 2500;

/** How late sound that was played before the pause may reach the recording, in milliseconds. */
const LATENCY = 300;

/** How soon the player must notice, in milliseconds. */
const SOON = 100;

for (const browserName of browserNames)
  test(
    `when the system silences the voice in ${browserName}, reading is paused at once and nothing is heard until play`,
    { skip: !hasSpeech() && 'no speech service here' },
    async () => {
      const browser = await launch(browserName, {
        systemVoices: true,
        firefoxPrefs: { 'media.autoplay.default': 0 },
      });
      const recorder = await record();
      try {
        const spans = [];
        for (const engines of ['embedded browser', 'browser embedded'])
          spans.push(await silenceAndResume(browser, engines));
        const times = (await recorder.stop()).loudTimes();
        for (const { played, paused, resumed, ended } of spans) {
          const heard = (/** @type {number} */ from, /** @type {number} */ to) =>
            times.filter((time) => from < time && time < to);
          assert.deepEqual(heard(paused + LATENCY, resumed), [], 'heard while paused');
          assert.ok(heard(played, paused).length > 0, 'not heard before');
          assert.ok(heard(resumed, ended).length > 0, 'not heard again');
        }
      } finally {
        await recorder.stop();
        await browser.close();
      }
    },
  );

/**
 * Plays, has the system silence the first of some engines, and plays again.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} engines
 * @returns when that happened, as times of day in milliseconds
 */
async function silenceAndResume(browser, engines) {
  const [engine] = engines.split(' ');
  const { page, problems } = await open(browser, site.page, { before: keepMedia });
  await page.$eval(
    'vorleser-player',
    (player, engines) => Object.assign(player, { engines }),
    engines,
  );
  if (engine === 'browser') await voicesListed(page);
  await writeDown(page);
  const played = Date.now();
  await press(page, 'vorleser-play-button');
  await playerEvent(page, 'playing');
  await page.waitForFunction(() =>
    /** @type {any} */ (window).media.some(
      (/** @type {HTMLMediaElement} */ { currentTime }) => currentTime > 0.5,
    ),
  );

  const { took, paused, sentence } = await page.evaluate(silence);
  assert.ok(took < SOON, `noticed after ${took} ms`);
  await new Promise((resolve) => setTimeout(resolve, SILENCE));
  const held = await page.evaluate(stateOfPlayer);
  assert.deepEqual(held, { paused: true, engine, sentence, button: 'Weiter anhören' });

  const resumed = Date.now();
  await page.evaluate(() => {
    const { heard } = /** @type {any} */ (window);
    heard.length = 0;
  });
  await press(page, 'vorleser-play-button');
  await playerEvent(page, 'playing');
  assert.equal((await page.evaluate(stateOfPlayer)).sentence, sentence);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const ended = Date.now();
  assert.deepEqual(problems, []);
  await page.close();
  return { played, paused, resumed, ended };
}

/** Keeps every media element that the page plays, in the document or not. Runs in the page. */
function keepMedia() {
  const scope = /** @type {any} */ (window);
  scope.media = [];
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    if (!scope.media.includes(this)) scope.media.push(this);
    return play.call(this);
  };
}

/** Pauses every media element, and waits until the player has noticed. Runs in the page. */
async function silence() {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const sentence = player.activeCue?.text;
  const noticed = new Promise((resolve) =>
    player.addEventListener('pause', () => resolve(performance.now()), { once: true }),
  );
  const paused = performance.now();
  for (const element of /** @type {any} */ (window).media) element.pause();
  const took = /** @type {number} */ (await noticed) - paused;
  return { took, paused: performance.timeOrigin + paused, sentence };
}

/** What the player and its button show. Runs in the page. */
function stateOfPlayer() {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const button = player.shadowRoot
    .querySelector('vorleser-play-button')
    .shadowRoot.querySelector('button');
  return {
    paused: player.paused,
    engine: player.engine,
    sentence: player.activeCue?.text,
    button: button.textContent.trim(),
  };
}

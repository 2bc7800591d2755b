/**
 * Measures the time from a press of play to the first sound, in milliseconds, in a recording of the sound server's output;
 * and the silences between sentences. The baseline is the browser's own speak(), called by a button in the same way.
 */
import { launch, open, press, site, writeDown } from '../test/e2e/site.mjs';
import { record } from '../test/rig/recorder.mjs';
import { median } from './statistics.mjs';

const ROUNDS = 8;

const moment = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @typedef {import('puppeteer-core').Page} Page */

/** The times from each press to the first sound after it. */
function delays(/** @type {number[]} */ presses, /** @type {number[]} */ loudTimes) {
  return presses.map((time) => (loudTimes.find((loud) => loud >= time) ?? NaN) - time);
}

/** Records the times of clicks, on the page's clock. */
function notePresses(/** @type {Page} */ page) {
  return page.evaluate(() => {
    const scope = /** @type {any} */ (window);
    scope.presses = [];
    const note = (/** @type {Event} */ event) =>
      scope.presses.push(performance.timeOrigin + event.timeStamp);
    addEventListener('click', note, { capture: true });
  });
}

const presses = (/** @type {Page} */ page) =>
  page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).presses));

/**
 * @param {import('../test/e2e/site.mjs').BrowserName} browserName
 * @param {'embedded' | 'browser'} engine
 */
async function player(browserName, engine) {
  const browser = await launch(browserName, { systemVoices: engine === 'browser' });
  const { page } = await open(browser, site.page);
  await page.evaluate((engine) => {
    /** @type {any} */ (document.querySelector('vorleser-player')).engines = engine;
  }, engine);
  await moment(3000);
  await press(page, 'vorleser-play-button'); // Loads the voice.
  await moment(3000);
  await press(page, 'vorleser-stop-button');
  await moment(1000);
  const recorder = await record();
  await notePresses(page);
  for (let round = 0; round < ROUNDS; round++) {
    await press(page, 'vorleser-play-button');
    await moment(1500);
    await press(page, 'vorleser-stop-button');
    await moment(1500);
  }
  const recording = await recorder.stop();
  // Each round presses play, “More” and stop.
  const pressed = (await presses(page)).filter((_, index) => index % 3 === 0);
  await browser.close();
  return median(delays(pressed, recording.loudTimes()));
}

/** Measures the browser's own speak(), called by the page. */
async function ownSpeak(/** @type {import('../test/e2e/site.mjs').BrowserName} */ browserName) {
  const browser = await launch(browserName, { systemVoices: true });
  const { page } = await open(browser, site.page);
  await page.evaluate(() => {
    speechSynthesis.getVoices();
    const button = document.createElement('button');
    let presses = 0;
    button.id = 'own';
    button.textContent = 'speak()';
    document.body.prepend(button);
    button.addEventListener('click', () => {
      const utterance = new SpeechSynthesisUtterance('Putin nimmt Einladung nach Nordkorea an');
      utterance.voice =
        speechSynthesis
          .getVoices()
          .find(({ lang, name }) => lang.startsWith('de') && !name.includes('+')) ?? null;
      if (presses++ % 2 === 0) speechSynthesis.speak(utterance);
      else speechSynthesis.cancel();
    });
  });
  await moment(3000);
  await page.click('#own');
  await moment(3000);
  await page.click('#own');
  await moment(1000);
  const recorder = await record();
  await notePresses(page);
  for (let round = 0; round < ROUNDS; round++) {
    await page.click('#own');
    await moment(1500);
    await page.click('#own');
    await moment(1500);
  }
  const recording = await recorder.stop();
  const pressed = (await presses(page)).filter((_, index) => index % 2 === 0);
  await browser.close();
  return median(delays(pressed, recording.loudTimes()));
}

/** The silences between the first sentences with the embedded voice at rate 1, in milliseconds: as requested and as recorded. */
async function silences(/** @type {import('../test/e2e/site.mjs').BrowserName} */ browserName) {
  const browser = await launch(browserName);
  const { page } = await open(browser, site.page);
  await page.evaluate(() => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    player.engines = 'embedded';
  });
  await writeDown(page);
  const recorder = await record();
  await press(page, 'vorleser-play-button');
  await moment(70_000);
  const loud = (await recorder.stop()).loudTimes();
  const shown = await page.evaluate(() =>
    /** @type {any[]} */ (/** @type {any} */ (window).heard).filter(
      ({ type }) => type === 'cuechange',
    ),
  );
  const ends = shown.filter(({ cue }) => cue === null).map(({ time }) => time);
  const asked = await page.evaluate(() => {
    const { cues } = /** @type {any} */ (document.querySelector('vorleser-player'));
    return /** @type {number[]} */ (
      cues
        .slice(1)
        .map(
          (/** @type {any} */ cue, /** @type {number} */ i) =>
            (cue.startTime - cues[i].endTime) * 1000,
        )
    );
  });
  await browser.close();
  return ends.map((end, index) => {
    const before = loud.filter((time) => time < end + 250 && time > end - 1000).at(-1) ?? NaN;
    const after = loud.find((time) => time > before + 150) ?? NaN;
    return { asked: Math.round(asked[index] ?? NaN), heard: Math.round(after - before) };
  });
}

export async function measurePress() {
  /** @type {Record<string, unknown>[]} */
  const rows = [];
  /** @type {Record<string, unknown>} */
  const pauses = {};
  for (const browserName of /** @type {const} */ (['chromium', 'firefox'])) {
    const own = await ownSpeak(browserName);
    const browser = await player(browserName, 'browser');
    const embedded = await player(browserName, 'embedded');
    rows.push({
      browser: browserName,
      'own speak()': Math.round(own),
      'browser voice': Math.round(browser),
      'more than speak()': Math.round(browser - own),
      'embedded voice, warm': Math.round(embedded),
    });
    pauses[browserName] = await silences(browserName);
  }
  site.close();
  console.log('\nFrom press to sound, in milliseconds');
  console.table(rows);
  for (const [browserName, of] of Object.entries(pauses)) {
    console.log(`Silence after each sentence in ${browserName}, embedded voice, in milliseconds`);
    console.table(of);
  }
  return { rows, silences: pauses };
}

/** The article page with a speech server, which speaks for real: on another origin, on its own, and under a policy that blocks it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { serve } from '../../build/serve.mjs';
import { SpeechServerFixture } from '../fixtures/speech-server.mjs';
import { hasSpeech } from '../rig/packages.mjs';
import { record } from '../rig/recorder.mjs';
import { sendLivePage } from './live-page.mjs';
import {
  browserNames,
  launch,
  message,
  open,
  playerEvent,
  press,
  site,
  writeDown,
} from './site.mjs';

/** Where the own server is, on the page's origin. */
const FOLDER = '/stimmen';

const POLICY = "connect-src 'self'; media-src blob:; worker-src 'self'";

/** How much of a sentence must be heard while it is highlighted. The rest are its pauses. */
const LOUD_SHARE = 0.4;

/** @type {SpeechServerFixture} */
let speech;
/** @type {Awaited<ReturnType<typeof serve>>} */
let pages;

/** Sends the article page with a player for a speech server. */
function answerWithServer(
  /** @type {string} */ address,
  /** @type {import('node:http').ServerResponse} */ response,
) {
  return sendLivePage(response, (html) =>
    html.replace('<vorleser-player', `$& engines="server embedded" server="${address}"`),
  );
}

/** Passes a request on to the speech server, as a publisher's own server would. */
async function passOn(
  /** @type {import('node:http').IncomingMessage} */ request,
  /** @type {import('node:http').ServerResponse} */ response,
) {
  let body = '';
  for await (const chunk of request) body += chunk;
  await speech.answer(request, body, response, (request.url ?? '').slice(FOLDER.length));
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function intercept(request, response) {
  const { url = '/' } = request;
  if (url.startsWith(`${FOLDER}/`)) {
    void passOn(request, response);
    return true;
  }
  if (!url.startsWith('/?')) return false;
  if (url.includes('strict')) response.setHeader('Content-Security-Policy', POLICY);
  void answerWithServer(url.includes('own') ? `${FOLDER}/` : speech.url, response);
  return true;
}

/** @typedef {import('puppeteer-core').Page} Page */

/** Waits until the player asks whether it may send text to the server. Selectors that are waited for do not see inside of new trees. */
async function question(/** @type {Page} */ page) {
  await page.waitForFunction(
    (recipient) =>
      document
        .querySelector('vorleser-player')
        ?.shadowRoot?.querySelector('vorleser-consent')
        ?.shadowRoot?.querySelector('p')
        ?.textContent?.includes(recipient),
    { polling: 50, timeout: 20_000 },
    `an ${speech.host} gesendet`,
  );
}

async function agree(/** @type {Page} */ page) {
  const [button] = await page.$$('vorleser-player >>> vorleser-consent >>> button');
  await button?.click();
}

/** Waits until an engine reads a sentence. */
async function engineIs(/** @type {Page} */ page, /** @type {string} */ name) {
  await page.waitForFunction(
    (name) => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      return player.engine === name && player.activeCue;
    },
    { timeout: 20_000 },
    name,
  );
}

/** The texts of the article's sentences, and what was heard. */
function heardOn(/** @type {Page} */ page) {
  return page.evaluate(() => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    return {
      cues: /** @type {string[]} */ (player.cues.map((/** @type {any} */ cue) => cue.text)),
      heard: /** @type {any[]} */ (/** @type {any} */ (window).heard),
    };
  });
}

for (const browserName of browserNames)
  describe(`a speech server in ${browserName}`, { skip: !hasSpeech() && 'no sound here' }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;

    before(async () => {
      pages = await serve(0, intercept);
      speech = await new SpeechServerFixture().listen({ origins: [new URL(pages.page).origin] });
      browser = await launch(browserName, { firefoxPrefs: { 'media.autoplay.default': 0 } });
    });
    beforeEach(() => speech.reset());
    after(async () => {
      await browser.close();
      speech.close();
      pages.close();
    });

    test('on the page’s origin needs no question, and no more than the strict policy allows', async () => {
      const { page, problems } = await open(browser, `${pages.page}?own-strict`);
      await writeDown(page);
      const recorder = await record();
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'playing');
      await engineIs(page, 'server');
      await page.waitForFunction(
        () =>
          /** @type {any[]} */ (/** @type {any} */ (window).heard).filter(
            ({ type, cue }) => type === 'cuechange' && cue,
          ).length > 2,
        { timeout: 40_000 },
      );
      await page.evaluate(() =>
        /** @type {any} */ (document.querySelector('vorleser-player')).pause(),
      );
      const recording = await recorder.stop();
      recording.save(`test/output/server-${browserName}.wav`);
      const { cues, heard } = await heardOn(page);
      assert.equal(await page.$('vorleser-player >>> vorleser-consent >>> button'), null);
      assert.deepEqual(problems, []);
      // What is spoken for a sentence is not always what is written.
      assert.ok(
        speech.texts.length >= 3 && speech.texts.length <= 6,
        `${speech.texts.length} texts`,
      );
      assert.equal(speech.texts[0], cues[0]);
      for (const { word, markedWord } of heard.filter(({ type }) => type === 'boundary'))
        assert.equal(markedWord, word);
      assert.ok(heard.filter(({ type }) => type === 'boundary').length > 10);
      const [first, second] = heard.filter(({ type, cue }) => type === 'cuechange' && cue);
      const during = recording
        .loudTimes()
        .filter((time) => time > first.time && time < second.time);
      const share = (during.length * 10) / (second.time - first.time);
      assert.ok(share > LOUD_SHARE, `${share} of the first sentence was heard`);
      await page.close();
    });

    test('that the policy blocks is named on the console, and another engine reads', async () => {
      const { page, problems } = await open(browser, `${pages.page}?strict`);
      await press(page, 'vorleser-play-button');
      await question(page);
      await agree(page);
      await engineIs(page, 'embedded');
      const remedy = `Add ${new URL(speech.url).origin} to connect-src`;
      assert.ok(
        problems.some((problem) => problem.includes(remedy)),
        problems.join('\n'),
      );
      assert.deepEqual(speech.requests, []);
      await page.evaluate(() => localStorage.clear());
      await page.close();
    });

    test('on another origin gets text after the listener has agreed, and hands over when it dies', async () => {
      const { page, problems } = await open(browser, `${pages.page}?other`);
      await page.evaluate(
        (player) => (player.playbackRate = 3),
        /** @type {any} */ (await page.$('vorleser-player')),
      );
      await writeDown(page);
      await page.hover('vorleser-player');
      await press(page, 'vorleser-play-button');
      await question(page);
      assert.deepEqual(speech.requests, []);
      await agree(page);
      await playerEvent(page, 'playing');
      await engineIs(page, 'server');
      assert.equal(await message(page), '');

      speech.close();
      await engineIs(page, 'embedded');
      await page.waitForFunction(
        (lost) =>
          document
            .querySelector('vorleser-player')
            ?.shadowRoot?.querySelector('vorleser-status')
            ?.shadowRoot?.textContent?.includes(lost),
        { timeout: 10_000 },
        'Die Stimme dieser Website spricht nicht. Ab hier liest die mitgelieferte Stimme.',
      );
      const before = (await heardOn(page)).heard.filter(
        ({ type, cue }) => type === 'cuechange' && cue,
      );
      await page.waitForFunction(
        (count) =>
          /** @type {any[]} */ (/** @type {any} */ (window).heard).filter(
            ({ type, cue }) => type === 'cuechange' && cue,
          ).length >
          count + 1,
        { timeout: 30_000 },
        before.length,
      );
      const { cues, heard } = await heardOn(page);
      const read = heard.flatMap(({ type, cue }) => (type === 'cuechange' && cue ? [cue] : []));
      assert.deepEqual(
        read.filter((cue, index) => cue !== read[index - 1]),
        cues.slice(0, new Set(read).size),
      );
      // Browsers report the requests to a server that is gone.
      const own = problems.filter((problem) => !/CORS|ERR_CONNECTION_REFUSED/.test(problem));
      assert.deepEqual(own, []);
      await page.close();
    });
  });

after(() => site.close());

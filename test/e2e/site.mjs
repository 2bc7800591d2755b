import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { serve } from '../../build/serve.mjs';
import { chromiumFlags, findChromium, findFirefox } from '../machine.mjs';
import { firefoxProfile } from '../rig/firefox-profile.mjs';
import { sendLivePage } from './live-page.mjs';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** The browsers of this machine. */
export const browserNames = /** @type {BrowserName[]} */ (
  [findChromium() && 'chromium', findFirefox() && 'firefox'].filter(Boolean)
);

/** A strict policy: it allows scripts, styles and workers of the same origin, and sound that the page creates. */
const STRICT_POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'",
  "media-src blob:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html vorleser",
].join('; ');

/** @type {Set<string>} */
const blocked = new Set();

/** @type {Set<string>} */
const slow = new Set();

/** Callbacks for requests that are left unanswered, by a part of their path. @type {Map<string, () => void>} */
const held = new Map();

/** Sends a file of the build, a twentieth of it every 50 ms. */
async function trickle(
  /** @type {string} */ url,
  /** @type {import('node:http').ServerResponse} */ response,
) {
  const bytes = await readFile(`dist${url}`);
  const size = Math.ceil(bytes.length / 20);
  for (let start = 0; start < bytes.length; start += size) {
    response.write(bytes.subarray(start, start + size));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  response.end();
}

/** Adds attributes to the player of a page whose texts would be read in the cloud. */
const withCloud = (/** @type {string} */ html) =>
  html.replace(
    '<vorleser-player',
    '$& engines="azure embedded" tokenurl="https://tokens.example/"',
  );

const served = await serve(0, (request, response) => {
  const { url = '/' } = request;
  if ([...blocked].some((part) => url.includes(part))) {
    request.socket.destroy();
    return true;
  }
  for (const [part, onRequest] of held) {
    if (!url.includes(part)) continue;
    onRequest();
    return true;
  }
  if ([...slow].some((part) => url.includes(part))) {
    void trickle(url, response);
    return true;
  }
  if (url.endsWith('?strict')) response.setHeader('Content-Security-Policy', STRICT_POLICY);
  if (!/^\/(?:\?|$)/.test(url) || url.endsWith('?recorded')) return false;
  void sendLivePage(response, url.endsWith('?cloud') ? withCloud : undefined);
  return true;
});

/** Serves the build on free ports, for the tests of a file. */
export const site = {
  ...served,
  /** The article page as it was built, with its recording. `page` has none: a voice reads it. */
  recorded: `${served.page}?recorded`,
  /** The article page under a strict policy. */
  strict: `${served.page}?strict`,
  /** The article page with a player that asks whether it may send texts. */
  cloud: `${served.page}?cloud`,
  /**
   * Makes requests fail whose path contains a text.
   *
   * @returns {() => void} stops that
   */
  block(/** @type {string} */ part) {
    blocked.add(part);
    return () => blocked.delete(part);
  },
  /**
   * Leaves requests unanswered whose path contains a text, until `letGo` is called. Those received before stay unanswered.
   *
   * @returns {{ asked: Promise<void>, letGo(): void }} `asked` settles when the first request arrives
   */
  hold(/** @type {string} */ part) {
    /** @type {Promise<void>} */
    const asked = new Promise((resolve) => held.set(part, resolve));
    return { asked, letGo: () => held.delete(part) };
  },
  /** Slows down the responses to requests whose path contains a text. */
  slow(/** @type {string} */ part) {
    slow.add(part);
    return () => slow.delete(part);
  },
};

/**
 * Opens a browser.
 *
 * @param {BrowserName} name
 * @param {{ systemVoices?: boolean, forcedColors?: boolean, acceptInsecureCerts?: boolean, fontSize?: number,
 *   firefoxPrefs?: Record<string, unknown> }} [options]
 *   `systemVoices` lets Chromium use the system's speech service, which Firefox always does; `fontSize` is the reader's font
 *   size in Chromium, in pixels
 */
export function launch(
  name,
  {
    systemVoices = false,
    forcedColors = false,
    acceptInsecureCerts = false,
    fontSize = 16,
    firefoxPrefs = {},
  } = {},
) {
  if (name === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      acceptInsecureCerts,
      executablePath: findFirefox(),
      userDataDir: firefoxProfile(),
      extraPrefsFirefox: {
        'media.webspeech.synth.enabled': systemVoices,
        // Those of the profile only, which has none: to look for more takes a fifth of the start.
        'extensions.enabledScopes': 1,
        ...(forcedColors && {
          'browser.display.document_color_use': 2,
          'browser.display.use_system_colors': true,
        }),
        ...firefoxPrefs,
      },
    });
  }
  return puppeteer.launch({
    acceptInsecureCerts,
    executablePath: findChromium(),
    args: [
      ...chromiumFlags(),
      `--blink-settings=defaultFontSize=${fontSize}`,
      ...(systemVoices ? ['--enable-speech-dispatcher'] : []),
    ],
    ignoreDefaultArgs: ['--mute-audio'],
  });
}

/**
 * Opens a page and records its problems and the events of its player.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {{ javaScript?: boolean, before?: () => void, colorScheme?: string, contrast?: string, forcedColors?: boolean }} [options]
 *   `before` runs in the page before its own scripts
 */
export async function open(
  browser,
  address,
  { javaScript = true, before, colorScheme, contrast, forcedColors } = {},
) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) =>
    problems.push(`exception: ${/** @type {Error} */ (error).message}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  await page.setViewport({ width: 1000, height: 800 });
  if (!javaScript) await page.setJavaScriptEnabled(false);
  if (before) await page.evaluateOnNewDocument(before);
  if (colorScheme || contrast || forcedColors) {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        ...(colorScheme ? [{ name: 'prefers-color-scheme', value: colorScheme }] : []),
        ...(contrast ? [{ name: 'prefers-contrast', value: contrast }] : []),
        ...(forcedColors ? [{ name: 'forced-colors', value: 'active' }] : []),
      ],
    });
  }
  await page.goto(address);
  return { page, problems };
}

/**
 * Presses a control of the player with a real click. Opens “More” for it where the row does not hold it, be it the row of the player
 * or of an element in it.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} control a selector within the player
 */
export async function press(page, control) {
  const path = ['vorleser-player', ...control.split(' >>> ')];
  const button = [...path, 'button'].join(' >>> ');
  const more = path.with(-1, 'vorleser-more-button >>> button[aria-expanded=false]').join(' >>> ');
  await page.waitForSelector(`${button}, ${more}`, { visible: true });
  if (!(await page.$(button))) await page.locator(more).click();
  // A locator looks for an element again only when the document changes, which a change in a shadow tree is not.
  await page.waitForSelector(button, { visible: true });
  await page.locator(button).click();
}

/**
 * How many CSS px the page is wider than the viewport without its scrollbar.
 *
 * @param {import('puppeteer-core').Page} page
 */
export function sidewaysOverflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/**
 * Waits until the system's voices are listed, which takes seconds on a busy machine. If play is pressed before that, another
 * engine reads.
 *
 * @param {import('puppeteer-core').Page} page
 */
export async function voicesListed(page) {
  await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
}

/**
 * The message that the player shows to the listener, once the next frame is painted, as controls follow the playback then.
 *
 * @param {import('puppeteer-core').Page} page
 */
export function message(page) {
  return page.evaluate(async () => {
    if (!document.hidden) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const status = document
      .querySelector('vorleser-player')
      ?.shadowRoot?.querySelector('vorleser-status');
    return status?.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
}

/** The name of the engine that reads. */
export const engineOf = (/** @type {import('puppeteer-core').Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (document.querySelector('vorleser-player')).engine);

/**
 * Waits until an engine reads a sentence.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} engine
 * @param {number} [timeout] in milliseconds
 */
export async function untilReadBy(page, engine, timeout = 20_000) {
  await page.waitForFunction(
    (engine) => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      return player.engine === engine && player.activeCue;
    },
    { polling: 20, timeout },
    engine,
  );
}

/**
 * Waits for an event of the player.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} type
 * @param {number} [timeout] in milliseconds
 */
export async function playerEvent(page, type, timeout = 20_000) {
  await page.waitForFunction(
    (type) =>
      /** @type {any} */ (window).heard?.some((/** @type {any} */ entry) => entry.type === type),
    { timeout },
    type,
  );
}

/**
 * Records the events of the page's player from now on in `window.heard`, with the time of day in milliseconds.
 *
 * @param {import('puppeteer-core').Page} page
 */
export function writeDown(page) {
  return page.evaluate(() => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    const article = /** @type {Element} */ (document.getElementById(player.getAttribute('for')));
    const scope = /** @type {any} */ (window);
    scope.heard = [];
    scope.changes = 0;
    new MutationObserver((records) => (scope.changes += records.length)).observe(article, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    for (const type of ['playing', 'pause', 'cuechange', 'seeked', 'ended', 'error', 'boundary']) {
      player.addEventListener(type, (/** @type {any} */ event) => {
        const marked = (/** @type {string} */ name) =>
          [...(CSS.highlights.get(name) ?? [])].map(String).join('|');
        scope.heard.push({
          type,
          time: performance.timeOrigin + performance.now(),
          cue: player.activeCue?.text ?? null,
          word: event.detail && player.activeCue?.text.slice(event.detail.start, event.detail.end),
          marked: marked('vorleser-sentence'),
          markedWord: marked('vorleser-word'),
          html: type === 'cuechange' ? article.outerHTML : '',
        });
      });
    }
  });
}

/**
 * Plays a moment of silence. Firefox starts its audio service with the first sound, a quarter of a second or more after the
 * sound has begun, which would count as a sentence that is highlighted too early.
 *
 * @param {import('puppeteer-core').Browser} browser
 */
export async function startAudioService(browser) {
  const page = await browser.newPage();
  await page.evaluate(async () => {
    const context = new AudioContext();
    const silence = context.createConstantSource();
    silence.offset.value = 0;
    silence.connect(context.destination);
    silence.start();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await context.close();
  });
  await page.close();
}

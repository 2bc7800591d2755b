/** How a listener brings the player of a page into each of its states, and waits until it shows what it then does. */
import assert from 'node:assert/strict';
import { message, open, press, site } from './site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

export const PLAY = 'vorleser-play-button';

/** The parts of a player that lie over the page. */
const MINI_BAR = 'vorleser-player >>> vorleser-mini-bar';
export const KEY_LIST = 'vorleser-player >>> vorleser-key-list';
const SKIP_LINK = 'vorleser-player >>> [part=skip-link]';
const LISTEN_BUTTON = 'vorleser-player >>> vorleser-listen-button';
const LINK_BUTTON = `${MINI_BAR} >>> vorleser-link-button`;
/** The button for a link and what comes up beside it, as long as it is there. */
const LINK = `${LINK_BUTTON} >>> :is(button:has(~ .overlay), .overlay)`;

/** Gives the player properties. */
export function set(/** @type {Page} */ page, /** @type {object} */ properties) {
  return page.$eval('vorleser-player', (player, all) => Object.assign(player, all), properties);
}

/** Waits until the player has a property. */
function has(/** @type {Page} */ page, /** @type {string} */ property) {
  return page.waitForFunction(
    (property) => /** @type {any} */ (document.querySelector('vorleser-player'))[property],
    { timeout: 20_000 },
    property,
  );
}

/** Waits for an element of the player; changes in shadow roots are seen only by those who look again and again. */
export function appear(/** @type {Page} */ page, /** @type {string} */ selector) {
  return page.waitForSelector(`vorleser-player >>> ${selector}`, { visible: true });
}

/** Presses a button of the player, in whatever part of it. */
async function pressButton(/** @type {Page} */ page, /** @type {string} */ selector) {
  await (await appear(page, selector))?.click();
}

/** Waits until the name of the play button is one of those. */
export async function untilNamed(/** @type {Page} */ page, /** @type {string[]} */ ...names) {
  const button = await appear(page, `${PLAY} >>> button`);
  const name = (/** @type {any} */ element, /** @type {string[]} */ all) =>
    all.includes(element.textContent.trim());
  await page.waitForFunction(name, { timeout: 20_000 }, button, names);
}

/** Waits until what the player says, to the eye or to the ear, is as it should be. */
async function untilSaid(/** @type {Page} */ page, /** @type {RegExp} */ text) {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (text.test(await message(page))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`The player never says ${text}, but „${await message(page)}“`);
}

/** Waits until the page has been looked at, and how long the article takes is said. */
async function idle(/** @type {Page} */ page) {
  await appear(page, `${PLAY} >>> button`);
  await page.waitForFunction(() =>
    document
      .querySelector('vorleser-player')
      ?.shadowRoot?.querySelector('vorleser-time[show=remaining]')
      ?.shadowRoot?.textContent?.trim(),
  );
}

export async function speak(/** @type {Page} */ page) {
  await set(page, { engines: 'embedded' });
  await press(page, PLAY);
  await has(page, 'activeCue');
  await untilSaid(page, /^$/);
}

async function pause(/** @type {Page} */ page) {
  await press(page, PLAY);
  await has(page, 'paused');
  await untilSaid(page, /./);
}

/** Goes to a sentence, by its number from 0, and waits until it is heard, or would be. */
async function seek(/** @type {Page} */ page, /** @type {number} */ index) {
  await page.$eval(
    'vorleser-player',
    (/** @type {any} */ player, index) => player.seekToCue(index),
    index,
  );
  await page.waitForFunction(
    (index) =>
      /** @type {any} */ (document.querySelector('vorleser-player')).activeCue?.index === index,
    { timeout: 20_000 },
    index,
  );
}

async function end(/** @type {Page} */ page) {
  await page.$eval('vorleser-player', (/** @type {any} */ player) => {
    player.playbackRate = 4;
    player.currentTime = Infinity;
  });
  await has(page, 'ended');
  await untilSaid(page, /./);
}

export async function ask(/** @type {Page} */ page) {
  await set(page, { engines: 'azure', tokenUrl: 'https://tokens.example/' });
  await press(page, PLAY);
  await appear(page, 'vorleser-consent >>> button');
}

/** Allows no text to be sent, where no other voice is left. */
async function refuse(/** @type {Page} */ page) {
  await pressButton(page, 'vorleser-consent >>> button:last-of-type');
  await has(page, 'error');
  await untilSaid(page, /./);
}

/** Reads while no voice can be had. */
async function fail(/** @type {Page} */ page) {
  const unblock = site.block('/german-');
  await set(page, { engines: 'embedded' });
  await press(page, PLAY);
  await has(page, 'error');
  await untilSaid(page, /./);
  unblock();
}

/** Shows the settings, and waits until the voices are listed. */
async function openSettings(/** @type {Page} */ page) {
  await press(page, 'vorleser-settings-button');
  await appear(page, 'vorleser-settings >>> vorleser-volume >>> input');
  await appear(page, 'vorleser-voice-select >>> button[aria-disabled=false]');
}

async function closeSettings(/** @type {Page} */ page) {
  await press(page, 'vorleser-settings-button');
  await page.waitForSelector('vorleser-player >>> vorleser-settings', { hidden: true });
}

/** Asks for the list of keys by its own. */
async function openKeyList(/** @type {Page} */ page) {
  await page.focus(`vorleser-player >>> ${PLAY} >>> button`);
  await appear(page, `${PLAY} >>> button:focus`);
  await page.keyboard.press('?');
  await page.waitForSelector(`${KEY_LIST} >>> dialog[open]`, { visible: true });
}

async function closeKeyList(/** @type {Page} */ page) {
  await page.keyboard.press('Escape');
  await page.waitForSelector(KEY_LIST, { hidden: true });
}

/** Reads so far below that the player is out of view, and waits until the page stands still. */
async function readFar(/** @type {Page} */ page) {
  await seek(page, 9);
  await page.waitForSelector(`${MINI_BAR} >>> .bar`, { visible: true });
  await untilStill(page);
}

async function untilStill(/** @type {Page} */ page) {
  await page.evaluate(async () => {
    for (let before = NaN; before !== scrollY;) {
      before = scrollY;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  });
}

/** Turns the mouse's wheel until the sentence that is heard is out of view. */
async function wheel(/** @type {Page} */ page, /** @type {number} */ deltaY) {
  await page.mouse.move(300, 200);
  await page.mouse.wheel({ deltaY });
  await appear(page, 'vorleser-place-button >>> button.offered');
  await untilStill(page);
}

/** Asks the bar at the edge of the screen for a link to the sentence, and waits for what comes up then. */
async function copyLink(
  /** @type {Page} */ page,
  /** @type {import('puppeteer-core').Permission[]} */ ...allowed
) {
  await page.browserContext().overridePermissions(new URL(page.url()).origin, allowed);
  await speak(page);
  await readFar(page);
  await pressButton(page, 'vorleser-link-button >>> button');
  await page.waitForSelector(`${LINK_BUTTON} >>> .overlay`, { visible: true });
}

/** Lets what is shown for a moment stay, for those who look at it for longer. */
function prolongMoments(/** @type {Page} */ page) {
  return page.evaluate(() => {
    const { setTimeout } = window;
    const prolonged = (/** @type {() => void} */ act, /** @type {number} */ time) =>
      setTimeout(act, time === 3000 ? 1_000_000 : time);
    window.setTimeout = /** @type {any} */ (prolonged);
  });
}

/** Selects words of the article. */
async function select(/** @type {Page} */ page) {
  await page.$eval('article p', (paragraph) => {
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, 1);
  });
  await page.waitForSelector(`${LISTEN_BUTTON} >>> button`, { visible: true });
}

/** Sets the timer in the settings. */
async function setTimer(/** @type {Page} */ page) {
  await openSettings(page);
  const timer = await page.$(
    'vorleser-player >>> ::-p-aria([name="Einschlaf-Timer"][role="combobox"])',
  );
  await timer?.select('15 Minuten');
}

/**
 * By their names.
 *
 * @type {Record<string, (page: Page) => Promise<unknown>>}
 */
export const states = {
  idle,
  async loading(page) {
    const { asked, letGo } = site.hold('/german-');
    await set(page, { engines: 'embedded' });
    await press(page, PLAY);
    await asked;
    await untilSaid(page, / 0 %$/);
    letGo();
  },
  speaking: speak,
  async paused(page) {
    await speak(page);
    await pause(page);
  },
  async ended(page) {
    await speak(page);
    await end(page);
  },
  failed: fail,
  question: ask,
  async 'place kept'(page) {
    await speak(page);
    await pause(page);
    await seek(page, 4);
    await page.reload();
    await idle(page);
    await untilNamed(page, 'Weiter anhören');
  },
  async 'jump to take back'(page) {
    await speak(page);
    await pause(page);
    await seek(page, 3);
    await appear(page, 'vorleser-back-button >>> button[aria-disabled=false]');
  },
  async 'scrolled away'(page) {
    await speak(page);
    await readFar(page);
    await wheel(page, -10_000);
  },
  async 'mini bar'(page) {
    await speak(page);
    await readFar(page);
  },
  async 'mini bar, scrolled away'(page) {
    await speak(page);
    await wheel(page, 10_000);
    await page.waitForSelector(`${MINI_BAR} >>> .bar`, { visible: true });
  },
  async 'link copied'(page) {
    await prolongMoments(page);
    await copyLink(page, 'clipboard-sanitized-write');
  },
  'link refused': (page) => copyLink(page),
  'key list': openKeyList,
  'text selected': select,
  settings: openSettings,
  'way past the controls': (page) => page.focus(SKIP_LINK),
  async 'voice tried out'(page) {
    const { asked, letGo } = site.hold('/german-');
    await openSettings(page);
    await pressButton(page, 'vorleser-voice-select >>> button');
    await asked;
    letGo();
  },
  async 'settings forgotten'(page) {
    await openSettings(page);
    await pressButton(page, 'vorleser-settings >>> button.forget');
    await appear(page, 'vorleser-settings >>> .actions p button');
  },
  async 'timer set'(page) {
    await speak(page);
    await setTimer(page);
  },
};

/**
 * Goes from one state to the next on a page that has just been opened.
 *
 * @param {(state: string, within?: string) => Promise<unknown>} look is called in each, with what to look at
 */
export async function goThroughStates(/** @type {Page} */ page, look) {
  await idle(page);
  await look('idle');
  await openSettings(page);
  await look('settings');
  await closeSettings(page);
  await openKeyList(page);
  await look('key list', KEY_LIST);
  await closeKeyList(page);
  await ask(page);
  await look('question');
  await refuse(page);
  await look('failed');
  await speak(page);
  await look('speaking');
  await readFar(page);
  await look('mini bar', MINI_BAR);
  await pause(page);
  await look('paused');
  await press(page, PLAY);
  await end(page);
  await look('ended');
}

/** What is looked at in a state, where that is not the whole page. @type {Record<string, string>} */
export const lookedAt = {
  'mini bar': MINI_BAR,
  'mini bar, scrolled away': MINI_BAR,
  'way past the controls': SKIP_LINK,
  'link copied': LINK,
  'link refused': LINK,
  'key list': KEY_LIST,
  'text selected': LISTEN_BUTTON,
};

/** Opens a page for somebody who comes for the first time, and brings its player into a state. */
export async function inState(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ address,
  /** @type {string} */ state,
  /** @type {Parameters<typeof open>[2]} */ options = {},
) {
  const context = await browser.createBrowserContext();
  const { page } = await open(/** @type {any} */ (context), address, options);
  await states[state]?.(page);
  return page;
}

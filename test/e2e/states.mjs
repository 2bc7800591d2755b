/** How a listener brings the player of a page into each of its states, and waits until it shows that state. */
import assert from 'node:assert/strict';
import { message, open, press, site } from './site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

export const PLAY = 'vorleser-play-button';

const MORE = 'vorleser-more-button';

/** The parts of a player that overlay the page. */
const MINI_BAR = 'vorleser-player >>> vorleser-mini-bar';
export const KEY_LIST = 'vorleser-player >>> vorleser-key-list';
const MORE_PANEL = `vorleser-player >>> ${MORE} >>> .overlay`;
const SKIP_LINK = 'vorleser-player >>> [part=skip-link]';
const LISTEN_BUTTON = 'vorleser-player >>> vorleser-listen-button';
const LINK_BUTTON = `${MINI_BAR} >>> vorleser-link-button`;
/** The button that copies a link, and the element that is shown beside it for a while. */
const LINK = `${LINK_BUTTON} >>> :is(button:has(~ .overlay), .overlay)`;

/** Sets properties of the player. */
export function set(/** @type {Page} */ page, /** @type {object} */ properties) {
  return page.$eval('vorleser-player', (player, all) => Object.assign(player, all), properties);
}

/** Waits until a property of the player is truthy. */
function has(/** @type {Page} */ page, /** @type {string} */ property) {
  return page.waitForFunction(
    (property) => /** @type {any} */ (document.querySelector('vorleser-player'))[property],
    { timeout: 20_000 },
    property,
  );
}

/** Waits for an element of the player, by polling: changes in shadow roots cannot be observed from outside. */
export function appear(/** @type {Page} */ page, /** @type {string} */ selector) {
  return page.waitForSelector(`vorleser-player >>> ${selector}`, { visible: true });
}

/** Presses a button in any part of the player. */
async function pressButton(/** @type {Page} */ page, /** @type {string} */ selector) {
  await (await appear(page, selector))?.click();
}

/** Waits until the play button has one of some names. */
export async function untilNamed(/** @type {Page} */ page, /** @type {string[]} */ ...names) {
  const button = await appear(page, `${PLAY} >>> button`);
  const name = (/** @type {any} */ element, /** @type {string[]} */ all) =>
    all.includes(element.textContent.trim());
  await page.waitForFunction(name, { timeout: 20_000 }, button, names);
}

/** Waits until the player's message, visible or for screen readers only, matches a pattern. */
async function untilSaid(/** @type {Page} */ page, /** @type {RegExp} */ text) {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (text.test(await message(page))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`The player's message is „${await message(page)}“, expected ${text}`);
}

/** Waits until the article has been analysed and its duration is shown. */
async function idle(/** @type {Page} */ page) {
  await appear(page, `${PLAY} >>> button`);
  await appear(page, '[part=time]');
}

export async function speak(/** @type {Page} */ page) {
  await set(page, { engines: 'embedded' });
  await press(page, PLAY);
  await has(page, 'activeCue');
  await untilSaid(page, /^$/);
  await appear(page, `${MORE} >>> button`);
}

async function pause(/** @type {Page} */ page) {
  await press(page, PLAY);
  await has(page, 'paused');
  await untilSaid(page, /./);
}

/** Goes to a sentence, by its index from 0, and waits until it is the current one. */
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

/** Declines to send texts when no other voice is available. */
async function refuse(/** @type {Page} */ page) {
  await pressButton(page, 'vorleser-consent >>> button:last-of-type');
  await has(page, 'error');
  await untilSaid(page, /./);
}

/** Presses play while no voice can be loaded. */
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

/** Opens the list of keys with its own key. */
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

/** Reads so far below that the player is out of view, and waits until the page stops scrolling. */
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

/** Turns the mouse wheel until the current sentence is out of view. */
async function wheel(/** @type {Page} */ page, /** @type {number} */ deltaY) {
  await page.mouse.move(300, 200);
  await page.mouse.wheel({ deltaY });
  await appear(page, 'vorleser-place-button >>> button.offered');
  await untilStill(page);
}

/** Copies a link to the sentence from the bar at the edge of the screen, where a page wants that, and waits for what is shown then. */
async function copyLink(
  /** @type {Page} */ page,
  /** @type {import('puppeteer-core').Permission[]} */ ...allowed
) {
  await page.browserContext().overridePermissions(new URL(page.url()).origin, allowed);
  await page.$eval('vorleser-player', (player) => player.setAttribute('controls', 'timeline link'));
  await speak(page);
  await readFar(page);
  await pressButton(page, 'vorleser-mini-bar >>> vorleser-link-button >>> button');
  await page.waitForSelector(`${LINK_BUTTON} >>> .overlay`, { visible: true });
}

/** Prolongs what is shown for a moment, so that there is time to audit it. */
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

/** Shows the controls that the row does not hold. */
async function openMore(/** @type {Page} */ page) {
  await press(page, MORE);
  await appear(page, `${MORE} >>> vorleser-stop-button >>> button`);
  await appear(page, `${MORE} >>> vorleser-sleep-select >>> select`);
}

async function closeMore(/** @type {Page} */ page) {
  await press(page, MORE);
  await page.waitForSelector(MORE_PANEL, { hidden: true });
}

async function setTimer(/** @type {Page} */ page) {
  await openMore(page);
  const timer = await appear(page, `${MORE} >>> vorleser-sleep-select >>> select`);
  await timer?.select('15 Minuten');
  await closeMore(page);
  await appear(page, 'vorleser-sleep >>> svg');
}

/**
 * The states by name. Each function brings a page that has just been opened into its state.
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
  async more(page) {
    await speak(page);
    await openMore(page);
    await (await appear(page, `${MORE} >>> .arrange`))?.click();
    await appear(page, `${MORE} >>> .pin`);
  },
  async 'way past the controls'(page) {
    await speak(page);
    await page.focus(`vorleser-player >>> ${PLAY} >>> button`);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.waitForSelector(`${SKIP_LINK}:focus-visible`, { visible: true });
  },
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
 * @param {(state: string, within?: string) => Promise<unknown>} look is called in each state, with the selector of what to look at
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

/** The selector of what to look at in a state, if that is not the whole page. @type {Record<string, string>} */
export const lookedAt = {
  more: MORE_PANEL,
  'mini bar': MINI_BAR,
  'mini bar, scrolled away': MINI_BAR,
  'way past the controls': SKIP_LINK,
  'link copied': LINK,
  'link refused': LINK,
  'key list': KEY_LIST,
  'text selected': LISTEN_BUTTON,
};

/** Opens a page as on a first visit, and brings its player into a state. */
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

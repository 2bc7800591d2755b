/**
 * The player in each of its states, for those who see it enlarged or in other colours, use keys alone, or a screen reader:
 * the audit of test/audit/, and what Chromium tells assistive technology, compared with test/fixtures/accessibility-tree.txt.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { audit, checks } from '../audit/audit.mjs';
import { browserNames, launch, message, open, press, site } from './site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

after(() => site.close());

const PLAY = 'vorleser-play-button';

/** Gives the player properties. */
function set(/** @type {Page} */ page, /** @type {object} */ properties) {
  return page.$eval('vorleser-player', (player, all) => Object.assign(player, all), properties);
}

/** Waits for an element of the player; changes in shadow roots are seen only by those who look again and again. */
function appear(/** @type {Page} */ page, /** @type {string} */ selector) {
  return page.waitForSelector(`vorleser-player >>> ${selector}`, { visible: true });
}

/** Waits until the name of the play button is one of those. */
async function untilNamed(/** @type {Page} */ page, /** @type {string[]} */ ...names) {
  const button = await appear(page, `${PLAY} >>> button`);
  const name = (/** @type {any} */ element, /** @type {string[]} */ all) =>
    all.includes(element.textContent.trim());
  await page.waitForFunction(name, { timeout: 20_000 }, button, names);
}

/** Waits until the player says something, to the eye or to the ear. */
async function untilSaid(/** @type {Page} */ page, /** @type {string} */ text) {
  for (let times = 0; times < 200; times++) {
    if ((await message(page)).includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`The player never says „${text}“`);
}

async function speak(/** @type {Page} */ page) {
  await set(page, { engines: 'embedded' });
  await press(page, PLAY);
  await page.waitForFunction(
    () => /** @type {any} */ (document.querySelector('vorleser-player')).activeCue,
    { timeout: 20_000 },
  );
}

/**
 * How a listener brings the player into each of its states.
 *
 * @type {Record<string, (page: Page) => Promise<unknown>>}
 */
const states = {
  idle: (page) => appear(page, `${PLAY} >>> button`),
  async loading(page) {
    const letGo = site.hold('/german-');
    await set(page, { engines: 'embedded' });
    await press(page, PLAY);
    await untilSaid(page, '0 %');
    letGo();
  },
  speaking: speak,
  async paused(page) {
    await speak(page);
    await press(page, PLAY);
    await untilNamed(page, 'Weiter anhören');
  },
  async ended(page) {
    await speak(page);
    await page.evaluate(() => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      player.playbackRate = 4;
      player.currentTime = Infinity;
    });
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('vorleser-player')).ended,
    );
  },
  async failed(page) {
    const unblock = site.block('/german-');
    await set(page, { engines: 'embedded' });
    await press(page, PLAY);
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector('vorleser-player')).error,
      { timeout: 20_000 },
    );
    unblock();
  },
  async question(page) {
    await set(page, { engines: 'azure', tokenUrl: 'https://tokens.example/' });
    await press(page, PLAY);
    await appear(page, 'vorleser-consent >>> button');
  },
  async 'place kept'(page) {
    await set(page, { engines: 'embedded' });
    await page.evaluate(() =>
      /** @type {any} */ (document.querySelector('vorleser-player')).seekToCue(4),
    );
    await speak(page);
    await page.reload();
    await untilNamed(page, 'Weiter anhören');
  },
  async settings(page) {
    await press(page, 'vorleser-settings-button');
    await appear(page, 'vorleser-settings >>> button');
  },
};

/** Opens a page for somebody who comes for the first time, and brings its player into a state. */
async function inState(
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

/** All but the pictures of every control, which are the same in all languages. */
const QUICK = Object.keys(checks).filter((name) => name !== 'focusRing');

describe('the audit finds nothing', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => browser.close());

  for (const state of Object.keys(states)) {
    test(`on the article page, ${state}`, { timeout: 60_000 }, async () => {
      const page = await inState(browser, site.page, state);
      assert.deepEqual(await audit(page, { within: 'body' }), []);
      await page.close();
    });
  }

  for (const state of ['idle', 'speaking']) {
    test(`on a foreign page, ${state}`, { timeout: 60_000 }, async () => {
      const page = await inState(browser, site.guest, state);
      assert.deepEqual(await audit(page), []);
      await page.close();
    });

    for (const lang of ['en', 'fr', 'it']) {
      test(`in ${lang}, ${state}`, { timeout: 60_000 }, async () => {
        const page = await inState(browser, site.page, state);
        await page.$eval(
          'vorleser-player',
          (player, lang) => player.setAttribute('lang', lang),
          lang,
        );
        await appear(page, `[part=bar][lang=${lang}]`);
        await press(page, 'vorleser-settings-button');
        await appear(page, 'vorleser-settings >>> button');
        assert.deepEqual(await audit(page, { lang, only: QUICK }), []);
        await page.close();
      });
    }

    for (const colours of [{ colorScheme: 'dark' }, { forcedColors: true }]) {
      test(`with ${Object.keys(colours)[0]}, ${state}`, { timeout: 60_000 }, async () => {
        const page = await inState(browser, site.page, state, colours);
        const only = ['axe', 'iconContrast', 'focusRing'];
        if (!('forcedColors' in colours)) only.push('highlightContrast');
        assert.deepEqual(await audit(page, { within: 'body', only }), []);
        await page.close();
      });
    }
  }
});

/** What of a node is compared, besides its role and name. A slider's own text is not told here: the audit looks at it. */
const TOLD = ['value', 'disabled', 'expanded', 'haspopup', 'pressed', 'checked', 'focused', 'live'];

/** An accessibility tree as lines of text, without passing times and the choices of a list that is closed. */
function lines(/** @type {any} */ node, /** @type {string[]} */ without = ['option'], depth = 0) {
  const { role, name = '', children = [] } = node;
  const told = TOLD.filter((key) => node[key] !== undefined && role !== 'slider');
  const line = [`${role} „${name}“`, ...told.map((key) => `${key}=${node[key]}`)].join(' ');
  /** @type {string[]} */
  const all = ['  '.repeat(depth) + line.replaceAll(/\d+ (Sekunde|Minute)n?/g, '… $1n')];
  for (const child of children)
    if (!without.includes(child.role)) all.push(...lines(child, without, depth + 1));
  return all;
}

test('Chromium tells assistive technology what it should', { timeout: 120_000 }, async () => {
  const browser = await launch('chromium');
  /** @type {string[]} */
  const trees = [];
  try {
    for (const state of Object.keys(states)) {
      const page = await inState(browser, site.page, state);
      const root = await page.$('vorleser-player');
      const tree = await page.accessibility.snapshot({ root: root ?? undefined });
      trees.push(`# ${state}`, ...lines(tree), '');
      await page.close();
    }
  } finally {
    await browser.close();
    mkdirSync('test/output', { recursive: true });
    writeFileSync('test/output/accessibility-tree.txt', trees.join('\n'));
  }
  const expected = new URL('../fixtures/accessibility-tree.txt', import.meta.url);
  assert.equal(trees.join('\n'), readFileSync(expected, 'utf8'));
});

test('the article is the same to assistive technology before, during and after', async () => {
  const browser = await launch('chromium');
  try {
    const { page } = await open(browser, site.page);
    const root = /** @type {any} */ (await page.$('article'));
    const tree = async () => {
      const node = await page.accessibility.snapshot({ root, interestingOnly: false });
      return lines(node, ['InlineTextBox', 'region']);
    };
    const untouched = await tree();
    assert.ok(untouched.length > 20, `${untouched.length} nodes`);
    await speak(page);
    for (let times = 0; times < 5; times++) {
      assert.deepEqual(await tree(), untouched);
      await page.evaluate(() =>
        /** @type {any} */ (document.querySelector('vorleser-player')).next(),
      );
    }
    await press(page, PLAY);
    assert.deepEqual(await tree(), untouched);
    await press(page, 'vorleser-stop-button');
    assert.deepEqual(await tree(), untouched);
  } finally {
    await browser.close();
  }
});

test('two players of a page are told apart by name', async () => {
  const browser = await launch('chromium');
  try {
    const { page } = await open(browser, site.page);
    await page.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML(
          'beforeend',
          '<article id="second"><h2>Ein zweiter Artikel</h2><p>Noch ein Satz.</p></article><vorleser-player for="second"></vorleser-player>',
        );
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    /** @type {string[]} */
    const regions = [];
    for (const root of await page.$$('vorleser-player'))
      regions.push((await page.accessibility.snapshot({ root }))?.name ?? '');
    assert.equal(new Set(regions).size, 2, regions.join());
    assert.equal(regions[1], 'Vorlesen: Ein zweiter Artikel');
  } finally {
    await browser.close();
  }
});

for (const browserName of browserNames) {
  test(`${browserName}: everything is done by keys`, { timeout: 90_000 }, async () => {
    const browser = await launch(browserName);
    try {
      const { page } = await open(browser, site.page);
      await appear(page, `${PLAY} >>> button`);
      await set(page, { engines: 'embedded' });
      await page.$eval('vorleser-player', (player) => {
        player.insertAdjacentHTML('beforebegin', '<a href="#before">Davor</a>');
        player.insertAdjacentHTML('afterend', '<a href="#after">Danach</a>');
      });
      await page.mouse.click(2, 2);
      const focused = () =>
        page.evaluate(() => {
          let element = /** @type {any} */ (document.activeElement);
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element === document.body || !element
            ? ''
            : (element.ariaLabel ?? element.textContent.trim());
        });
      const tab = async (/** @type {boolean} */ back) => {
        if (back) await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        if (back) await page.keyboard.up('Shift');
      };
      const tabTo = async (/** @type {string} */ name, back = false) => {
        for (let times = 0; times < 30; times++) {
          if ((await focused()) === name) return;
          await tab(back);
        }
        assert.fail(`No key reaches „${name}“`);
      };

      /** The names of what the focus comes to, from one link beside the player to the other. */
      const way = async (/** @type {string} */ from, /** @type {string} */ to, back = false) => {
        await tabTo(from, back);
        const names = [];
        for (let name = ''; name !== to && names.length < 30; names.push(name)) {
          await tab(back);
          name = await focused();
        }
        return names.slice(0, -1);
      };
      const there = await way('Davor', 'Danach');
      const back = (await way('Danach', 'Davor', true)).reverse();
      assert.deepEqual(back, there);
      assert.equal(new Set(there).size, there.length);
      const seen = await page.$$eval('vorleser-player', ([player]) => {
        /** @type {Element[]} */
        const found = [];
        const visit = (/** @type {any} */ root) => {
          for (const element of root.querySelectorAll('*')) {
            if (element.matches('button, select, input') && element.checkVisibility())
              found.push(element);
            if (element.shadowRoot) visit(element.shadowRoot);
          }
        };
        visit(player?.shadowRoot);
        return found.length;
      });
      assert.equal(there.length, seen);

      await tabTo('Artikel anhören');
      await page.keyboard.press('Enter');
      await untilNamed(page, 'Pause');
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector('vorleser-player')).activeCue,
      );
      assert.equal(await focused(), 'Pause');
      await page.keyboard.press(' ');
      await untilNamed(page, 'Weiter anhören');
      assert.equal(await focused(), 'Weiter anhören');

      await tabTo('Nächster Absatz');
      await page.keyboard.press('Enter');
      await tabTo('Stelle im Artikel');
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      const cue = () =>
        page.$eval('vorleser-player', (player) => /** @type {any} */ (player).activeCue?.index);
      assert.equal(await cue(), 1);

      await tabTo('Einstellungen', true);
      await page.keyboard.press('Enter');
      await appear(page, 'vorleser-settings >>> button');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      assert.equal(await focused(), 'Einstellungen');
      assert.equal(await page.$('vorleser-player >>> vorleser-settings'), null);
      await page.keyboard.press('Escape');
      assert.equal(await cue(), undefined);
      assert.equal(await focused(), 'Einstellungen');
    } finally {
      await browser.close();
    }
  });
}

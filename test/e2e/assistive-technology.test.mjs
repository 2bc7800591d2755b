/** The player with assistive technology, by keyboard, and with text of 400 %. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { audit } from '../audit/audit.mjs';
import { treeLines } from './accessibility-tree.mjs';
import { browserNames, launch, open, press, site } from './site.mjs';
import { appear, goThroughStates, PLAY, set, speak, untilNamed } from './states.mjs';

// Screenshots are kept there, for people to look at.
mkdirSync('test/output', { recursive: true });

after(() => site.close());

test('no content is cut off or covered with text of 400 %', { timeout: 120_000 }, async () => {
  const browser = await launch('chromium', { fontSize: 64 });
  try {
    const { page } = await open(browser, site.page);
    await page.setViewport({ width: 1280, height: 1024 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    const alone = await page.evaluate(() => {
      document.querySelector('vorleser-player')?.toggleAttribute('hidden', true);
      const { scrollWidth } = document.documentElement;
      document.querySelector('vorleser-player')?.toggleAttribute('hidden', false);
      return scrollWidth;
    });
    await goThroughStates(page, async (state, within = 'vorleser-player') => {
      await page.screenshot({ path: `test/output/text of 400 %, ${state}.png` });
      const found = await audit(page, { within, only: ['targets', 'cutOff', 'covered'] });
      assert.deepEqual(found, [], state);
      assert.ok((await wide()) <= alone, state);
    });
  } finally {
    await browser.close();
  }
});

test('the article’s accessibility tree is the same before, during and after reading', async () => {
  const browser = await launch('chromium');
  try {
    const { page } = await open(browser, site.page);
    const root = /** @type {any} */ (await page.$('article'));
    const tree = async () => {
      const node = await page.accessibility.snapshot({ root, interestingOnly: false });
      return treeLines(node, ['InlineTextBox', 'region']);
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

test('two players of a page have different names', async () => {
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
      /** Goes to the beginning of the page: the focus may have been in the browser's toolbars, and leaves them late. */
      const enterPage = async () => {
        await page.mouse.click(2, 2);
        await page.waitForFunction(() => document.hasFocus());
      };
      await enterPage();
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
        assert.fail(`The Tab key does not reach „${name}“`);
      };

      /** The names of the controls that Tab reaches, from one link beside the player to the other. */
      const way = async (/** @type {string} */ from, /** @type {string} */ to, back = false) => {
        await tabTo(from, back);
        const names = [];
        for (let name = ''; name !== to && names.length < 30; names.push(name)) {
          await tab(back);
          name = await focused();
        }
        return names.slice(0, -1);
      };
      /** Fails unless Tab reaches every control that is shown, once, and Shift+Tab the same ones backwards. */
      const goBothWays = async () => {
        const there = await way('Davor', 'Danach');
        const back = (await way('Danach', 'Davor', true)).reverse();
        assert.deepEqual(back, there);
        assert.equal(new Set(there).size, there.length);
        const seen = await page.$$eval('vorleser-player', ([player]) => {
          /** @type {Element[]} */
          const found = [];
          const visit = (/** @type {any} */ root) => {
            for (const element of root.querySelectorAll('*')) {
              if (element.matches('a, button, select, input') && element.checkVisibility())
                found.push(element);
              if (element.shadowRoot) visit(element.shadowRoot);
            }
          };
          visit(player?.shadowRoot);
          return found.length;
        });
        assert.equal(there.length, seen);
      };
      await goBothWays();

      // From the beginning of the page: driven like this, Firefox does not click on Enter after the focus has been in its toolbars.
      await enterPage();
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
      await appear(page, 'vorleser-more-button >>> button');
      await enterPage();
      await goBothWays();

      await tabTo('Mehr');
      await page.keyboard.press('Enter');
      await appear(page, 'vorleser-more-button >>> vorleser-stop-button >>> button');
      await tabTo('Nächster Absatz');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      assert.equal(await focused(), 'Mehr');
      await tabTo('Stelle im Artikel', true);
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector('vorleser-player')).activeCue?.index === 1,
      );

      await tabTo('Mehr');
      await page.keyboard.press('Enter');
      await appear(page, 'vorleser-more-button >>> vorleser-stop-button >>> button');
      await tabTo('Einstellungen');
      await page.keyboard.press('Enter');
      await appear(page, 'vorleser-settings >>> button');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      assert.equal(await focused(), 'Einstellungen');
      assert.equal(await page.$('vorleser-player >>> vorleser-settings'), null);
      await page.keyboard.press('Escape');
      assert.equal(await focused(), 'Mehr');
      await page.keyboard.press('Escape');
      const cue = await page.$eval(
        'vorleser-player',
        (player) => /** @type {any} */ (player).activeCue,
      );
      assert.equal(cue, null);
      // The press is answered before the row of the reading goes, and with it the button that had the focus.
      for (let times = 0; times < 50 && (await focused()) === 'Mehr'; times++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(await focused(), 'Weiter anhören');
    } finally {
      await browser.close();
    }
  });
}

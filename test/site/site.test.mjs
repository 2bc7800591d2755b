/** The documentation site as it is deployed: no link is broken, every page is accessible, examples and playground speak. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { navigation } from '../../site/navigation.mjs';
import { audit } from '../audit/audit.mjs';
import { pages as documentation } from '../docs/pages.mjs';
import { browserNames, launch, open, sidewaysOverflow, site } from '../e2e/site.mjs';
import { buildSite } from './built-site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Frame} Frame */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of each kind, for checks that the text of a page does not affect, and for what is around the text. */
const KINDS = ['embedding.html', 'playground.html', 'search.html?q=policy', 'de/start.html'];

/** High enough for the navigation: the audit cannot see the colours of what is scrolled away. */
const TALL = { width: 1280, height: 2000 };

/** Colour preferences of readers. @type {Record<string, { colorScheme?: string, forcedColors?: boolean }>} */
const COLOURS = {
  'dark colours': { colorScheme: 'dark' },
  'forced colours': { forcedColors: true },
};

/**
 * What axe suspects, and why it is no fault here: the navigation lists parts of a page next to other pages, and each player has a link
 * past its controls. What is around such a link says where it leads.
 */
const TRIAGED = 'axe/identical-links-same-purpose';

/** Rules for whole pages. An example in a frame is a snippet without landmarks and often without a heading. */
const OF_PAGES = ['axe/landmark-one-main', 'axe/page-has-heading-one', 'axe/region'];

const isOfFrame = (/** @type {{ rule: string, where: string }} */ { rule, where }) =>
  where.includes('iframe') && OF_PAGES.includes(rule);

/** HTML that would run a script in every way that the page's own parser knows, around a text. */
const HOSTILE = `<!doctype html><html lang="de"><head><title>Ein Artikel</title><script>window.ran = 'head'</script></head>
<body onload="window.ran = 'load'"><nav>Startseite</nav><article><h1>Die Brücke</h1>
<script>window.ran = 'script'</script><img src="https://stranger.example/x.png" onerror="window.ran = 'error'">
<p onclick="window.ran = 'click'">Der Rat hat am <b>Dienstag</b> beschlossen, die alte Brücke zu erhalten.</p>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe><svg onload="window.ran = 'svg'"></svg>
<a href="javascript:window.ran = 'link'">Mehr dazu</a><details open ontoggle="window.ran = 'toggle'">Ende.</details>
</article></body></html>`;

/** @type {Awaited<ReturnType<typeof buildSite>>} */
let built;
before(async () => (built = await buildSite()));
after(() => {
  built.server.close();
  site.close();
});

describe('the site', () => {
  test('has every page of the documentation', () => {
    const listed = Object.values(navigation).flatMap((groups) =>
      groups.flatMap(({ files }) => files),
    );
    const left = documentation.filter(({ file }) => file !== 'README.md' && !listed.includes(file));
    assert.deepEqual(
      left.map(({ file }) => `${file} is not in site/navigation.mjs`),
      [],
    );
    assert.ok(built.pages.length > listed.length);
  });

  test('has no broken link', () => {
    const broken = [...built.pages, ...built.examples].flatMap((page) =>
      addressesIn(built.read(page))
        .filter((address) => !leadsSomewhere(page, address))
        .map((address) => `${page}: ${address}`),
    );
    assert.deepEqual(broken, []);
  });

  test('skips no level of headings', () => {
    for (const { file, headings } of documentation)
      headings.forEach(({ depth, text }, index) =>
        assert.ok(depth <= (headings[index - 1]?.depth ?? 0) + 1, `${file}: ${text}`),
      );
  });

  test('leaves no id to two elements', () => {
    for (const page of built.pages) {
      const ids = [...built.read(page).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, page);
    }
  });
});

describe('every page', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => (browser = await launch('chromium')));
  after(() => browser.close());

  test(
    'has nothing that the audit finds, and fits into 320 pixels',
    { timeout: 300_000 },
    async () => {
      const { page, problems } = await open(browser, built.server.address);
      /** @type {unknown[]} */
      const found = [];
      for (const name of built.pages) {
        await page.setViewport(TALL);
        await page.goto(built.server.address + name);
        await prepareFrames(page);
        const findings = await audit(page, { within: '#content', only: ['axe'] });
        const faults = findings.filter((each) => each.rule !== TRIAGED && !isOfFrame(each));
        found.push(...faults.map((each) => ({ name, ...each })));
        await page.setViewport({ width: 320, height: 640 });
        const overflow = await sidewaysOverflow(page);
        if (overflow > 0) found.push({ name, rule: 'reflow', what: `${overflow} px too wide` });
      }
      assert.deepEqual(found, []);
      assert.deepEqual(problems, []);
      await page.close();
    },
  );

  for (const [colours, preferences] of Object.entries(COLOURS))
    test(`has nothing that the audit finds in ${colours}`, { timeout: 120_000 }, async () => {
      for (const name of KINDS) {
        const { page } = await open(browser, built.server.address + name, preferences);
        await page.setViewport(TALL);
        await prepareFrames(page);
        const only = ['axe', 'iconContrast', 'focusRing'];
        assert.deepEqual(await audit(page, { within: 'body', only: only.slice(0, 1) }), [], name);
        assert.deepEqual(await audit(page, { within: '.site-header', only }), [], name);
        await page.close();
      }
    });

  for (const name of KINDS)
    test(`loses no text to wide spacing or on a narrow screen: ${name}`, async () => {
      const { page } = await open(browser, built.server.address + name);
      await page.setViewport({ width: 320, height: 640 });
      await page.click('summary');
      await prepareFrames(page);
      const only = ['cutOff', 'textSpacing', 'axe'];
      assert.deepEqual(await audit(page, { within: 'body', only }), []);
      const header = { within: '.site-header', only: ['targets'] };
      assert.deepEqual(await audit(page, header), []);
      await page.close();
    });

  test('can be used with the keyboard alone', async () => {
    const { page } = await open(browser, `${built.server.address}embedding.html`);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to content');
    const size = await page.$eval('.skip-link', (link) => link.getBoundingClientRect().width);
    assert.ok(size > 44, 'the link is visible while it has the focus');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
    await page.setViewport({ width: 320, height: 640 });
    await page.focus('summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Vorleser');
    assert.ok(await page.$eval('.menu nav a', (link) => link.checkVisibility()));
    await page.close();
  });

  test('can be found by its words', async () => {
    const { page, problems } = await open(browser, `${built.server.address}styling.html`);
    await page.type('input[type=search]', 'german voice why');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const first = await page.waitForSelector('.results a');
    assert.equal(
      await first?.evaluate(({ textContent }) => textContent),
      'Troubleshooting: Why is there no German voice?',
    );
    await Promise.all([page.waitForNavigation(), first?.click()]);
    assert.ok(page.url().endsWith('troubleshooting.html#why-is-there-no-german-voice'));
    await page.goto(`${built.server.address}de/search.html?q=qqq`);
    await page.waitForSelector('::-p-text(Nichts gefunden zu „qqq“)');
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('lets code be copied', async () => {
    const { page } = await open(browser, `${built.server.address}frameworks.html`);
    const context = page.browserContext();
    await context.overridePermissions(built.server.address.slice(0, -1), [
      'clipboard-read',
      'clipboard-sanitized-write',
    ]);
    await page.bringToFront();
    await page.click('.copy');
    await page.waitForSelector('.copy::-p-text(Copied)');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(text, 'npm install vorleser vorleser-espeak-ng');
    await page.close();
  });
});

for (const name of browserNames)
  describe(`in ${name}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    test('an example speaks where it is shown, and is as high as its content', async () => {
      const { page, problems } = await open(browser, `${built.server.address}index.html`);
      const element = await page.waitForSelector('iframe');
      const frame = /** @type {Frame} */ (await element?.contentFrame());
      const button = await frame.waitForSelector(
        'vorleser-player >>> vorleser-play-button >>> button',
        { visible: true },
      );
      await button?.click();
      await isHeard(frame, 'Wer an einem Sommerabend nach oben sieht');
      await page.waitForFunction(() => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const content = frame.contentDocument?.querySelector('#example')?.getBoundingClientRect();
        return content && Math.abs(content.height - frame.clientHeight) <= 1;
      });
      assert.deepEqual(problems, []);
      await page.close();
    });

    for (const { example, play, shows } of [
      {
        example: 'controls-a-control-of-your-own',
        play: 'vorleser-play-button >>> button',
        shows:
          "document.querySelector('sentence-counter').shadowRoot.textContent === 'Satz 1, weiter'",
      },
      {
        example: 'publishers-statistics',
        play: 'vorleser-player >>> vorleser-play-button >>> button',
        shows: "document.querySelector('#console').textContent.includes('play after 0 s')",
      },
    ])
      test(`the script of an example runs where it is shown: ${example}`, async () => {
        const [name = ''] = example.split('-');
        const { page, problems } = await open(browser, `${built.server.address}${name}.html`);
        const element = await page.waitForSelector(`iframe[src="examples/${example}.html"]`);
        await element?.scrollIntoView();
        const frame = await page.waitForFrame((each) => each.url().endsWith(`/${example}.html`));
        await (await frame.waitForSelector(play, { visible: true }))?.click();
        await frame.waitForFunction(shows, { polling: 50 });
        assert.deepEqual(problems, []);
        await page.close();
      });

    test('the playground reads a text', async () => {
      const { page, problems } = await open(browser, `${built.server.address}playground.html`);
      await paste(page, 'Der erste Satz ist kurz. Der zweite auch.\n\nEin neuer Absatz.');
      await isHeard(page.mainFrame(), 'Der erste Satz ist kurz.');
      await cuesAre(page, ['Der erste Satz ist kurz.', 'Der zweite auch.', 'Ein neuer Absatz.']);
      await paste(page, 'Ein anderer Text.');
      await isHeard(page.mainFrame(), 'Ein anderer Text.');
      assert.deepEqual(problems, []);
      await page.close();
    });

    test('the playground reads the article of a pasted page, of which nothing runs or loads', async () => {
      const { page, problems } = await open(browser, `${built.server.address}de/playground.html`);
      /** @type {string[]} */
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      await paste(page, HOSTILE);
      await isHeard(page.mainFrame(), 'Die Brücke');
      await cuesAre(page, [
        'Die Brücke',
        'Der Rat hat am Dienstag beschlossen, die alte Brücke zu erhalten.',
        'Mehr dazu',
        'Ende.',
      ]);
      for (const link of ['p', 'a']) await page.click(`#result >>> ${link}`);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).ran), undefined);
      assert.deepEqual(
        requests.filter(
          (url) => !url.startsWith(built.server.address) && !/^(?:blob|data):/.test(url),
        ),
        [],
      );
      // Chromium reports the handlers of the document that was parsed, although nothing runs in it.
      assert.deepEqual(
        problems.filter((text) => !text.includes('Executing inline event handler')),
        [],
      );
      await page.close();
    });
  });

/** All addresses that a page names. */
function addressesIn(/** @type {string} */ html) {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]+)"/g)].map(([, address = '']) => address);
}

/** Whether an address is one of the web, or a file of the site and an element in it. */
function leadsSomewhere(/** @type {string} */ page, /** @type {string} */ address) {
  if (/^https?:/.test(address)) return true;
  const [target = '', anchor] = address.replace(/\?.*/, '').split('#');
  const file = target ? path.posix.join(path.posix.dirname(page), target) : page;
  const name = file.endsWith('/') ? `${file}index.html` : file;
  if (!built.files.has(name)) return false;
  return !anchor || built.read(name).includes(` id="${decodeURI(anchor)}"`);
}

/** Loads all frames of a page, and the engine of the audit in each: without it, nothing in a frame is audited. */
async function prepareFrames(/** @type {Page} */ page) {
  await page.$$eval('iframe', (frames) =>
    Promise.all(
      frames.map(async (frame) => {
        const isLoaded = () => frame.contentDocument?.querySelector('vorleser-player');
        frame.loading = 'eager';
        while (!isLoaded()) await new Promise((resolve) => setTimeout(resolve, 20));
      }),
    ),
  );
  for (const frame of page.frames()) if (frame !== page.mainFrame()) await frame.evaluate(axe);
}

/** Puts a text into the playground, and presses its button. */
async function paste(/** @type {Page} */ page, /** @type {string} */ text) {
  await page.$eval(
    '#source',
    (area, text) => {
      /** @type {HTMLTextAreaElement} */ (area).value = text;
    },
    text,
  );
  await page.click('.playground button');
}

/** Waits until a sentence is heard. */
async function isHeard(/** @type {Frame} */ frame, /** @type {string} */ text) {
  await frame.waitForFunction(
    (text) => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      return player.activeCue?.text.startsWith(text);
    },
    { timeout: 60_000 },
    text,
  );
}

/** Asserts what the player reads. */
async function cuesAre(/** @type {Page} */ page, /** @type {string[]} */ texts) {
  const read = await page.$eval('vorleser-player', async (element) => {
    const player = /** @type {any} */ (element);
    player.pause();
    while (player.readyState === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return player.cues.map((/** @type {any} */ cue) => cue.text);
  });
  assert.deepEqual(read, texts);
}

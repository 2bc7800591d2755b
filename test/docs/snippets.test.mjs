/** The snippets of README and docs do what the text around them says: each example is a page in Chromium, whose player speaks. */
/* global document, window, getComputedStyle, CSS, CSSGroupingRule, CSSStyleRule */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, open, site } from '../e2e/site.mjs';
import { pageOf, PLAYER } from '../../site/examples.mjs';
import { examplesOf, textOf } from '../../site/source.mjs';
import { sections } from './pages.mjs';
import { bundle, elements, importSource, serveSnippets } from './snippet-site.mjs';

/** @typedef {import('../../site/source.mjs').Section} Section */
/** @typedef {import('puppeteer-core').Page} Page */

/** @type {typeof import('../../src/article/markdown.js')} */
const { parseArticle } = await importSource('src/article/markdown.ts');

/** What is read of an example's article, where the example is about that. @type {Record<string, string[]>} */
const READ = {
  'docs/what-is-read.md#left-out': ['Der erste Satz des Artikels.', 'Ein zweiter folgt.'],
  'docs/what-is-read.md#what-authors-decide': ['Die WHO warnt.'],
};

/** Attributes that every element has. */
const GLOBAL = ['id', 'class', 'part', 'slot', 'lang', 'hidden', 'exportparts'];

const described = elements();

/** Runs on a server, not in a page. */
const isForServer = (/** @type {string} */ script) => script.includes("'vorleser/server/");

// The German pages have the same snippets: translations.test.mjs.
const examples = sections.filter(({ name }) => !name.startsWith('docs/de/')).flatMap(examplesOf);

const inPages = examples.filter((example) => {
  const script = textOf(example, 'js');
  return textOf(example, 'html') || textOf(example, 'css') || (script && !isForServer(script));
});

describe('snippets', { timeout: 300_000 }, () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveSnippets>>} */
  let snippets;
  before(async () => {
    browser = await launch('chromium');
    snippets = await serveSnippets(site.page);
  });
  after(async () => {
    await browser.close();
    snippets.close();
    site.close();
  });

  for (const example of inPages)
    test(`${example.name} works in a page`, async () => {
      const [html, css, script] = ['html', 'css', 'js'].map((lang) => textOf(example, lang));
      snippets.show({
        html: pageOf(html || (css ? PLAYER : ''), css),
        others: {
          ...(script && { '/snippet.js': { type: 'text/javascript', text: await bundle(script) } }),
          ...lexiconOf(example),
        },
      });
      const { page, problems } = await open(browser, snippets.address);
      if (html) assertAttributes(html);
      if (script) await runScript(page);
      if (html) await assertSpeaks(page, READ[example.name]);
      if (css) await assertStyles(page, css);
      assert.deepEqual(problems, []);
      await page.close();
    });

  for (const example of inPages.filter((each) => textOf(each, 'css').includes(':not(:defined)')))
    test(`${example.name} reserves as much space as the player takes`, async () => {
      const recording =
        '<audio controls preload="none"><track kind="metadata" src="/story.vtt"></audio>';
      const content = textOf(example, 'css').includes('audio') ? recording : '';
      const player = `<vorleser-player for="story">${content}</vorleser-player>`;
      for (const [width, size] of [
        [320, 16],
        [600, 20],
        [1000, 16],
        [1000, 24],
      ]) {
        const style = `${textOf(example, 'css')} body { font-size: ${size}px }`;
        snippets.show({ html: pageOf(player, style).replace(/<script.*<\/script>/, '') });
        const { page } = await open(browser, snippets.address);
        await page.setViewport({ width: Number(width), height: 800 });
        const height = () =>
          page.$eval('vorleser-player', (player) => player.getBoundingClientRect().height);
        const reserved = await height();
        await page.addScriptTag({ url: `${site.page}vorleser.js`, type: 'module' });
        await page.waitForSelector('vorleser-player >>> vorleser-play-button >>> button', {
          visible: true,
        });
        assert.equal(await height(), reserved, `at ${width} pixels with text of ${size}`);
        await page.close();
      }
    });

  const headers = examples.flatMap(({ name, fences }) =>
    fences
      .filter(({ lang }) => lang === 'http')
      .flatMap(({ text }) => [...text.matchAll(/^([\w-]+): (.+)$/gm)])
      .map(([, header = '', value = '']) => ({ name, header, value })),
  );
  // policies.test.mjs tests the policies.
  for (const { name, header, value } of headers.filter(({ header }) => !header.includes('Policy')))
    test(`${name} is true of the server of npm start: ${header}: ${value}`, async () => {
      const response = await fetch(`${site.page}vorleser.js`);
      assert.equal(response.headers.get(header), value);
    });

  test('every event that the player dispatches is in the reference', async () => {
    snippets.show({ html: pageOf(PLAYER) });
    const { page } = await open(browser, snippets.address);
    await page.waitForSelector('vorleser-player >>> vorleser-play-button >>> button', {
      visible: true,
    });
    await page.mouse.click(1, 1);
    const types = await page.$eval('vorleser-player', dispatchedEvents);
    await page.close();
    const player = described.find(({ tagName }) => tagName === 'vorleser-player');
    const events = (player?.events ?? []).map(({ name }) => name);
    // Lit's contexts are no business of a page.
    const own = types.filter((type) => !type.startsWith('context-'));
    assert.ok(own.includes('ended'));
    assert.deepEqual(
      own.filter((type) => !events.includes(type)),
      [],
    );
  });

  for (const example of examples) {
    const script = textOf(example, 'js');
    if (isForServer(script))
      test(`${example.name} works on a server`, async () => {
        mkdirSync('test/output/docs', { recursive: true });
        const file = path.resolve('test/output/docs/server.mjs');
        writeFileSync(file, script);
        const { default: handler } = await import(pathToFileURL(file).href);
        const response = await handler.fetch(new Request('https://tokens.your-host.example/'));
        assert.ok(response.status > 0);
      });
    const yaml = textOf(example, 'yaml');
    if (yaml)
      test(`${example.name} is front matter of an article`, () => {
        const article = parseArticle(`---\n${yaml}\n---\n\nEin Satz.\n`);
        assert.deepEqual(
          Object.entries(article).filter(([, value]) => value === undefined),
          [],
        );
      });
  }
});

/** Serves an example's lexicon at the address that its player names. */
function lexiconOf(/** @type {Section} */ example) {
  const [, address] = /lexicon="(.+?)"/.exec(textOf(example, 'html')) ?? [];
  const text = textOf(example, 'xml');
  return address && text ? { [address]: { type: 'application/pls+xml', text } } : {};
}

/** Asserts that elements of the player have no attributes that they do not know. */
function assertAttributes(/** @type {string} */ html) {
  for (const [, tag, text = ''] of html.matchAll(/<(vorleser-[a-z-]+)([^>]*)>/g)) {
    const element = described.find(({ tagName }) => tagName === tag);
    assert.ok(element, `there is no ${tag}`);
    const known = [...GLOBAL, ...(element.attributes ?? []).map(({ name }) => name)];
    for (const [, name = ''] of text.matchAll(/([\w-]+)(?:="[^"]*")?/g))
      assert.ok(known.includes(name), `${tag} has no attribute ${name}`);
  }
}

/** Runs the example's script after a click, which lets a page play sound, and asserts what its comments say. */
async function runScript(/** @type {Page} */ page) {
  await page.mouse.click(1, 1);
  await page.addScriptTag({ url: '/snippet.js', type: 'module' });
  await page.waitForFunction(() => /** @type {any} */ (window).done, { timeout: 20_000 });
  const checks = await page.evaluate(() => /** @type {any} */ (window).checks ?? []);
  for (const { line, actual, expected } of checks) assert.deepEqual(actual, expected, line);
}

/**
 * Asserts that all elements are defined, and that the player speaks.
 *
 * @param {Page} page
 * @param {string[]} [read] all that is read
 */
async function assertSpeaks(page, read) {
  await page.waitForFunction(() => !document.querySelector(':not(:defined)'), { timeout: 20_000 });
  await page.mouse.click(1, 1);
  const texts = await page.$eval('vorleser-player', async (element) => {
    const player = /** @type {any} */ (element);
    // The promise settles once speech is audible. This browser has no voices of its own.
    await player.play().catch((/** @type {Error} */ error) => {
      if (player.engines !== 'browser') throw error;
    });
    player.pause();
    while (player.readyState === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return player.cues.map((/** @type {any} */ cue) => cue.text);
  });
  assert.ok(texts.length > 0, 'nothing is read');
  if (read) assert.deepEqual(texts, read);
}

/** Runs in the page: the types of the events that a player dispatches when it is used in every way. */
async function dispatchedEvents(/** @type {Element} */ element) {
  const player = /** @type {any} */ (element);
  /** @type {Set<string>} */
  const types = new Set();
  const { dispatchEvent } = player;
  player.dispatchEvent = (/** @type {Event} */ event) => {
    types.add(event.type);
    return dispatchEvent.call(player, event);
  };
  player.voices.at(0);
  await player.play();
  player.playbackRate = 4;
  player.volume = 0.5;
  player.muted = true;
  player.pause();
  player.next();
  await player.play();
  await new Promise((resolve) => player.addEventListener('ended', resolve));
  player.htmlFor = 'nowhere';
  await player.play().catch(() => undefined);
  return [...types];
}

/** Asserts that every rule is valid and changes something. */
async function assertStyles(/** @type {Page} */ page, /** @type {string} */ css) {
  await page.waitForSelector('vorleser-player >>> [part=bar]', { visible: true });
  const known = described.flatMap(({ cssProperties = [] }) =>
    cssProperties.map(({ name }) => name),
  );
  for (const [name] of css.matchAll(/--vorleser-[\w-]+/g))
    assert.ok(known.includes(name), `there is no ${name}`);
  const faults = await page.evaluate(findFaults, css);
  assert.deepEqual(faults, []);
}

/** Runs in the page: rules and declarations that the browser does not know, or that make no difference. */
function findFaults(/** @type {string} */ css) {
  /** @type {string[]} */
  const faults = [];
  for (const [, property = '', value = ''] of css.matchAll(/^\s*([\w-]+):\s*([^;{}]+);/gm))
    if (!property.startsWith('--') && !CSS.supports(property, value))
      faults.push(`${property}: ${value} is not valid`);

  /** @type {(root: ShadowRoot) => Element[]} */
  const below = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? below(element.shadowRoot) : []),
    ]);
  /** The elements that a selector matches; parts are those of any shadow tree in the element. */
  const matched = (/** @type {string} */ selector) => {
    const [, host = selector, part] = /^(.*)::part\((.+)\)$/.exec(selector) ?? [];
    const elements = [...document.querySelectorAll(host)];
    if (!part) return elements;
    return elements.flatMap((element) => (element.shadowRoot ? below(element.shadowRoot) : []));
  };
  const looks = (/** @type {Element[]} */ elements, /** @type {string[]} */ properties) =>
    elements.map((element) =>
      properties.map((property) => getComputedStyle(element).getPropertyValue(property)).join(';'),
    );

  const sheet = [...document.styleSheets].find(({ ownerNode }) => ownerNode?.nodeName === 'STYLE');
  let rules = 0;
  for (const rule of sheet?.cssRules ?? []) {
    rules++;
    if (!(rule instanceof CSSStyleRule)) {
      rules += rule instanceof CSSGroupingRule ? rule.cssRules.length : 0;
      continue;
    }
    // Until the player is defined; another test measures that.
    if (rule.selectorText.includes(':not(:defined)')) continue;
    const properties = [...rule.style];
    const text = rule.style.cssText;
    const elements = matched(rule.selectorText);
    const styled = looks(elements, properties);
    rule.style.cssText = '';
    const plain = looks(elements, properties);
    rule.style.cssText = text;
    if (styled.every((look, index) => look === plain[index]))
      faults.push(`${rule.selectorText} makes no difference`);
  }
  const written = css.split('{').length - 1;
  if (rules !== written) faults.push(`${written - rules} rules are not valid`);
  return faults;
}

/** The recipes of docs/recipes.md: what they make is a page that speaks. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { sections } from '../docs/pages.mjs';
import { launch, open, site } from '../e2e/site.mjs';
import { serveAnswers } from './servers.mjs';

/** A snippet of a recipe. */
function snippet(/** @type {string} */ recipe, /** @type {string} */ lang) {
  const section = sections.find(({ name }) => name === `docs/recipes.md#${recipe}`);
  const text = section?.fences.find((fence) => fence.lang === lang)?.text;
  assert.ok(text, `there is no ${lang} in ${recipe}`);
  return text;
}

const TEXT = '<p>Mauersegler schlafen im Flug.</p>';

const page = (/** @type {string} */ head, /** @type {string} */ body) =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Seite</title>${head}</head><body>${body}</body></html>`;

describe('the recipes', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveAnswers>>} */
  let server;
  before(async () => {
    browser = await launch('chromium');
    server = await serveAnswers({});
    server.answers['/favicon.ico'] = { status: 204 };
  });
  after(async () => {
    await browser.close();
    server.close();
    site.close();
  });

  /** Opens a page whose folder `vorleser/` is the build, and listens to it. @param {Record<string, string>} [headers] */
  async function read(/** @type {string} */ body, headers = {}) {
    server.answers['/'] = { body, headers };
    const files = await serveAnswers({}, 'dist');
    const { page, problems } = await open(browser, 'about:blank');
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      const [, name] = /\/vorleser\/(.*)$/.exec(request.url()) ?? [];
      if (!name) return void request.continue();
      const response = await fetch(`${files.origin}/${name}`);
      const type = response.headers.get('Content-Type') ?? '';
      return void request.respond({
        contentType: type,
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    await page.goto(server.origin);
    await page.waitForSelector('vorleser-player >>> vorleser-play-button', { visible: true });
    await page.mouse.click(1, 1);
    const texts = await page.$eval('vorleser-player', async (element) => {
      const player = /** @type {any} */ (element);
      player.next();
      while (player.readyState === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      return player.cues.map((/** @type {any} */ cue) => cue.text);
    });
    await page.close();
    files.close();
    assert.deepEqual(problems, []);
    return texts;
  }

  test('Eleventy: copies the files, and its layout speaks', async () => {
    const source = encodeURIComponent(snippet('eleventy', 'js'));
    const { default: configure } = await import(`data:text/javascript,${source}`);
    /** @type {Record<string, string>} */
    const copied = {};
    configure({ addPassthroughCopy: (/** @type {object} */ map) => Object.assign(copied, map) });
    assert.deepEqual(copied, { 'node_modules/vorleser/dist': 'vorleser' });
    assert.ok(existsSync('dist/vorleser.js'));
    const html = snippet('eleventy', 'njk')
      .replaceAll('{{ title }}', 'Im Flug')
      .replace("{{ '/vorleser/vorleser.js' | url }}", '/vorleser/vorleser.js')
      .replace('{{ content | safe }}', TEXT);
    assert.doesNotMatch(html, /\{\{/);
    assert.deepEqual(await read(html), ['Im Flug', 'Mauersegler schlafen im Flug.']);
  });

  test('TYPO3: its script tag and its template speak', async () => {
    const settings = Object.fromEntries(
      [...snippet('typo3', 'typoscript').matchAll(/^ {2}([\w.]+) = (.+)$/gm)].map(
        ([, name = '', value]) => [name, value],
      ),
    );
    assert.equal(settings['vorleser.external'], '1');
    const script = `<script src="${settings.vorleser}" type="${settings['vorleser.type']}"></script>`;
    const body = snippet('typo3', 'html')
      .replace('{newsItem.title}', 'Im Flug')
      .replace('<f:format.html>{newsItem.bodytext}</f:format.html>', TEXT);
    assert.doesNotMatch(body, /\{|<f:/);
    const { mutations } = parse(snippet('typo3', 'yaml'));
    const policy = mutations.map(
      (/** @type {any} */ { directive, sources }) => `${directive} ${sources.join(' ')}`,
    );
    const headers = {
      'Content-Security-Policy': ["default-src 'self'; img-src data:", ...policy].join('; '),
    };
    assert.deepEqual(await read(page('', body + script), headers), [
      'Im Flug',
      'Mauersegler schlafen im Flug.',
    ]);
  });

  /** What a recipe sends about a short article that is heard to its end, as `global` receives it. */
  async function sent(/** @type {string} */ recipe, /** @type {string} */ global) {
    const player = snippet(recipe, 'html')
      .replaceAll('https://your-host.example/vorleser/', site.page)
      .replace('statistics', '$& engines="embedded" playbackrate="4"')
      .replace('…', '<p>Eins.</p><p>Zwei.</p>');
    const script = `<script type="module">${snippet(recipe, 'js')}</script>`;
    server.answers['/'] = { body: page('', player + script) };
    const { page: tab, problems } = await open(browser, server.origin);
    await tab.waitForSelector('vorleser-player >>> vorleser-play-button', { visible: true });
    await tab.mouse.click(1, 1);
    const calls = await tab.$eval(
      'vorleser-player',
      async (element, name) => {
        const player = /** @type {any} */ (element);
        const ended = new Promise((resolve) =>
          document.addEventListener('vorleser-statistics', ({ detail }) => {
            if (detail.type === 'ended') resolve(detail);
          }),
        );
        await player.play();
        await ended;
        const target = /** @type {any} */ (window)[name];
        return target.q ?? target;
      },
      global,
    );
    await tab.close();
    assert.deepEqual(problems, []);
    return calls;
  }

  test('Matomo: receives events, and at the end the seconds', async () => {
    const calls = await sent('matomo', '_paq');
    const actions = calls.map((/** @type {unknown[]} */ [, , action]) => action);
    assert.deepEqual(actions, ['play', '25 %', '50 %', '75 %', 'ended']);
    for (const [method, category, , article] of calls)
      assert.deepEqual([method, category, article], ['trackEvent', 'Vorlesen', '/']);
    assert.deepEqual(
      calls.map((/** @type {unknown[]} */ [, , , , seconds]) => typeof seconds),
      ['undefined', 'undefined', 'undefined', 'undefined', 'number'],
    );
  });

  test('Plausible: receives the goal with its properties', async () => {
    const calls = await sent('plausible', 'plausible');
    assert.deepEqual(
      calls.map((/** @type {any[]} */ [goal, { props }]) => [goal, props.what]),
      ['play', '25 %', '50 %', '75 %', 'ended'].map((what) => ['Vorlesen', what]),
    );
    assert.ok(calls.every((/** @type {any[]} */ [, { props }]) => Number.isInteger(props.seconds)));
  });

  test('Google Tag Manager: adds the script with its attributes, also under strict-dynamic', async () => {
    const tag = snippet('google-tag-manager', 'html').replace(
      'https://your-host.example/vorleser/',
      site.page,
    );
    const nonce = tag.replace('<script>', '<script nonce="abc">');
    server.answers['/'] = {
      headers: {
        'Content-Security-Policy': `script-src 'nonce-abc' 'strict-dynamic'; connect-src ${site.page}; worker-src blob: ${site.page}`,
      },
      body: page('', `<article><h1>Im Flug</h1>${TEXT.repeat(20)}</article>${nonce}`),
    };
    const { page: tab, problems } = await open(browser, server.origin);
    await tab.waitForFunction(() => customElements.get('vorleser-player'));
    const attributes = await tab.$eval('head script[data-auto]', (script) =>
      Object.fromEntries([...script.attributes].map(({ name, value }) => [name, value])),
    );
    assert.deepEqual(attributes, {
      type: 'module',
      src: `${site.page}vorleser.js`,
      'data-auto': '',
    });
    assert.deepEqual(problems, []);
    await tab.close();
  });
});

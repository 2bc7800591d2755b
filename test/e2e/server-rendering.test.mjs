/** Pages that a server renders, with Lit and with React, and that a browser hydrates. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { litPage, ReactPage } from '../fixtures/server-page.mjs';
import { hasSpeech } from '../rig/packages.mjs';
import { serve } from '../rig/serve.mjs';
import { browserNames, launch, open, site } from './site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const CLIENTS = {
  lit: `
    import { hydrate } from '@lit-labs/ssr-client';
    import { litPage } from './test/fixtures/server-page.mjs';
    hydrate(litPage(), document.getElementById('root'));`,
  react: `
    import { createElement } from 'react';
    import { hydrateRoot } from 'react-dom/client';
    import { ReactPage } from './test/fixtures/server-page.mjs';
    window.events = [];
    const listeners = { onWord: ({ detail }) => events.push(detail), onPlay: () => events.push('play') };
    hydrateRoot(document.getElementById('root'), createElement(ReactPage, listeners));`,
};

const ARTICLE =
  '<article id="story"><p>Der erste Satz des Artikels. Ein zweiter folgt.</p></article>';

/** What the listener chose on an earlier visit, which the server does not know: the menu of rates has one more. */
const CHOICES = { version: 1, rate: 1.35, language: 'fr' };

/** Runs in the page, before its module: what the server has rendered is to stay. */
const RECORD = `
  const buttons = () => [...document.querySelectorAll('vorleser-player')].map((player) =>
    (player.shadowRoot.querySelector('vorleser-play-button') ?? player.querySelector('vorleser-play-button'))
      .shadowRoot?.querySelector('button'));
  window.rendered = document.querySelector('vorleser-player').shadowRoot ? buttons() : null;`;

/** A script for the page, in which Lit's support for hydration comes before everything else. */
async function bundle(/** @type {string} */ contents) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';${contents}`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"development"' },
    external: ['module'],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

function pageOf(/** @type {string} */ rendered, /** @type {string} */ script) {
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Artikel</title>
    <link rel="icon" href="data:,"></head><body><div id="root">${rendered}</div>${ARTICLE}
    <script>${RECORD}</script>
    <script type="module">${script.replaceAll('</script', '<\\/script')}</script></body></html>`;
}

describe('a page that a server has rendered', { timeout: 120_000 }, () => {
  /** @type {Record<string, { address: string, close(): void }>} */
  const servers = {};
  let litHtml = '';
  let reactHtml = '';

  before(async () => {
    litHtml = await collectResult(render(litPage()));
    reactHtml = renderToString(createElement(ReactPage, {}));
    servers.lit = await serve([], pageOf(litHtml, await bundle(CLIENTS.lit)));
    servers.react = await serve([], pageOf(reactHtml, await bundle(CLIENTS.react)));
  });
  after(() => {
    for (const server of Object.values(servers)) server.close();
    site.close();
  });

  test('has the bar in it with Lit', () => {
    assert.match(litHtml, /<vorleser-player[^>]* for="story"[^>]*>\s*<template shadowroot="open"/);
    assert.match(litHtml, /aria-label="Artikel anhören"|Artikel anhören/);
  });

  test('has the tag with its attributes in it with React', () => {
    assert.equal(
      reactHtml,
      '<vorleser-player for="story" engines="browser" class="player">' +
        '<vorleser-play-button></vorleser-play-button>' +
        '<vorleser-skip-button direction="previous" unit="paragraph"></vorleser-skip-button>' +
        '</vorleser-player>',
    );
  });

  for (const name of browserNames)
    describe(`in ${name}`, () => {
      /** @type {import('puppeteer-core').Browser} */
      let browser;
      before(async () => (browser = await launch(name, { systemVoices: true })));
      after(() => browser.close());

      test('is hydrated by Lit without a message, and plays', async () => {
        const { page, problems } = await openWithChoices(browser, servers.lit?.address ?? '');
        await page.waitForSelector('vorleser-player >>> [part="bar"][lang="fr"]', {
          visible: true,
        });
        const { kept, bars, rate, label } = await page.evaluate(async () => {
          const players = [...document.querySelectorAll('vorleser-player')];
          const inner = (/** @type {any} */ element, /** @type {string} */ selector) =>
            element.shadowRoot.querySelector(selector);
          const button = inner(players[0], 'vorleser-play-button');
          await button.updateComplete;
          return {
            kept: /** @type {any} */ (window).rendered.map(
              (/** @type {any} */ each) => each?.isConnected,
            ),
            bars: players.map(
              (player) => player.shadowRoot?.querySelectorAll('[part="bar"]').length,
            ),
            rate: players[0]?.playbackRate,
            label: inner(button, 'button').textContent.trim(),
          };
        });
        assert.deepEqual(kept, [true, true]);
        assert.deepEqual(bars, [1, 1]);
        assert.equal(rate, 1.35);
        assert.equal(label, 'Écouter l’article');
        if (hasSpeech()) {
          await assertPlays(page);
          const select = await page.waitForSelector(
            'vorleser-player >>> vorleser-rate-select >>> select',
            { visible: true },
          );
          assert.equal(await select?.evaluate(({ value }) => value), '1.35');
        }
        assert.deepEqual(problems, []);
        await page.close();
      });

      test('is hydrated by React without a message, with listeners and properties, and plays', async () => {
        const { page, problems } = await open(browser, servers.react?.address ?? '');
        await page.waitForFunction(
          () => document.querySelector('vorleser-player')?.playbackRate === 2,
        );
        const found = await page.evaluate(() => {
          const player = /** @type {any} */ (document.querySelector('vorleser-player'));
          player.dispatchEvent(new CustomEvent('boundary', { detail: { start: 0, end: 3 } }));
          return { lexicon: player.lexicon, events: /** @type {any} */ (window).events };
        });
        assert.deepEqual(found, { lexicon: { Kyjiw: 'Kiew' }, events: [{ start: 0, end: 3 }] });
        if (hasSpeech()) {
          await assertPlays(page);
          assert.ok(await page.evaluate(() => /** @type {any} */ (window).events.includes('play')));
        }
        assert.deepEqual(problems, []);
        await page.close();
      });
    });
});

function openWithChoices(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ address,
) {
  const before = `() => localStorage.setItem('vorleser', '${JSON.stringify(CHOICES)}')`;
  return open(browser, address, { before: /** @type {any} */ (`(${before})()`) });
}

/** Plays with a real voice of the system. */
async function assertPlays(/** @type {Page} */ page) {
  await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
  await page.mouse.click(1, 1);
  const playing = await page.evaluate(async () => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    await player.play();
    const { engine, activeCue } = player;
    player.pause();
    return { engine, text: activeCue?.text };
  });
  assert.deepEqual(playing, { engine: 'browser', text: 'Der erste Satz des Artikels.' });
}

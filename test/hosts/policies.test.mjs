/**
 * The policies that the documentation gives are enough, and what a policy blocks is named on the console, in both browsers.
 * More of the latter, and missing files: failing-files.test.mjs.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { sections } from '../docs/pages.mjs';
import { browserNames, launch, message, open, press, site } from '../e2e/site.mjs';
import { host } from '../rig/host.mjs';

/** The documented policies, without the name of the header. */
const documented =
  sections
    .find(({ name }) => name === 'docs/embedding.md#content-security-policy')
    ?.fences.filter(({ lang }) => lang === 'http')
    .map(({ text }) => text.replace('Content-Security-Policy: ', '')) ?? [];
const [sameOrigin = '', otherOrigin = '', nonce = '', trustedTypes = '', sandbox = ''] = documented;

/** Policies that block a part of the player from another origin, and what is to be added to which directive. */
const blocking = Object.entries({
  "connect-src 'none'": 'blocks the player.s voice. Add HOST to connect-src',
  'worker-src data:': 'blocks the player.s voice. Add blob: to worker-src',
  'script-src HOST/cdn/vorleser.js': 'blocks a file. Add its host to script-src HOST/cdn/chunks/',
  "script-src 'nonce-R4nd0m'; worker-src blob:":
    'blocks the player.s voice. Add HOST to script-src$',
  'sandbox allow-scripts; worker-src blob:': 'blocks the player.s voice. Add data: to worker-src',
});

/** @type {Awaited<ReturnType<typeof host>>[]} */
let hosts = [];
const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-'));
before(async () => void (hosts = [await host(), await host('/cdn/')]));
after(() => {
  site.close();
  for (const each of hosts) each.close();
  rmSync(folder, { recursive: true });
});

/** A page with the script of one of the hosts, and nothing else to load. */
function html(/** @type {string | undefined} */ script) {
  return `<!doctype html><html lang="de"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Seite</title>
    <script type="module" src="${script}" nonce="R4nd0m"></script><vorleser-player engines="embedded"></vorleser-player>
    <article><p>Ein Satz auf dieser Seite. Und noch einer.</p></article>`;
}

for (const browserName of browserNames)
  describe(`policies in ${browserName}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => {
      browser = await launch(browserName, { firefoxPrefs: { 'media.autoplay.default': 0 } });
    });
    after(() => browser.close());

    /** Puts a page with the script of the other host there that has a policy, in which `HOST` is the address of that host. */
    function put(/** @type {string} */ policy, script = hosts[1]?.script) {
      const other = String(hosts[1]?.address);
      const header = policy
        .replaceAll('https://your-host.example', other)
        .replaceAll('HOST', other);
      return String(hosts[0]?.put(html(script), { 'Content-Security-Policy': header }));
    }

    /** Presses play and waits until a sentence is heard, or the player says why none is. */
    async function play(/** @type {import('puppeteer-core').Page} */ page) {
      await press(page, 'vorleser-play-button');
      const isHeard = () =>
        page.evaluate(
          () => /** @type {any} */ (document.querySelector('vorleser-player')).activeCue,
        );
      for (let tries = 0; tries < 400; tries++) {
        if (await isHeard()) return 'heard';
        const said = await message(page);
        if (/kann nicht|Bitte/.test(said)) return said;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return 'nothing';
    }

    for (const [name, policies] of Object.entries({
      'of the same origin': [sameOrigin, trustedTypes],
      'of another origin': [otherOrigin, trustedTypes],
      'with a nonce and strict-dynamic': [nonce],
      'with a sandbox': [sandbox],
    }))
      test(`the documented policy ${name} is enough`, async () => {
        const own = policies.includes(sameOrigin) ? hosts[0]?.script : undefined;
        const policy = ["default-src 'none'; img-src data:", ...policies].join('; ');
        const { page, problems } = await open(browser, put(policy, own));
        assert.equal(await play(page), 'heard');
        assert.deepEqual(problems, []);
        await page.close();
      });

    test('a page that was opened as a file speaks with the script of a host', async () => {
      const file = path.join(folder, 'page.html');
      writeFileSync(file, html(hosts[1]?.script));
      const { page, problems } = await open(browser, pathToFileURL(file).href);
      assert.equal(await play(page), 'heard');
      assert.deepEqual(problems, []);
      await page.close();
    });

    for (const [policy, expected] of blocking)
      test(`what ${policy} blocks is named`, async () => {
        const { page } = await open(browser, put(policy));
        /** @type {string[]} */
        const lines = [];
        page.on('console', (line) => {
          if (line.text().startsWith('vorleser: ')) lines.push(line.text());
        });
        assert.match(await play(page), /Diese Seite lässt es nicht zu/);
        assert.equal(lines.length, 1, lines.join('\n'));
        assert.match(
          String(lines[0]),
          new RegExp(
            `vorleser: the page's (Content-Security-Policy|policy) ${expected.replaceAll('HOST', String(hosts[1]?.address))}`,
          ),
        );
        await page.close();
      });
  });

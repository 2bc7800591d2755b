/** The messages to the listener and on the console when files are missing or blocked, in both browsers. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { browserNames, launch, message, open, press, site } from '../e2e/site.mjs';
import { listen } from '../rig/serve.mjs';

const PAGE = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Seite</title>
<script type="module" src="/vorleser.js"></script>
<vorleser-player for="text" engines="embedded"></vorleser-player>
<article id="text"><p>Ein Satz auf dieser Seite. Und noch einer.</p></article>`;

/** What the server does with the player's files, and the policy of its answers. */
const host = {
  chunks: /** @type {'there' | 'late' | 'missing' | 'unreachable'} */ ('there'),
  policy: '',
};

/** The page with a classic script, which pages may load without the consent of its host. */
const classicPage = (/** @type {string} */ script) =>
  PAGE.replace('type="module" src="/vorleser.js"', `src="${script}" defer`);

const files = sirv('dist', { dev: true });
/** Answers the requests for files that are held back. @type {(() => void)[]} */
const held = [];
/** @type {import('node:http').RequestListener} */
function answer(request, response) {
  if (host.policy) response.setHeader('Content-Security-Policy', host.policy);
  if (request.url?.startsWith('/chunks/') && host.chunks === 'missing') {
    response.writeHead(404).end();
  } else if (request.url?.startsWith('/chunks/') && host.chunks === 'unreachable') {
    request.socket.destroy();
  } else if (request.url?.startsWith('/chunks/') && host.chunks === 'late') {
    held.push(() => files(request, response));
  } else if (request.url === '/page') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(PAGE);
  } else if (request.url === '/stranger') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(classicPage(`${other.origin}/vorleser.js`));
  } else files(request, response);
}

/** @type {Awaited<ReturnType<typeof listen>>} */
let server;
/** Of another origin. @type {Awaited<ReturnType<typeof listen>>} */
let other;
let address = '';
before(async () => {
  server = await listen(answer);
  other = await listen(answer);
  address = `${server.origin}/page`;
});
after(() => {
  site.close();
  server.close();
  other.close();
});

for (const browserName of browserNames)
  describe(`files that do not arrive, in ${browserName}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => {
      browser = await launch(browserName, {
        firefoxPrefs: {
          'media.autoplay.default': 0,
          // The default of Firefox, but not of browsers that are automated.
          'security.fileuri.strict_origin_policy': true,
        },
      });
    });
    after(() => browser.close());

    /** Opens the page, with the lines about the player on its console. */
    async function openPage(policy = '', at = address) {
      Object.assign(host, { chunks: 'there', policy });
      const { page } = await open(browser, at);
      /** @type {string[]} */
      const lines = [];
      page.on('console', (line) => {
        if (line.text().startsWith('vorleser: ')) lines.push(line.text());
      });
      await page.waitForFunction(() => customElements.get('vorleser-player'));
      return { page, lines };
    }

    /** Presses play and waits until the player says something that matches. */
    async function playUntil(
      /** @type {import('puppeteer-core').Page} */ page,
      /** @type {RegExp} */ said,
    ) {
      await press(page, 'vorleser-play-button');
      for (let tries = 0; !said.test(await message(page)); tries++) {
        assert.ok(tries < 300, await message(page));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    /** Waits until the settings are shown, and nothing else in their place. */
    async function untilSettings(/** @type {import('puppeteer-core').Page} */ page) {
      const shown = () =>
        page.evaluate(() => {
          const button = document
            .querySelector('vorleser-player')
            ?.shadowRoot?.querySelector('vorleser-settings-button')?.shadowRoot;
          const panel = button?.querySelector('vorleser-settings');
          return (
            panel?.shadowRoot?.textContent?.includes('Schriftgröße') &&
            getComputedStyle(panel, '::before').content === 'none' &&
            !button?.querySelector('p')
          );
        });
      for (let tries = 0; !(await shown()); tries++) {
        assert.ok(tries < 200, 'the settings are shown');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    test('the settings show that they are loading', async () => {
      const { page } = await openPage();
      host.chunks = 'late';
      await press(page, 'vorleser-settings-button');
      await page.waitForFunction(
        () => {
          const panel = document
            .querySelector('vorleser-player')
            ?.shadowRoot?.querySelector('vorleser-settings-button')
            ?.shadowRoot?.querySelector('vorleser-settings');
          return panel && getComputedStyle(panel, '::before').content.includes('…');
        },
        { polling: 50 },
      );
      host.chunks = 'there';
      for (const answer of held.splice(0)) answer();
      await untilSettings(page);
      await page.close();
    });

    test('the settings say that they cannot be loaded, and are shown at the next press', async () => {
      const { page, lines } = await openPage();
      host.chunks = 'unreachable';
      await press(page, 'vorleser-settings-button');
      const settings = (/** @type {string} */ selector) =>
        page.waitForFunction(
          (selector) =>
            document
              .querySelector('vorleser-player')
              ?.shadowRoot?.querySelector('vorleser-settings-button')
              ?.shadowRoot?.querySelector(selector)?.textContent ??
            document
              .querySelector('vorleser-player')
              ?.shadowRoot?.querySelector('vorleser-settings-button')
              ?.shadowRoot?.querySelector(selector)?.shadowRoot?.textContent,
          { polling: 50 },
          selector,
        );
      const said = await (await settings('[role=alert]')).jsonValue();
      assert.match(String(said), /Einstellungen lassen sich gerade nicht laden\. Bitte versuchen/);
      host.chunks = 'there';
      await press(page, 'vorleser-settings-button');
      await untilSettings(page);
      assert.deepEqual(lines, []);
      await page.close();
    });

    test('after a deployment the listener is asked to reload the page', async () => {
      const { page, lines } = await openPage();
      host.chunks = 'missing';
      await playUntil(page, /Teile des Players fehlen\. Bitte laden Sie die Seite neu\./);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(String(lines[0]), /a file is missing\. Keep the files of earlier versions/);
      await page.close();
    });

    test('without a network the listener is asked to try again, which works', async () => {
      const { page, lines } = await openPage();
      host.chunks = 'unreachable';
      await playUntil(page, /Bitte versuchen Sie es noch einmal/);
      host.chunks = 'there';
      await press(page, 'vorleser-play-button');
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector('vorleser-player')).activeCue,
        { polling: 50 },
      );
      assert.deepEqual(lines, []);
      await page.close();
    });

    test('a host that does not allow pages of other origins is named', async () => {
      const { page, lines } = await openPage('', `${server.origin}/stranger`);
      await playUntil(page, /Diese Seite lässt es nicht zu/);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(String(lines[0]), /Its host must send Access-Control-Allow-Origin/);
      assert.ok(lines[0]?.includes(`${other.origin}/chunks/`));
      await page.close();
    });

    test('reports a page and a script that were opened as files, and how to serve them', async () => {
      mkdirSync('test/output', { recursive: true });
      const file = path.resolve('test/output/page.html');
      writeFileSync(file, classicPage('../../dist/vorleser.js'));
      const { page, lines } = await openPage('', pathToFileURL(file).href);
      await playUntil(page, /Diese Seite lässt es nicht zu/);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(String(lines[0]), /Open the page from a server/);
      await page.close();
    });

    for (const [directive, source] of Object.entries({
      'worker-src': "'self'",
      'media-src': 'blob:',
      'connect-src': "'self'",
    }))
      test(`a policy without ${directive} ${source} is named`, async () => {
        const { page, lines } = await openPage(`${directive} 'none'`);
        await playUntil(page, /Diese Seite lässt es nicht zu/);
        assert.deepEqual(
          lines.map((line) => line.replace(/^vorleser: the page's /, '')),
          [`Content-Security-Policy blocks the player's voice. Add ${source} to ${directive}`],
        );
        await page.close();
      });
  });

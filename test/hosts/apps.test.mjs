/**
 * Apps of the frameworks and bundlers, built with the packages as they would be published: in each, the embedded voice speaks. Takes
 * over 20 seconds, since ten apps are installed, built and listened to.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, open, playerEvent, press, site, writeDown } from '../e2e/site.mjs';
import { hasSpeech } from '../rig/packages.mjs';
import { record } from '../rig/recorder.mjs';
import { apps, installApps, serveApp, serveInDevelopment, serveNext } from './built-apps.mjs';

const SENTENCES = ['Der erste Satz.', 'Der zweite folgt.', 'Und der dritte.'];

/** How much of the three sentences must be heard, in 10 ms intervals. At rate 2 they take 1.5 seconds. */
const HEARD = 60;

/** The apps that Firefox opens as well. */
const IN_FIREFOX = ['Vite', 'webpack', 'Next'];

/** Apps that are not static files. @type {Record<string, () => Promise<{ address: string, close(): void }>>} */
const servers = { Next: serveNext, 'Vite in development': serveInDevelopment };

/** The engine as it is installed, which nobody should process again. */
const ENGINE = readFileSync('packages/espeak-ng/assets/espeak-ng.js');

/** @type {Partial<Record<import('../e2e/site.mjs').BrowserName, import('puppeteer-core').Browser>>} */
const browsers = {};

before(async () => {
  await installApps();
  for (const name of browserNames)
    browsers[name] = await launch(name, { firefoxPrefs: { 'media.autoplay.default': 0 } });
});
after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
  site.close();
});

for (const name of [...Object.keys(apps), ...Object.keys(servers)])
  describe(`an app of ${name}`, () => {
    /** @type {{ address: string, built?: string, close(): void }} */
    let app;
    before(async () => (app = await (servers[name]?.() ?? serveApp(name))));
    after(() => app.close());

    for (const browserName of browserNames)
      if (browserName === 'chromium' || IN_FIREFOX.includes(name))
        test(`speaks in ${browserName}`, async () => {
          const { page, problems } = await open(
            /** @type {import('puppeteer-core').Browser} */ (browsers[browserName]),
            app.address,
          );
          await page.bringToFront();
          await assertSpeaks(page);
          assert.deepEqual(
            problems.filter((line) => !line.includes('Lit is in dev mode')),
            [],
          );
          await page.close();
        });

    if (name in apps)
      test('has the engine as it is', () => {
        assert.ok(filesIn(app.built ?? '').some((file) => readFileSync(file).equals(ENGINE)));
      });
  });

/** Reads the three sentences of a page. Each must be highlighted in its turn, and sound must be heard. */
async function assertSpeaks(/** @type {import('puppeteer-core').Page} */ page) {
  await page.waitForFunction(() => customElements.get('vorleser-player'));
  await page.$eval('vorleser-player', (player) => {
    /** @type {any} */ (player).playbackRate = 2;
  });
  await writeDown(page);
  const recorder = hasSpeech() ? await record() : null;
  await press(page, 'vorleser-play-button');
  await playerEvent(page, 'ended');
  const recording = await recorder?.stop();
  const heard = await page.evaluate(() => /** @type {any[]} */ (/** @type {any} */ (window).heard));
  const marked = heard.filter(({ type }) => type === 'cuechange').map((entry) => entry.marked);
  assert.deepEqual(marked.filter(Boolean), SENTENCES);
  if (recording) assert.ok(recording.loudTimes().length > HEARD, 'nothing is heard');
}

/** The files in a folder that are as large as the engine. */
function filesIn(/** @type {string} */ folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).size === ENGINE.length);
}

/** What sites download: archives that can be unpacked, and that have all that a page needs. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { downloads } from '../../build/downloads.mjs';
import { browserNames, launch, open, site } from '../e2e/site.mjs';
import { has } from '../machine.mjs';
import { serveAnswers } from './servers.mjs';

/** Long enough for an article. */
const TEXT = 'Außerhalb der Brutzeit bleiben manche zehn Monate lang in der Luft. '.repeat(10);

const PAGE = `<!doctype html><html lang="de"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Im Flug</title>
  <script src="/vorleser/vorleser.js" data-auto async></script></head>
  <body><main><h1>Mauersegler schlafen im Flug</h1><p>${TEXT}</p></main></body></html>`;

describe('the downloads', { skip: !has('python3') && 'python3 is not installed' }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-downloads-'));
  after(() => rmSync(folder, { recursive: true }));

  /** Unpacks an archive with a program that is not ours, and returns the names in it. */
  function unpack(/** @type {string} */ name) {
    const file = path.join(folder, name);
    writeFileSync(file, downloads()[name] ?? '');
    const to = path.join(folder, path.basename(name, '.zip'));
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); z.extractall(sys.argv[2]); print('\\n'.join(z.namelist()))";
    const names = String(execFileSync('python3', ['-c', script, file, to]))
      .trim()
      .split('\n');
    return { to, names };
  }

  test('the plugin is in a folder of its name', () => {
    const { names } = unpack('vorleser-wordpress.zip');
    for (const name of ['vorleser.php', 'player/vorleser.js', 'player/chunks/espeak-ng/COPYING'])
      assert.ok(names.includes(`vorleser/${name}`), name);
    assert.deepEqual(names.filter(isOfThisProject), []);
  });

  describe('the player for a web server', () => {
    /** @type {Awaited<ReturnType<typeof serveAnswers>>} */
    let server;
    /** @type {string[]} */
    let names;
    before(async () => {
      const unpacked = unpack('vorleser.zip');
      names = unpacked.names;
      server = await serveAnswers({ '/artikel': { body: PAGE } }, unpacked.to);
    });
    after(() => {
      server.close();
      site.close();
    });

    test('has themes, the frame and licences, and no page of this project', () => {
      for (const name of ['themes/app.css', 'embed.html', 'licences/lit.txt'])
        assert.ok(names.includes(`vorleser/${name}`), name);
      assert.deepEqual(names.filter(isOfThisProject), []);
    });

    for (const browserName of browserNames)
      test(`speaks on a page with one line, in ${browserName}`, async () => {
        const browser = await launch(browserName);
        try {
          const { page, problems } = await open(browser, `${server.origin}/artikel`);
          await page.waitForSelector('vorleser-player >>> vorleser-play-button', { visible: true });
          await page.mouse.click(1, 1);
          const heard = await page.$eval('vorleser-player', async (element) => {
            const player = /** @type {any} */ (element);
            player.engines = 'embedded';
            await player.play();
            await new Promise((resolve) =>
              player.addEventListener('cuechange', resolve, { once: true }),
            );
            return player.cues.map((/** @type {any} */ cue) => cue.text);
          });
          assert.equal(heard.length, 11);
          assert.deepEqual(problems, []);
        } finally {
          await browser.close();
        }
      });
  });
});

function isOfThisProject(/** @type {string} */ name) {
  return /\.br$|\/page[-.]|index\.html|putin|gast|bookmarklet/.test(name);
}

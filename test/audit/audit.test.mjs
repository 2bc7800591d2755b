/** The audit itself: it reports every fault that is planted on one page, and none on a page without faults. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/site.mjs';
import { site } from '../e2e/site.mjs';
import { audit } from './audit.mjs';

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await launch('chromium');
});
after(async () => {
  await browser.close();
  site.close();
});

/** @returns {Promise<import('puppeteer-core').Page>} */
async function openFile(/** @type {string} */ name) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 1200 });
  await page.setContent(readFileSync(new URL(name, import.meta.url), 'utf8'));
  return page;
}

test('the audit reports every planted fault, in the page and in a shadow root', async () => {
  const page = await openFile('planted.html');
  const found = await audit(page, { within: 'body' });
  const planted = await page.evaluate(() =>
    [document.body, .../** @type {any} */ (window).auditing.elements('body')].flatMap((element) =>
      (element.dataset?.fault ?? '')
        .split(' ')
        .filter(Boolean)
        .map((/** @type {string} */ rule) => ({ rule, id: element.id })),
    ),
  );
  const unique = [
    ...new Map(planted.map((fault) => [`${fault.rule} #${fault.id}`, fault])).values(),
  ];
  assert.ok(unique.length >= 20, `${unique.length} faults are planted`);
  const missed = unique.filter(
    ({ rule, id }) =>
      !found.some(
        (finding) => finding.rule === rule && (finding.where.includes(`#${id}`) || rule === 'keys'),
      ),
  );
  assert.deepEqual(
    missed,
    [],
    found.map((finding) => `${finding.rule} ${finding.where}`).join('\n'),
  );
});

test('the audit reports nothing on a page without faults', async () => {
  const page = await openFile('clean.html');
  assert.deepEqual(await audit(page, { within: 'body' }), []);
});

test('the audit checks every name, even within elements without a role', async () => {
  const page = await browser.newPage();
  await page.setContent('<div id="plain"><button>Pause</button><button>Stop it</button></div>');
  const found = await audit(page, { within: '#plain', only: ['names'] });
  assert.deepEqual(
    found.map(({ what }) => what),
    ['button „Stop it“'],
  );
});

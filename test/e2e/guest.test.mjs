/** A third-party page on another origin, with its own article and styles, that embeds the player with one tag. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browserNames, launch, open, playerEvent, press, site, writeDown } from './site.mjs';

after(() => site.close());

const SENTENCES = [
  'Warum Mauersegler im Flug schlafen',
  'Wer an einem Sommerabend nach oben sieht, hört sie oft, bevor er sie sieht.',
  'Mauersegler jagen mit bis zu 100 Kilometern in der Stunde um die Dächer, und sie landen dabei so gut wie nie.',
  'Außerhalb der Brutzeit bleiben manche Tiere zehn Monate lang ununterbrochen in der Luft.',
  'Sie fressen, trinken und schlafen im Flug.',
  'Eine Hälfte bleibt wach',
  'Zum Schlafen steigen die Vögel in der Dämmerung auf fast 3000 Meter und gleiten dann langsam hinab.',
  'Vermutlich ruht dabei jeweils nur eine Hälfte ihres Gehirns.',
  '„Ganz genau weiß das noch niemand“, sagt man in der Vogelwarte.',
  'Ein Nistplatz wird jedes Jahr wieder bezogen.',
  'Junge Segler üben ihre Liegestütze schon im Nest.',
];

for (const browserName of browserNames) {
  test(`${browserName} reads and highlights a foreign page`, { timeout: 120_000 }, async () => {
    const browser = await launch(browserName);
    try {
      assert.notEqual(new URL(site.guest).origin, new URL(site.page).origin);
      const { page, problems } = await open(browser, site.guest);
      const before = await page.$eval('#beitrag', (article) => article.outerHTML);
      await page.evaluate(() => {
        const player = /** @type {any} */ (document.querySelector('vorleser-player'));
        player.engines = 'embedded';
        player.playbackRate = 6;
      });
      await writeDown(page);
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'ended', 60_000);
      const { shown, changes, html, highlights } = await page.evaluate(() => {
        const scope = /** @type {any} */ (window);
        return {
          shown: scope.heard.filter(
            (/** @type {any} */ { type, cue }) => type === 'cuechange' && cue,
          ),
          changes: scope.changes,
          html: document.getElementById('beitrag')?.outerHTML,
          highlights: CSS.highlights.size,
        };
      });
      const texts = shown.map((/** @type {any} */ { cue }) => cue.replaceAll('\u00a0', ' '));
      assert.deepEqual(texts, SENTENCES);
      for (const { cue, marked } of shown)
        assert.equal(marked.replaceAll(/\s+/g, ' '), cue.replaceAll(/\s+/g, ' '));
      assert.equal(changes, 0);
      assert.equal(html, before);
      assert.equal(highlights, 0);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });
}

test('the page’s styles do not affect the inside of the player', async () => {
  const browser = await launch('chromium');
  try {
    const { page } = await open(browser, site.guest);
    const button = await page.waitForSelector(
      'vorleser-player >>> vorleser-play-button >>> button',
      { visible: true },
    );
    const style = await button?.evaluate((element) => {
      const { color, display, borderTopWidth } = getComputedStyle(element);
      return { color, display, borderTopWidth };
    });
    // The page has `button { all: unset; color: red }`; the player inherits only the colour of the text.
    assert.deepEqual(style, {
      color: 'rgb(242, 240, 230)',
      display: 'inline-flex',
      borderTopWidth: '1px',
    });
  } finally {
    await browser.close();
  }
});

/** The WordPress plugin: what it makes of a post, in PHP with stand-ins for WordPress, and that a browser reads it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pluginFiles } from '../../../build/wordpress.mjs';
import { sections } from '../../docs/pages.mjs';
import { browserNames, launch, open, site } from '../../e2e/site.mjs';
import { has } from '../../machine.mjs';
import { serveAnswers } from '../servers.mjs';

const TEXT =
  '<!-- wp:paragraph --><p>Mauersegler schlafen im Flug. Sie landen nur zum Brüten.</p><!-- /wp:paragraph -->';

/** Where the plugin is for PHP and the pages. */
const UNPACKED = 'test/output/wordpress';

/** A post with a shortcode, one with a block, and one that has neither. */
const SHORTCODE = `[vorleser]\n${TEXT}`;
const BLOCK = `<!-- wp:vorleser/player /-->\n${TEXT}`;

const AUTOMATIC = { options: { vorleser_post_types: ['post'] } };

/** @typedef {'block' | 'wide' | 'classic'} Theme */

/** Runs the plugin. @param {Record<string, unknown>} state */
function run(state) {
  const output = execFileSync('php', ['test/integrations/wordpress/site.php'], {
    input: JSON.stringify(state),
  });
  return JSON.parse(String(output));
}

/** The page of a post in a theme. Comments are articles, too, and stand before the text here. */
function pageOf(
  /** @type {any} */ { content, modules, enqueued, styles },
  /** @type {Theme} */ theme,
) {
  const style = styles.vorleser.enqueued
    ? `<link rel="stylesheet" href="${styles.vorleser.src}">`
    : '';
  const scripts = Object.keys(enqueued)
    .map((id) => `<script type="module" src="${modules[id]}"></script>`)
    .join('');
  const text = {
    block: `<div class="wp-block-post-content">${content}</div>`,
    wide: `<div class="entry-content">${content}</div>`,
    classic: `<div class="text">${content}</div>`,
  };
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><link rel="icon" href="data:,">
    <title>Ein Beitrag</title>${style}${scripts}</head><body><article class="comment">Ein Kommentar.</article>
    <main><h1>Im Flug</h1>${text[theme]}</main></body></html>`;
}

describe('the WordPress plugin', { skip: !has('php') && 'php is not installed' }, () => {
  /** @type {Awaited<ReturnType<typeof serveAnswers>>} */
  let server;
  before(async () => {
    rmSync(UNPACKED, { recursive: true, force: true });
    for (const { name, content } of pluginFiles()) {
      mkdirSync(path.dirname(`${UNPACKED}/${name}`), { recursive: true });
      writeFileSync(`${UNPACKED}/${name}`, content);
    }
    server = await serveAnswers({}, UNPACKED);
  });
  after(() => {
    server.close();
    site.close();
  });

  test('is valid PHP', () => {
    const files = readdirSync(`${UNPACKED}/vorleser`, { recursive: true, encoding: 'utf8' });
    const php = files.filter((file) => file.endsWith('.php'));
    assert.deepEqual(php.sort(), ['uninstall.php', 'vorleser.php']);
    for (const file of php) execFileSync('php', ['-l', `${UNPACKED}/vorleser/${file}`]);
  });

  test('has the version of the package, and says so in each place', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const php = readFileSync(`${UNPACKED}/vorleser/vorleser.php`, 'utf8');
    assert.match(php, new RegExp(`^ \\* Version: +${version}$`, 'm'));
    assert.match(php, new RegExp(`^const VORLESER_VERSION = '${version}';$`, 'm'));
    const readme = readFileSync(`${UNPACKED}/vorleser/readme.txt`, 'utf8');
    assert.match(readme, new RegExp(`^Stable tag: ${version}$`, 'm'));
  });

  test('shows no player where the text is not on its own page', () => {
    for (const state of [{ singular: false }, { feed: true }, { loop: false }])
      for (const content of [SHORTCODE, BLOCK, TEXT]) {
        const made = run({ ...AUTOMATIC, ...state, content });
        assert.ok(!made.content.includes('vorleser'), made.content);
        assert.deepEqual(made.enqueued, []);
      }
    const withPassword = run({ ...AUTOMATIC, password: true, content: '<form></form>' });
    assert.equal(withPassword.content, '<form></form>');
  });

  test('leaves other posts alone', () => {
    const { content, enqueued } = run({ content: TEXT });
    assert.deepEqual([content, enqueued], [TEXT.replaceAll(/<!--.*?-->/g, ''), []]);
    const pages = run({ content: TEXT, options: { vorleser_post_types: ['page'] } });
    assert.deepEqual(pages.enqueued, []);
  });

  test('has a style sheet on pages with a player, with the rules of the documentation', () => {
    for (const state of [
      { content: SHORTCODE },
      { content: BLOCK },
      { ...AUTOMATIC, content: TEXT },
    ])
      assert.ok(run(state).styles.vorleser.enqueued);
    for (const state of [{ content: TEXT }, { ...AUTOMATIC, content: TEXT, singular: false }])
      assert.equal(run(state).styles.vorleser.enqueued, undefined);
    const section = sections.find(({ name }) => name === 'docs/embedding.md#reserve-its-space');
    const rules = section?.fences.find(({ lang }) => lang === 'css')?.text.trim() ?? 'none';
    assert.ok(readFileSync(`${UNPACKED}/vorleser/style.css`, 'utf8').includes(rules));
  });

  test('shows one player, whatever asks for it', () => {
    for (const content of [SHORTCODE, BLOCK, TEXT]) {
      const made = run({ ...AUTOMATIC, content });
      assert.equal(made.content.split('<vorleser-player').length, 2, made.content);
    }
  });

  test('reads what a theme names, as the documentation says', () => {
    const section = sections.find(({ name }) => name === 'docs/wordpress.md#for-themes');
    const code = section?.fences.find(({ lang }) => lang === 'php')?.text;
    const { content } = run({ ...AUTOMATIC, content: TEXT, theme_code: code });
    assert.match(content, /<vorleser-player for="main article">/);
    const hostile = `add_filter( 'vorleser_article', fn() => '"><script>' );`;
    const escaped = run({ ...AUTOMATIC, content: TEXT, theme_code: hostile });
    assert.match(escaped.content, /for="&quot;&gt;&lt;script&gt;"/);
  });

  test('has a setting that keeps known types of posts, and escapes their names', () => {
    const { field, kept, fields } = run({
      ...AUTOMATIC,
      sent: ['post', 'attachment', 'gone', '<b>', ['x']],
    });
    assert.deepEqual(kept, ['post']);
    assert.equal(fields.vorleser_post_types.page, 'reading');
    assert.match(field, /Player über dem Text anzeigen bei:/);
    assert.match(field, /value="post" {2}checked='checked'>/);
    assert.match(field, /value="page" >/);
    assert.match(field, /Rezepte &amp; &lt;Tipps&gt;/);
    assert.deepEqual(run({ sent: '' }).kept, []);
  });

  test('leads from the list of plugins to the setting', () => {
    const { links, field } = run({});
    assert.deepEqual(links, {
      settings: '<a href="/wp-admin/options-reading.php#vorleser">Einstellungen</a>',
      deactivate: '<a>Deaktivieren</a>',
    });
    assert.match(field, /^<fieldset id="vorleser">/);
    assert.match(field, /der Block „Artikel anhören“ und der Shortcode \[vorleser\]/);
  });

  test('says once, after its activation, where to choose the posts', () => {
    const { notices } = run({});
    const [, text, url] = /<p>(.+?) <a href="(.+?)">/.exec(notices) ?? [];
    assert.equal(text, 'Noch hat kein Beitrag einen Player.');
    assert.equal(url, '/wp-admin/options-reading.php#vorleser');
    assert.equal(notices.split('<p>').length, 2);
    assert.equal(run(AUTOMATIC).notices, '');
  });

  test('speaks German, or English where it has no translation', () => {
    assert.equal(run({}).blocks['vorleser/player'].title, 'Artikel anhören');
    assert.equal(run({ locale: 'it_IT' }).blocks['vorleser/player'].title, 'Listen to article');
    const source = ['vorleser.php', 'block.js']
      .map((file) => readFileSync(`integrations/wordpress/vorleser/${file}`, 'utf8'))
      .join('');
    const po = readFileSync('integrations/wordpress/vorleser/languages/vorleser-de_DE.po', 'utf8');
    for (const [, text] of source.matchAll(/__\( '(.+?)', 'vorleser' \)/g))
      assert.ok(po.includes(`msgid "${text}"`), `there is no German for “${text}”`);
  });

  for (const browserName of browserNames)
    describe(browserName, () => {
      /** @type {import('puppeteer-core').Browser} */
      let browser;
      before(async () => void (browser = await launch(browserName)));
      after(() => browser.close());

      test('the player reads the text of the post, from the files of the plugin', async () => {
        for (const [theme, content] of /** @type {[Theme, string][]} */ ([
          ['block', BLOCK],
          ['wide', TEXT],
          ['classic', SHORTCODE],
        ])) {
          server.answers['/post'] = { body: pageOf(run({ ...AUTOMATIC, theme, content }), theme) };
          const { page, problems } = await open(browser, `${server.origin}/post`);
          await page.waitForSelector('vorleser-player >>> vorleser-play-button', { visible: true });
          await page.mouse.click(1, 1);
          const read = await page.$eval('vorleser-player', async (element) => {
            const player = /** @type {any} */ (element);
            player.engines = 'embedded';
            await player.play();
            player.pause();
            while (player.readyState === 0) await new Promise((resolve) => setTimeout(resolve, 20));
            return player.cues.map((/** @type {any} */ cue) => cue.text);
          });
          assert.deepEqual(
            read,
            ['Mauersegler schlafen im Flug.', 'Sie landen nur zum Brüten.'],
            theme,
          );
          assert.deepEqual(problems, []);
          await page.close();
        }
      });

      test('the block shows in the editor where the player will be', async () => {
        const { scripts } = run({});
        const { src, translations } = scripts['vorleser-block'];
        server.answers['/editor'] = { body: '<!doctype html><title>Editor</title><div></div>' };
        const { page, problems } = await open(browser, `${server.origin}/editor`);
        // Stand-ins for what WordPress passes to scripts of the editor.
        await page.evaluate(
          (json) => {
            const messages = JSON.parse(json).locale_data.vorleser;
            const createElement = (
              /** @type {string} */ tag,
              /** @type {any} */ props,
              text = '',
            ) => Object.assign(document.createElement(tag), props, { textContent: text });
            Object.assign(window, {
              wp: {
                blocks: {
                  registerBlockType: (/** @type {string} */ name, /** @type {any} */ block) =>
                    Object.assign(window, { registered: { name, ...block } }),
                },
                blockEditor: { useBlockProps: () => ({ className: 'wp-block' }) },
                element: { createElement },
                i18n: { __: (/** @type {string} */ text) => messages[text]?.[0] ?? text },
              },
            });
          },
          readFileSync(translations, 'utf8'),
        );
        await page.addScriptTag({ url: src });
        const shown = await page.evaluate(() => {
          const { name, edit, save } = /** @type {any} */ (window).registered;
          return [name, edit().outerHTML, save()];
        });
        assert.deepEqual(shown, [
          'vorleser/player',
          '<p class="wp-block">▶ Hier können Leserinnen und Leser den Artikel anhören.</p>',
          null,
        ]);
        assert.deepEqual(
          problems.filter((each) => !each.includes('favicon')),
          [],
        );
        await page.close();
      });
    });
});

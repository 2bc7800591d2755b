/** The frame for systems that allow no script: what it shows, refuses, obeys and reports. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sections } from '../docs/pages.mjs';
import { browserNames, launch, open, press, site } from '../e2e/site.mjs';
import { serveAnswers, until } from './servers.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof serveAnswers>>} Server */

// Built, so that its types are missing in a fresh clone.
const { createOEmbed } = await import(path.resolve('lib/server/oembed.js'));

const OPEN = { 'Access-Control-Allow-Origin': '*' };

const STORY = `<!doctype html><html lang="de-CH"><title>Mauersegler</title><h1>Im Flug</h1>
  <article>${'<p>Mauersegler schlafen im Flug. Sie landen nur zum Brüten.</p>'.repeat(30)}</article></html>`;

/** The Latin-1 bytes of a page that says so, and of one that leaves it to the header. */
const LATIN = Buffer.from('<article><p>Größe übertrifft Höhe.</p></article>', 'latin1');

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" />';

/** The script of docs/frame.md: it connects, makes the frame as high as its content, and plays at a press of a button. */
const SCRIPT = sections
  .find(({ name }) => name === 'docs/frame.md#messages')
  ?.fences.find(({ lang }) => lang === 'js')?.text;

/** The articles, the frame, the page around it, and a site that is not allowed. @type {Server[]} */
let [source, frame, page, other] = [];

before(async () => {
  other = await serveAnswers({
    '/story': { headers: OPEN, body: STORY },
    '/pixel.png': { body: '' },
  });
  const hostile = readFileSync('test/integrations/pages/hostile.html', 'utf8');
  source = await serveAnswers({
    '/story': { headers: OPEN, body: STORY },
    '/latin': {
      headers: { ...OPEN, 'Content-Type': 'text/html; charset=ISO-8859-1' },
      body: LATIN,
    },
    '/hostile': { headers: OPEN, body: hostile.replaceAll('OTHER', other.origin) },
    '/folder/x': { headers: { 'Content-Type': 'image/svg+xml' }, body: PICTURE },
    '/closed': { body: STORY },
    '/gone': { status: 404, headers: OPEN },
    '/empty': { headers: OPEN, body: '<article></article>' },
    '/picture': { headers: { ...OPEN, 'Content-Type': 'image/png' }, body: 'x' },
    '/away': { status: 302, headers: { ...OPEN, Location: `${other.origin}/story` } },
  });
  page = await serveAnswers({});
  frame = await serveAnswers({}, 'dist');
  configure({ sources: [source.origin], pages: [page.foreign] });
});

after(() => {
  for (const server of [source, frame, page, other]) server?.close();
  site.close();
});

/** Writes embed.json, and the answer of oEmbed for the story into the page around the frame. */
function configure(/** @type {Record<string, unknown>} */ json) {
  /** @type {Server} */ (frame).answers['/embed.json'] = {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  };
}

/** What the frame says, by the language of the listener. HOST stands for the host of the article. */
const REFUSALS = {
  de: {
    noAddress: 'Hier fehlt die Adresse eines Artikels.',
    denied: 'Artikel von HOST dürfen hier nicht gezeigt werden.',
    unreachable: 'Der Artikel lässt sich gerade nicht laden.',
    noArticle: 'Unter dieser Adresse wurde kein Artikel gefunden.',
    source: 'Zum Artikel bei HOST',
  },
  en: {
    noAddress: 'The address of an article is missing here.',
    denied: 'Articles from HOST may not be shown here.',
    unreachable: 'The article cannot be loaded at the moment.',
    noArticle: 'No article was found at this address.',
    source: 'Read the article at HOST',
  },
  fr: {
    noAddress: 'L’adresse d’un article manque ici.',
    denied: 'Les articles de HOST ne peuvent pas être affichés ici.',
    unreachable: 'L’article ne peut pas être chargé pour le moment.',
    noArticle: 'Aucun article n’a été trouvé à cette adresse.',
    source: 'Voir l’article sur HOST',
  },
  it: {
    noAddress: 'Qui manca l’indirizzo di un articolo.',
    denied: 'Gli articoli di HOST non possono essere mostrati qui.',
    unreachable: 'Al momento non è possibile caricare l’articolo.',
    noArticle: 'A questo indirizzo non è stato trovato alcun articolo.',
    source: 'Vai all’articolo su HOST',
  },
};

/** Addresses of articles that are refused, by the reason. */
const refused = () => ({
  denied: [`${other?.origin}/story`],
  noAddress: [
    'javascript:attack()',
    'data:text/html,<article>Hallo',
    `${source?.origin.replace('//', '//user:pass@')}/story`,
  ],
  unreachable: ['/closed', '/away', '/gone'].map((path) => `${source?.origin}${path}`),
  noArticle: [`${source?.origin}/empty`],
});

const address = (/** @type {string} */ article) =>
  `${frame?.origin}/embed.html?article=${encodeURIComponent(article)}`;

/** The frame by itself, with what it says. */
async function visit(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ url,
  language = 'de',
) {
  const opened = await open(browser, 'about:blank', {
    before: /** @type {any} */ (
      `Object.defineProperty(navigator, 'languages', { value: ['xx', '${language}-CH'] });
       window.attack = () => (window.attacked = true);
       document.addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective + ' ' + e.blockedURI));`
    ),
  });
  await opened.page.goto(url);
  const text = () => opened.page.$eval('main', (main) => main.innerText.trim());
  if (url !== 'about:blank') await until(async () => /[^…]$/.test(await text()), 'the article');
  return { ...opened, text };
}

for (const browserName of browserNames)
  describe(browserName, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => void (browser = await launch(browserName)));
    after(() => browser.close());

    test('makes a safe copy of a hostile article, with all of its text', async () => {
      const { page, problems, text } = await visit(browser, address(`${source?.origin}/hostile`));
      await page.waitForSelector('vorleser-player >>> vorleser-play-button', { visible: true });
      const copy = await page.$eval('article', (article) => ({
        html: article.outerHTML,
        names: [
          ...new Set(
            [article, ...article.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()),
          ),
        ],
        tags: [...new Set([...article.querySelectorAll('*')].map((e) => e.localName))],
        links: [...article.querySelectorAll('a')].map((a) => a.getAttribute('href')),
        images: [...article.querySelectorAll('img')].map((img) => img.src),
      }));
      const expected = { origin: source?.origin };
      assert.deepEqual(copy.links, [
        null,
        null,
        null,
        `${expected.origin}/folder/weiter.html?a=1&b=2#ende`,
        '#article-fn1',
      ]);
      assert.deepEqual(copy.images, [`${expected.origin}/folder/x`]);
      assert.deepEqual(copy.names.sort(), [
        ...['alt', 'class', 'href', 'id', 'lang', 'loading', 'open', 'rel', 'src', 'target'],
      ]);
      assert.deepEqual(
        copy.tags.filter((tag) => !'h1 b p em img a sup details summary'.split(' ').includes(tag)),
        [],
      );
      const shown = await text();
      for (const part of ['<img src=x onerror=attack()> bleibt.', 'Text im Formular.'])
        assert.ok(shown.includes(part), shown);
      for (const part of ['Text im Widget.', 'x plus 1', 'Laufschrift.', 'Aufgeklapptes.'])
        assert.ok(shown.includes(part), shown);
      for (const part of ['Verborgenes', 'Unsichtbares', 'Knopf', 'SVG', 'attack();'])
        assert.ok(!shown.includes(part), shown);
      assert.equal(await page.evaluate(() => 'attacked' in window), false);
      assert.deepEqual(other?.asked, []);
      assert.deepEqual(problems, []);
      // What is furniture by its id, and the numbers of footnotes, are not read.
      await press(page, 'vorleser-play-button');
      await page.waitForFunction(() => {
        const player = /** @type {any} */ (document.querySelector('vorleser-player'));
        return player.readyState > 0 && player.cues.length > 3;
      });
      const read = await page.$eval('vorleser-player', (player) =>
        /** @type {any} */ (player).cues.map((/** @type {any} */ cue) => cue.text).join(' '),
      );
      assert.match(read, /Eine Fußnote gibt es\./);
      assert.doesNotMatch(read, /Kaufen/);
      await page.close();
    });

    test('refuses what is not allowed, and says why in the language of the listener', async () => {
      const { host: sourceHost } = new URL(source?.origin ?? '');
      const { host: otherHost } = new URL(other?.origin ?? '');
      for (const [language, texts] of Object.entries(REFUSALS)) {
        const { page, text, problems } = await visit(browser, 'about:blank', language);
        for (const [reason, articles] of Object.entries(refused()))
          // What leads to a reason does not depend on the language.
          for (const article of language === 'de' ? articles : articles.slice(0, 1)) {
            problems.length = 0;
            await page.goto(address(article));
            await until(async () => /[^…]$/.test(await text()), 'the answer');
            const expected = texts[/** @type {keyof typeof texts} */ (reason)];
            const link = `\n\n${texts.source.replace('HOST', sourceHost)}`;
            const hasLink = reason === 'unreachable' || reason === 'noArticle';
            assert.equal(
              await text(),
              expected.replace('HOST', otherHost) + (hasLink ? link : ''),
              article,
            );
            assert.equal(await page.$eval('main p', ({ lang }) => lang), language);
            assert.equal(await page.$('vorleser-player'), null);
            const explained = problems.some((each) => each.startsWith('console: vorleser: '));
            assert.equal(explained, reason !== 'noAddress', problems.join());
          }
        await page.close();
      }
      assert.deepEqual(other?.asked, []);
    });

    test('heeds the encoding of a page', async () => {
      const { page, text } = await visit(browser, address(`${source?.origin}/latin`));
      assert.match(await text(), /^Größe übertrifft Höhe\./m);
      await page.close();
    });

    test('allows nothing if embed.json is wrong, and says so on the console', async () => {
      for (const json of [{ sources: ['*'] }, { sources: `${source?.origin}` }, 'x']) {
        configure(/** @type {any} */ (json));
        const { page, text, problems } = await visit(browser, address(`${source?.origin}/story`));
        assert.match(await text(), /dürfen hier nicht gezeigt werden/);
        await page.close();
        if (json !== 'x') assert.match(problems.join(), /"sources" in embed\.json is ignored/);
      }
      configure({ sources: [source?.origin], pages: [page?.foreign] });
    });

    test('is embedded by oEmbed, obeys the page around it, and reports what it does', async () => {
      const { page: around, said, send } = await embedded();
      await until(() => said('state').at(-1)?.state === 'paused', 'its state');
      // A press in the page around lets the frame play: `allow="autoplay"`.
      await around.click('button');
      await until(() => said('state').some(({ state }) => state === 'playing'), 'it plays');
      await until(() => said('cue').some(({ cue }) => cue === 0), 'the first sentence');
      await until(() => said('time').some(({ time }) => time > 0), 'the time');
      await send({ type: 'vorleser-seek', cue: 40 });
      await until(() => said('cue').at(-1)?.cue === 40, 'the sentence that was sought');
      await until(() => said('place').length > 0, 'the place of the sentence');
      await send({ type: 'vorleser-next', unit: 'paragraph' });
      await until(() => [41, 42, 43].includes(said('cue').at(-1)?.cue), 'the next paragraph');
      await send({ type: 'vorleser-pause' });
      await until(() => said('state').at(-1)?.state === 'paused', 'it pauses');
      await send({ type: 'vorleser-rate', rate: 99 });
      await until(() => said('error').at(-1)?.name === 'NotSupportedError', 'the error');
      const { cues } = said('cue').at(-1) ?? {};
      await send({ type: 'vorleser-seek', cue: cues - 1 });
      await send({ type: 'vorleser-rate', rate: 4 });
      await send({ type: 'vorleser-play' });
      await until(() => said('state').at(-1)?.state === 'ended', 'the end');
      await until(() => said('statistics').at(-1)?.event === 'ended', 'what was listened to');
      const { seconds, ...first } = said('statistics')[0] ?? {};
      assert.deepEqual(first, { type: 'vorleser-statistics', event: 'play' });
      assert.ok(seconds < 1, seconds);
      const inner = await around.waitForFrame((each) => each.url().includes('embed.html'));
      const content = await inner.evaluate(() => document.documentElement.offsetHeight);
      const height = await around.$eval('iframe', (frame) => frame.clientHeight);
      assert.ok(height > 1000 && Math.abs(height - content) <= 1, `${height}, not ${content}`);
      const all = JSON.stringify(said());
      assert.doesNotMatch(all, /Mauersegler|Flug/);
      await around.close();
    });

    test('ignores pages that may not control it, and messages that are no commands', async () => {
      const { page: around, said, send } = await embedded(page?.origin, '/story?2');
      await until(() => said('ready').length > 0, 'it is ready');
      for (const type of ['vorleser-connect', 'vorleser-play']) await send({ type });
      await around.close();
      const allowed = await embedded(page?.foreign, '/story?2');
      await until(() => allowed.said('ready').length > 0, 'it is ready');
      for (const data of [null, 1, 'vorleser-play', {}, { type: 'toString' }, { type: ['x'] }])
        await allowed.send(data);
      for (const [name, value] of Object.entries({ time: '5', cue: 1.5, rate: NaN }))
        await allowed.send({
          type: name === 'rate' ? 'vorleser-rate' : 'vorleser-seek',
          [name]: value,
        });
      await until(() => allowed.said('time').length > 0, 'the answer to a valid command');
      assert.deepEqual(
        said().filter(({ type }) => !/ready|height|place/.test(type)),
        [],
      );
      assert.ok(allowed.said('time').every(({ time }) => time === 0));
      assert.deepEqual(allowed.said('error'), []);
      await allowed.page.close();
    });

    /** A page with a frame as oEmbed gives it, and a button that plays. */
    async function embedded(origin = page?.foreign, article = '/story') {
      const oEmbed = createOEmbed({
        embedUrl: `${frame?.origin}/embed.html`,
        sources: [source?.origin],
      });
      const url = encodeURIComponent(`${source?.origin}${article}`);
      const { html } = await (await oEmbed(new Request(`https://x.example/?url=${url}`))).json();
      /** @type {Server} */ (page).answers['/'] = {
        body: `<!doctype html><title>Rahmen</title><button>Hören</button>${html}<script type="module">${SCRIPT}</script>`,
      };
      /** @type {Record<string, any>[]} */
      const messages = [];
      const around = await browser.newPage();
      await around.exposeFunction('hear', (/** @type {any} */ data) => messages.push(data));
      await around.evaluateOnNewDocument(() => {
        if (window === top)
          addEventListener('message', ({ data }) => /** @type {any} */ (window).hear(data));
      });
      await around.goto(`${origin}/`);
      return {
        page: around,
        /** The messages of a type. */
        said: (type = '') => messages.filter((each) => !type || each.type === `vorleser-${type}`),
        send: (/** @type {unknown} */ data) =>
          around.evaluate((data) => {
            const { contentWindow } = document.querySelector('iframe') ?? {};
            contentWindow?.postMessage(data, '*');
          }, data),
      };
    }
  });

/** Articles as EPUB 3 with Media Overlays: valid, read back, and heard in a reader. Starting Java takes most of the time. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { browserNames, launch, open, site } from '../e2e/site.mjs';
import { has } from '../machine.mjs';
import { serve } from '../rig/serve.mjs';
import { narrated, sentenceHash, tone } from './narrated.mjs';

// Built, so that their types are missing in a fresh clone.
/** @type {typeof import('../../src/narrate/epub/epub.js')} */
const { createEpub } = await import(path.resolve('lib/narrate/epub/epub.js'));
/** @type {typeof import('../../src/narrate/epub/book-text.js')} */
const { bookText } = await import(path.resolve('lib/narrate/epub/book-text.js'));
/** @type {typeof import('../../src/narrate/epub/read-epub.js')} */
const { readEpub } = await import(path.resolve('lib/narrate/epub/read-epub.js'));
/** @type {typeof import('../../src/narrate/zip.js')} */
const { unzip, zip } = await import(path.resolve('lib/narrate/zip.js'));

/** An article that has about everything that is allowed in a page and not in XHTML. */
const HOSTILE = readFileSync('test/narrate/hostile.html', 'utf8');

const STORY = `<!doctype html><html lang="de"><article><h1>Im Flug</h1>
  <p>Mauersegler <em>schlafen im Flug. Sie landen</em> nur zum Brüten. Sonst nie.</p>
  ${'<p>Noch ein Satz mehr.</p>'.repeat(8)}</article></html>`;

const PIXEL = {
  type: /** @type {const} */ ('image/png'),
  content: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-epub-'));
const modified = new Date('2026-11-28T12:00:00Z');
after(() => {
  rmSync(folder, { recursive: true });
  site.close();
});

/**
 * Writes a book for an article as if it had been recorded.
 *
 * @param {string} html a page
 * @param {Partial<import('../../src/narrate/epub/book.js').Book>} [more]
 * @param {number} [seconds] of each sentence
 */
async function bookOf(html, more = {}, seconds = 1) {
  const { parse, article, cues, recording } = await narrated(html, seconds);
  const audio = await tone(cues.length * seconds);
  const pictures = new Map([['bild.png', PIXEL]]);
  const text = bookText(article, cues, { pictures, base: 'https://zeitung.example/story.html' });
  const book = { text, recording, audio, modified, ...more };
  return { recording, audio, bytes: Buffer.concat([...(await createEpub(book))]), parse };
}

const HAS_EPUBCHECK = has('epubcheck') && has('java');

describe('an article as an EPUB', () => {
  test('is valid, whatever the page has', { skip: !HAS_EPUBCHECK && 'no epubcheck' }, async () => {
    const { bytes } = await bookOf(HOSTILE, {
      source: 'https://zeitung.example/story.html',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      author: 'Ada & Max <Meier>',
      publisher: 'Zeitung',
      date: '2026-11-28',
      description: 'Über "alles".',
      cover: PIXEL,
    });
    const file = path.join(folder, 'hostile.epub');
    writeFileSync(file, bytes);
    const { stdout: which } = await promisify(execFile)('which', ['epubcheck']);
    const java = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', which.trim()];
    const check = promisify(execFile)('java', [...java, '--usage', file]);
    const { stdout, stderr } = await check.catch((error) => error);
    assert.match(`${stdout}`, /0 fatals \/ 0 errors \/ 0 warnings/, `${stdout}${stderr}`);
  });

  test('is read back: every sentence with its text and its part of the sound', async () => {
    const { bytes, recording, audio, parse } = await bookOf(HOSTILE);
    const [text, ...others] = readEpub(bytes, parse);
    assert.equal(others.length, 0);
    assert.deepEqual(
      { ...text?.recording, sentences: [] },
      { title: 'Im Flug', lang: 'de', readBy: 'eSpeak NG', sentences: [] },
    );
    const { sentences } = recording;
    // A clip lasts until the next one begins.
    const expected = sentences.map((sentence, i) => {
      // XML has no such characters.
      const text = sentence.text?.replaceAll('\u0001', '') ?? '';
      const end = sentences[i + 1]?.start ?? sentence.end;
      return { ...sentence, end, text, hash: sentenceHash(text) };
    });
    assert.deepEqual(text?.recording.sentences, expected);
    assert.equal(text?.audio.type, 'audio/mpeg');
    assert.deepEqual(Buffer.from(text?.audio.content ?? []), audio);
  });

  test('has each sentence in an element, and splits what begins in one and ends in another', async () => {
    const { bytes } = await bookOf(STORY);
    const page = Buffer.from(unzip(bytes)('EPUB/article.xhtml') ?? []).toString();
    assert.match(
      page,
      /<span id="s1">Mauersegler <em>schlafen im Flug\.<\/em><\/span> <span id="s2"><em>Sie landen<\/em> nur zum Brüten\.<\/span>/,
    );
  });

  test('equal articles give equal books', async () => {
    const [one, other] = [await bookOf(STORY), await bookOf(STORY)];
    assert.ok(one.bytes.equals(other.bytes));
  });

  test('leaves sentences silent that have changed since they were recorded', async () => {
    const { recording } = await narrated(STORY);
    const changed = STORY.replace('Sonst nie.', 'Sonst fast nie.');
    const { bytes, parse } = await bookOf(changed, { recording });
    const texts = readEpub(bytes, parse)[0]?.recording.sentences.map(({ text }) => text);
    assert.ok(texts?.includes('Sie landen nur zum Brüten.'));
    assert.ok(!texts?.some((text) => text?.startsWith('Sonst')));
    const other = bookOf('<article><p>Ein anderer Text.</p></article>', { recording });
    await assert.rejects(other, /no sentence of this article/);
  });
});

describe('an EPUB of others', () => {
  const CONTAINER =
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/a b.opf"/></rootfiles></container>';
  const OPF = `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title>Moby Dick</dc:title><dc:language>en</dc:language><meta property="media:narrator">Stewart Wills</meta></metadata>
    <manifest><item id="c1" href="text/c%201.xhtml" media-overlay="o1" media-type="application/xhtml+xml"/>
    <item id="o1" href="o/1.smil" media-type="application/smil+xml"/><item id="c2" href="text/c2.xhtml"/>
    <item id="a" href="audio/1.mp4" media-type="audio/mp4"/></manifest>
    <spine><itemref idref="c2"/><itemref idref="c1"/></spine></package>`;
  const PAGE = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><p><span id="a">Call me  Ishmael<sup><a epub:type="noteref" href="#n">1</a></sup>.</span>
    <span id="b" xml:lang="fr">Oui.</span> <span id="c">Well.</span></p></body></html>`;
  const SMIL = `<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops"><body><seq epub:textref="../text/c%201.xhtml#a"><par>
    <text src="../text/c%201.xhtml#a"/><audio src="../audio/1.mp4" clipBegin="0:00:24.5" clipEnd="29s"/></par>
    <par><text src="../text/c%201.xhtml#b"/><audio src="../audio/1.mp4" clipBegin="0.5min" clipEnd="31500ms"/></par></seq>
    <par><text src="../text/c%201.xhtml#c"/><audio src="../audio/2.mp4" clipBegin="1s" clipEnd="2s"/></par>
    <par><text src="../text/c%201.xhtml#gone"/><audio src="../audio/1.mp4" clipBegin="31.5s"/></par></body></smil>`;
  const bytes = (/** @type {Record<string, string>} */ files) =>
    Buffer.concat([
      ...zip(Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) }))),
    ]);
  const FILES = {
    'META-INF/container.xml': CONTAINER,
    'OPS/a b.opf': OPF,
    'OPS/text/c 1.xhtml': PAGE,
    'OPS/o/1.smil': SMIL,
    'OPS/audio/1.mp4': 'sound',
  };

  test('is read: nested overlays, all forms of times, one audio file', async () => {
    const { parse } = await narrated('<article><p>x</p></article>');
    const [text] = readEpub(bytes(FILES), parse);
    assert.deepEqual(
      text?.recording.sentences.map(({ start, end, text, lang }) => [start, end, text, lang]),
      [
        [24.5, 29, 'Call me Ishmael.', undefined],
        [30, 31.5, 'Oui.', 'fr'],
      ],
    );
    assert.equal(text?.recording.readBy, 'Stewart Wills');
    assert.deepEqual(
      [text?.name, text?.audio.name, text?.audio.type],
      ['OPS/text/c 1.xhtml', 'OPS/audio/1.mp4', 'audio/mp4'],
    );
  });

  test('is refused if it is damaged', async () => {
    const { parse } = await narrated('<article><p>x</p></article>');
    const incomplete = Object.fromEntries(Object.entries(FILES).slice(0, 3));
    for (const damaged of [Buffer.from('PK'), bytes({}), bytes(incomplete)])
      assert.throws(() => readEpub(damaged, parse), SyntaxError);
  });
});

for (const browserName of browserNames)
  describe(`foliate-js in ${browserName}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      const { bytes } = await bookOf(STORY, {}, 0.6);
      writeFileSync(path.join(folder, 'story.epub'), bytes);
      server = await serve(
        [folder, 'node_modules/foliate-js'],
        `<!doctype html><title>Reader</title><link rel="icon" href="data:,"><style>foliate-view { display: block; height: 90vh }</style>
        <script type="module" src="/view.js"></script>`,
      );
      browser = await launch(browserName, { firefoxPrefs: { 'media.autoplay.default': 0 } });
    });
    after(async () => {
      await browser.close();
      server.close();
    });

    test(
      'plays the recording and marks the sentence that is heard',
      { timeout: 60_000 },
      async () => {
        const { page } = await open(browser, server.address);
        const marked = await page.evaluate(async () => {
          await customElements.whenDefined('foliate-view');
          const view = /** @type {any} */ (document.createElement('foliate-view'));
          document.body.append(view);
          const blob = await (await fetch('story.epub')).blob();
          await view.open(new File([blob], 'story.epub', { type: 'application/epub+zip' }));
          await view.goToTextStart();
          const [{ doc }] = view.renderer.getContents();
          /** @type {{ ids: string[], time: number, color: string }[]} */
          const seen = [];
          const started = performance.now();
          const enough = new Promise((resolve) => {
            const observer = new MutationObserver(() => {
              const active = [...doc.querySelectorAll('.-epub-media-overlay-active')];
              const ids = active.map(({ id }) => id);
              if (ids.length === 0 || `${ids}` === `${seen.at(-1)?.ids}`) return;
              seen.push({
                ids,
                time: performance.now() - started,
                color: doc.defaultView.getComputedStyle(active[0]).backgroundColor,
              });
              if (seen.length > 3) resolve(null);
            });
            const options = { subtree: true, attributes: true, attributeFilter: ['class'] };
            observer.observe(doc.body, options);
          });
          view.startMediaOverlay();
          await enough;
          view.mediaOverlay.stop();
          return seen;
        });
        assert.deepEqual(
          marked.slice(0, 4).map(({ ids }) => ids),
          [['s0'], ['s1'], ['s2'], ['s3']],
        );
        assert.ok(marked.every(({ color }) => color === 'rgb(255, 226, 122)'));
        const [first, , , fourth] = marked;
        const heard = (fourth?.time ?? 0) - (first?.time ?? 0);
        assert.ok(heard > 1300, `three sentences of 0.6 s took ${heard} ms`);
        await page.close();
      },
    );
  });

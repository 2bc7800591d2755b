/** A folder of narrated articles as a podcast. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { parseRssFeed } from 'feedsmith';
import { parseFeed } from 'podcast-partytime';
import { tone } from './narrated.mjs';

// Built, so that its types are missing in a fresh clone.
/** @type {typeof import('../../src/recording/webvtt.js')} */
const { formatWebVtt } = await import(path.resolve('lib/recording/webvtt.js'));
/** @type {typeof import('../../src/narrate/feed/json-ld.js')} */
const { parseJsonLd } = await import(path.resolve('lib/narrate/feed/json-ld.js'));

/** The tags of Podcasting 2.0 that we write, their attributes, and those that they must have: https://podcasting2.org/docs/podcast-namespace */
const PODCAST_TAGS = {
  guid: {
    allowed: [],
    required: [],
    value: /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  },
  locked: { allowed: ['owner'], required: [], value: /^(?:yes|no)$/ },
  medium: { allowed: [], required: [], value: /^podcast$/ },
  transcript: {
    allowed: ['url', 'type', 'language', 'rel'],
    required: ['url', 'type'],
    value: /^$/,
  },
  chapters: { allowed: ['url', 'type'], required: ['url', 'type'], value: /^$/ },
  person: { allowed: ['role', 'group', 'img', 'href'], required: [], value: /^.{1,128}$/ },
  license: { allowed: ['url'], required: [], value: /^.{1,128}$/ },
};

const SITE = 'https://zeitung.example/audio/';
const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-feed-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs `vorleser feed`. */
async function feed(/** @type {string[]} */ ...args) {
  const run = promisify(execFile)(process.execPath, ['lib/narrate/cli.js', 'feed', ...args]);
  const { code = 0, stderr } = /** @type {{ code?: number, stderr: string }} */ (
    await run.catch((error) => error)
  );
  return { code, stderr };
}

/** Writes the files of a narrated article. */
async function episode(
  /** @type {string} */ name,
  /** @type {import('../../src/recording/recording.js').RecordingDetails} */ details,
  /** @type {object | null} */ jsonLd,
) {
  const sentences = [
    { index: 0, start: 0, end: 0.4, hash: 'a', text: 'Im Flug' },
    { index: 1, start: 0.5, end: 2, hash: 'b', text: 'Mauersegler & Schwalben <schlafen>.' },
  ];
  writeFileSync(path.join(folder, `${name}.mp3`), await tone(2));
  writeFileSync(path.join(folder, `${name}.vtt`), formatWebVtt({ ...details, sentences }));
  if (jsonLd) writeFileSync(path.join(folder, `${name}.jsonld`), JSON.stringify(jsonLd));
}

describe('vorleser feed', () => {
  /** @type {string} */
  let xml;
  /** @type {Awaited<ReturnType<typeof feed>>} */
  let outcome;

  before(async () => {
    await episode(
      'mauer segler',
      { title: 'Im Flug', lang: 'de', reader: 'person', readBy: 'Ada Meier' },
      null,
    );
    await episode(
      'zwei',
      { title: 'Zwei', lang: 'de', reader: 'computer', readBy: 'eSpeak NG' },
      {
        '@type': 'AudioObject',
        name: 'Zwei & mehr',
        inLanguage: 'de-CH',
        duration: 'PT1M2.4S',
        publisher: { '@type': 'Organization', name: 'Zeitung' },
        datePublished: '2126-11-27',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        isBasedOn: 'https://zeitung.example/zwei.html',
        hasPart: [
          { '@type': 'Clip', name: 'Zwei', startOffset: 0, endOffset: 0.5 },
          { '@type': 'Clip', name: 'Teil', startOffset: 0.5, endOffset: 2 },
        ],
      },
    );
    writeFileSync(path.join(folder, 'musik.mp3'), '');
    outcome = await feed(
      folder,
      '--site',
      SITE.slice(0, -1),
      '--out',
      path.join(folder, 'feed.xml'),
      ...['--image', 'https://zeitung.example/cover.jpg', '--category', 'News > Daily News'],
      ...['--email', 'audio@zeitung.example', '--title', 'Zeitung <zum> Hören'],
    );
    assert.deepEqual(outcome.code, 0, outcome.stderr);
    xml = readFileSync(path.join(folder, 'feed.xml'), 'utf8');
  });

  test('has the newest article first, with its file, length and address', () => {
    const [first, second] = parseRssFeed(xml).items ?? [];
    assert.equal(first?.title, 'Zwei & mehr');
    assert.equal(first?.link, 'https://zeitung.example/zwei.html');
    assert.deepEqual(first?.enclosures, [
      {
        url: `${SITE}zwei.mp3`,
        length: readFileSync(path.join(folder, 'zwei.mp3')).length,
        type: 'audio/mpeg',
      },
    ]);
    assert.equal(first?.itunes?.duration, 62);
    assert.equal(second?.title, 'Im Flug');
    assert.equal(second?.enclosures?.[0]?.url, `${SITE}mauer%20segler.mp3`);
    assert.equal(second?.itunes?.duration, 2);
    assert.equal(second?.description, 'Mauersegler & Schwalben <schlafen>.');
  });

  test('is read by the parser of the Podcast Index', () => {
    const parsed = parseFeed(xml);
    assert.ok(parsed);
    assert.equal(parsed.title, 'Zeitung <zum> Hören');
    assert.equal(parsed.items.length, 2);
    assert.deepEqual(parsed.items[0]?.podcastTranscripts, [
      { url: `${SITE}zwei.captions.vtt`, type: 'text/vtt', language: 'de-CH', rel: 'captions' },
    ]);
    assert.deepEqual(parsed.items[0]?.podcastChapters, {
      url: `${SITE}zwei.chapters.json`,
      type: 'application/json+chapters',
    });
    assert.deepEqual(parsed.items[0]?.license, {
      identifier: 'cc-by-4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    });
    assert.equal(parsed.items[0]?.podcastPeople, undefined);
    assert.match(
      JSON.stringify(parsed.items[1]?.podcastPeople),
      /"name":"Ada Meier","role":"narrator"/i,
    );
    assert.equal(parsed.items[1]?.podcastChapters, undefined);
  });

  test('keeps to the names of RSS, Apple and Podcasting 2.0', () => {
    const [channel = '', ...items] = xml.split('<item>');
    // https://podcasters.apple.com/support/823-podcast-requirements
    for (const name of 'title link description language itunes:image itunes:category itunes:explicit itunes:author atom:link'.split(
      ' ',
    ))
      assert.match(channel, new RegExp(`<${name}[ >]`));
    assert.match(channel, /<itunes:explicit>false</);
    const { link, image } = parseRssFeed(xml);
    assert.deepEqual([image?.url, image?.link], ['https://zeitung.example/cover.jpg', link]);
    // https://www.rssboard.org/rss-profile#data-types-characterdata
    assert.match(channel, /<title>Zeitung &#x3c;zum&#x3e; Hören<\/title>/);
    for (const item of items)
      for (const name of ['title', 'enclosure', 'guid', 'pubDate', 'itunes:duration'])
        assert.equal(item.split(new RegExp(`<${name}[ >]`)).length, 2, name);
    const guids = items.map((item) => /<guid[^>]*>([^<]+)/.exec(item)?.[1]);
    assert.equal(new Set(guids).size, 2);
    const tags = [...xml.matchAll(/<podcast:(\w+)([^>]*?)\/?>([^<]*)/g)];
    assert.deepEqual(new Set(tags.map(([, name]) => name)), new Set(Object.keys(PODCAST_TAGS)));
    for (const [tag, name, list = '', value = ''] of tags) {
      const rule = PODCAST_TAGS[/** @type {keyof typeof PODCAST_TAGS} */ (name)];
      /** @type {string[]} */
      const allowed = rule.allowed;
      const attributes = [...list.matchAll(/(\S+)="[^"]*"/g)].map(
        ([, attribute = '']) => attribute,
      );
      assert.ok(
        attributes.every((attribute) => allowed.includes(attribute)),
        tag,
      );
      assert.ok(
        rule.required.every((attribute) => attributes.includes(attribute)),
        tag,
      );
      assert.match(value.trim(), rule.value);
    }
    assert.match(xml, /xmlns:podcast="https:\/\/podcastindex\.org\/namespace\/1\.0"/);
  });

  test('has captions and chapters beside the recordings', () => {
    const captions = readFileSync(path.join(folder, 'mauer segler.captions.vtt'), 'utf8');
    assert.match(
      captions,
      /00:00:00\.500 --> 00:00:02\.000\nMauersegler &amp; Schwalben &lt;schlafen&gt;\./,
    );
    const chapters = JSON.parse(readFileSync(path.join(folder, 'zwei.chapters.json'), 'utf8'));
    assert.equal(chapters.version, '1.2.0');
    assert.deepEqual(chapters.chapters, [
      { startTime: 0, title: 'Zwei' },
      { startTime: 0.5, title: 'Teil' },
    ]);
    assert.deepEqual(
      readdirSync(folder).filter((name) => /tmp|mauer segler\.chapters/.test(name)),
      [],
    );
  });

  test('says what was left out, and what is wrong', async () => {
    assert.match(outcome.stderr, /musik\.mp3 was left out/);
    assert.doesNotMatch(outcome.stderr, /--image|--category|--email/);
    const empty = mkdtempSync(path.join(folder, 'empty-'));
    const out = path.join(empty, 'feed.xml');
    const nothing = await feed(empty, '--site', SITE, '--out', out);
    assert.deepEqual([nothing.code, /no narrated article/.test(nothing.stderr)], [1, true]);
    for (const args of [
      [folder],
      [folder, '--site', SITE],
      ['--site', SITE, '--out', out],
      [folder, '--site', 'zeitung', '--out', out],
      ['--nonsense'],
    ])
      assert.equal((await feed(...args)).code, 2, `${args}`);
    const missing = await feed(path.join(empty, 'gone'), '--site', SITE, '--out', out);
    assert.deepEqual([missing.code, /no such file/.test(missing.stderr)], [1, true]);
    assert.deepEqual(readdirSync(empty), []);
  });
});

test('structured data of others: an article with its audio, in a graph', () => {
  const described = parseJsonLd(
    JSON.stringify({
      '@graph': [
        { '@type': 'Organization', name: 'Verlag', url: 'https://verlag.example/' },
        {
          '@type': ['NewsArticle'],
          headline: 'Titel',
          mainEntityOfPage: { '@id': 'https://verlag.example/a' },
          author: [{ '@type': 'Person', name: 'Ada' }],
          datePublished: '2026-11-27T10:00:00+01:00',
          audio: { '@type': 'AudioObject', duration: 'PT1H2M3.5S', contentUrl: 'a.mp3' },
        },
      ],
    }),
  );
  const { title, link, author, date, duration } = described;
  assert.deepEqual(
    { title, link, author, date: date?.toISOString(), duration },
    {
      title: 'Titel',
      link: 'https://verlag.example/a',
      author: 'Ada',
      date: '2026-11-27T09:00:00.000Z',
      duration: 3723.5,
    },
  );
});

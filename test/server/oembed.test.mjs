/** The oEmbed provider, as consumers ask it. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';

// Built, so that its types are missing in a fresh clone.
const { createOEmbed } = await import(path.resolve('lib/server/oembed.js'));

const SETTINGS = {
  embedUrl: 'https://hoeren.zeitung.example/embed.html',
  sources: ['https://zeitung.example'],
};

const ARTICLE = 'https://zeitung.example/a?b=1&c="><script>';

/** @param {Record<string, string>} query */
async function ask(query, settings = {}, method = 'GET') {
  const handler = createOEmbed({ ...SETTINGS, ...settings });
  const address = `https://hoeren.zeitung.example/oembed?${new URLSearchParams(query)}`;
  const response = await handler(new Request(address, { method }));
  return { response, json: await response.json() };
}

describe('the oEmbed provider', () => {
  test('answers with a frame, whose attributes are escaped', async () => {
    const { response, json } = await ask({ url: ARTICLE }, { providerName: 'Zeitung' });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    const { html, ...rest } = json;
    assert.deepEqual(rest, {
      version: '1.0',
      type: 'rich',
      title: 'zeitung.example/a',
      provider_name: 'Zeitung',
      provider_url: 'https://hoeren.zeitung.example',
      cache_age: 86_400,
      width: 720,
      height: 600,
    });
    const [, attributes = ''] = /^<iframe ([^<>]*)><\/iframe>$/.exec(html) ?? [];
    const src = new URL(/src="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '');
    assert.equal(src.origin + src.pathname, SETTINGS.embedUrl);
    assert.equal(src.searchParams.get('article'), new URL(ARTICLE).href);
    assert.match(
      attributes,
      / title="zeitung\.example\/a" width="720" height="600" allow="autoplay; clipboard-write"/,
    );
  });

  test('names the frame after the article, if it knows the title', async () => {
    const titleOf = async () => 'Wer "hört" <liest> & mehr';
    const { json } = await ask({ url: ARTICLE }, { titleOf });
    assert.equal(json.title, 'Wer "hört" <liest> & mehr');
    assert.match(json.html, /title="Wer &quot;hört&quot; &lt;liest&gt; &amp; mehr"/);
  });

  test('takes the address of a frame for that of its article', async () => {
    const url = `${SETTINGS.embedUrl}?article=${encodeURIComponent('https://zeitung.example/x')}`;
    const { json } = await ask({ url });
    assert.match(json.html, /article=https%3A%2F%2Fzeitung\.example%2Fx"/);
    const nested = await ask({ url: `${SETTINGS.embedUrl}?article=javascript:alert(1)` });
    assert.equal(nested.response.status, 400);
  });

  test('makes the frame smaller, never larger', async () => {
    const small = await ask({ url: ARTICLE, maxwidth: '300', maxheight: '200' });
    assert.deepEqual([small.json.width, small.json.height], [300, 200]);
    const large = await ask({ url: ARTICLE, maxwidth: '9999', maxheight: '9999' });
    assert.deepEqual([large.json.width, large.json.height], [720, 600]);
  });

  test('refuses other articles, and what it does not understand', async () => {
    const cases = /** @type {[number, Record<string, string>][]} */ ([
      [404, { url: 'https://other.example/' }],
      [404, { url: 'https://zeitung.example.evil.example/' }],
      [404, { url: 'http://zeitung.example/' }],
      [404, { url: 'https://zeitung.example:8443/' }],
      [400, { url: 'https://zeitung.example@evil.example/' }],
      [400, { url: 'javascript:alert(1)' }],
      [400, { url: '/a' }],
      [400, {}],
      [400, { url: ARTICLE, maxwidth: '-1' }],
      [400, { url: ARTICLE, maxwidth: '0' }],
      [400, { url: ARTICLE, maxheight: '1" onload="x' }],
      [501, { url: ARTICLE, format: 'xml' }],
    ]);
    for (const [status, query] of cases) {
      const { response, json } = await ask(query);
      assert.equal(response.status, status, JSON.stringify(query));
      assert.deepEqual(Object.keys(json), ['error']);
    }
    assert.equal((await ask({ url: ARTICLE }, {}, 'POST')).response.status, 405);
  });

  test('does not start with settings that are wrong', () => {
    for (const wrong of [
      { embedUrl: 'embed.html' },
      { sources: ['*'] },
      { sources: ['https://zeitung.example/a'] },
      { sources: 'https://zeitung.example' },
    ])
      assert.throws(() => createOEmbed({ ...SETTINGS, ...wrong }), TypeError);
  });
});

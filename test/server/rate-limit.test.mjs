/** How the token broker tells clients apart, and how many requests it allows each of them. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { createTokenBroker } from 'vorleser/server/token';

const ORIGIN = 'https://zeitung.example';
const MINUTE = 60_000;

describe('the limit of requests', () => {
  /** The time, in milliseconds, which passes only when a test says so. */
  let passed = 0;

  beforeEach(() => {
    mock.method(performance, 'now', () => passed);
    mock.method(globalThis, 'fetch', () => Promise.resolve(new Response('token-1')));
  });
  afterEach(() => mock.restoreAll());

  /** A broker that allows each client so many requests, and whose proxy names the client in a header. */
  function brokerOf(/** @type {number} */ limit, clientHeader = 'x-forwarded-for') {
    const key = 'k'.repeat(32);
    const handle = createTokenBroker({
      ...{ key, region: 'westeurope', origins: [ORIGIN] },
      ...{ limit, clientHeader },
    });
    return (/** @type {string} */ client, /** @type {object} */ context = {}) =>
      handle(
        new Request('https://tokens.example/', {
          headers: { Origin: ORIGIN, 'X-Forwarded-For': client },
        }),
        context,
      );
  }

  test('holds for each client and each minute', async () => {
    const from = brokerOf(3);
    for (let i = 0; i < 3; i++) assert.equal((await from('192.0.2.1')).status, 200);
    const refused = await from(`198.51.100.${Math.floor(Math.random() * 99)}, 192.0.2.1`);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('Retry-After')) <= 60);
    assert.equal(refused.headers.get('Access-Control-Allow-Origin'), ORIGIN);
    assert.equal(refused.headers.get('Access-Control-Expose-Headers'), 'Retry-After');
    assert.equal((await from('192.0.2.2')).status, 200);
    passed += MINUTE;
    assert.equal((await from('192.0.2.1')).status, 200);
  });

  test('is not lifted or prolonged by a clock that is set', async () => {
    const from = brokerOf(1);
    assert.equal((await from('192.0.2.1')).status, 200);
    for (const jump of [MINUTE * 60 * 24, -MINUTE * 60 * 24]) {
      const now = Date.now() + jump;
      mock.method(Date, 'now', () => now);
      const refused = await from('192.0.2.1');
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get('Retry-After')) <= 60);
    }
    passed += MINUTE;
    assert.equal((await from('192.0.2.1')).status, 200);
  });

  test('counts by the address of the connection on Deno and Bun, and all as one elsewhere', async () => {
    const from = brokerOf(1, '');
    const deno = { remoteAddr: { hostname: '192.0.2.1' } };
    const bun = { requestIP: () => ({ address: '192.0.2.2' }) };
    for (const context of [deno, bun, undefined]) {
      assert.equal((await from('198.51.100.1', context)).status, 200);
      // No header is trusted that the operator has not named.
      assert.equal((await from('198.51.100.2', context)).status, 429);
    }
  });

  test('counts a request by its connection if the named header is missing', async () => {
    const from = brokerOf(1, 'cf-connecting-ip');
    for (const [hostname, status] of /** @type {const} */ ([
      ['192.0.2.1', 200],
      ['192.0.2.1', 429],
      ['192.0.2.2', 200],
    ]))
      assert.equal((await from('198.51.100.1', { remoteAddr: { hostname } })).status, status);
  });

  for (const [title, ...addresses] of [
    ['IPv4 in any form', '192.0.2.1', '192.0.2.1:4711', '::ffff:192.0.2.1', '::FFFF:c000:201'],
    ['translated IPv4', '192.0.2.1', '64:ff9b::192.0.2.1', '[64:ff9b::c000:201]:443'],
    [
      'IPv6 by its network of 64 bits',
      ...[
        '2001:db8:1:2::1',
        '2001:DB8:1:2:3:4:5:6',
        '2001:db8:1:2:ffff::',
        '[2001:db8:1:2::9]:443',
      ],
      '2001:0db8:0001:0002:0000:0000:0000:0001',
    ],
    ['link-local addresses without their zone', 'fe80::1%eth0', 'fe80::2%25en1', 'fe80::'],
  ])
    test(`counts ${title} as one client`, async () => {
      const from = brokerOf(1);
      for (const [index, address] of addresses.entries())
        assert.equal((await from(address)).status, index === 0 ? 200 : 429, address);
    });

  test('counts different addresses and networks as different clients', async () => {
    const from = brokerOf(1);
    for (const address of [
      ...['192.0.2.1', '192.0.2.2', '::ffff:192.0.2.3', '64:ff9b::192.0.2.4', '::1'],
      ...['2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8::1', '2001:db8:0:1::1', 'unknown', '_x'],
    ])
      assert.equal((await from(address)).status, 200, address);
  });

  test('holds for a client that keeps asking while thousands of others do', async () => {
    const from = brokerOf(1);
    await from('192.0.2.1');
    for (let i = 0; i < 20_000; i++) {
      await from(`client ${i}`);
      if (i % 4000 === 0) assert.equal((await from('192.0.2.1')).status, 429);
    }
  });

  test('locks out nobody during a flood of names, and remembers a bounded number of them', async () => {
    const from = brokerOf(1);
    for (let i = 0; i < 20_000; i++) await from(`client ${i} ${'x'.repeat(i % 100)}`);
    for (const client of ['192.0.2.1', '2001:db8::1', 'another'])
      assert.equal((await from(client)).status, 200);
    assert.equal((await from('another')).status, 429);
    // Forgotten, since it has been quiet for longest.
    assert.equal((await from('client 0 ')).status, 200);
  });
});

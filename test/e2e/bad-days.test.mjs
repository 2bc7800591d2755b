/** Failures as a listener meets them, on the built page with real voices. */
import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { hasSpeech } from '../rig/packages.mjs';
import {
  engineOf,
  launch,
  message,
  open,
  playerEvent,
  press,
  site,
  untilReadBy,
  voicesListed,
  writeDown,
} from './site.mjs';

/** How long a busy machine may take until another voice is heard, in milliseconds. */
const SOON = 6000;

const TAKEOVER = 'Die Stimme des Browsers spricht nicht. Ab hier liest die mitgelieferte Stimme.';

after(() => site.close());

describe('failures', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  beforeEach(async () => {
    browser = await launch('chromium');
  });
  afterEach(() => browser.close());

  test('a browser without a German voice reads with the embedded one, without a message', async () => {
    const { page, problems } = await open(browser, site.page);
    await writeDown(page);
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    assert.equal(await engineOf(page), 'embedded');
    assert.equal(await message(page), '');
    assert.deepEqual(problems, []);
  });

  test('a browser without speech synthesis reads with the embedded voice, too', async () => {
    const { page, problems } = await open(browser, site.page, {
      before: () => {
        delete (/** @type {any} */ (window).speechSynthesis);
        delete (/** @type {any} */ (Window.prototype).speechSynthesis);
      },
    });
    assert.equal(await page.evaluate(() => 'speechSynthesis' in window), false);
    await writeDown(page);
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    assert.equal(await engineOf(page), 'embedded');
    assert.deepEqual(problems, []);
  });

  test('a browser voice that never starts is replaced after 2 seconds, with a message', async () => {
    const { page, problems } = await open(browser, site.page, { before: systemVoice });
    await writeDown(page);
    const pressed = Date.now();
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    const took = Date.now() - pressed;
    assert.ok(took >= 2000, `${took} ms`);
    assert.equal(await engineOf(page), 'embedded');
    assert.equal(await message(page), TAKEOVER);
    assert.deepEqual(problems, []);
  });

  for (const [what, does] of Object.entries({ fails: 'error', stalls: 'stall' }))
    test(`a browser voice that ${what} in mid-article is soon replaced, from the start of the same sentence`, async () => {
      const { page, problems } = await open(browser, site.page, { before: systemVoice });
      await writeDown(page);
      await page.evaluate((does) => {
        const scope = /** @type {any} */ (window);
        scope.plan = ['speak', 'speak', does];
      }, does);
      await press(page, 'vorleser-play-button');
      await untilReadBy(page, 'embedded', 60_000);
      const { cues, first, took } = await page.evaluate(() => {
        const { heard, lost } = /** @type {any} */ (window);
        const player = /** @type {any} */ (document.querySelector('vorleser-player'));
        const shown = heard.filter((/** @type {any} */ { type }) => type === 'cuechange');
        return {
          cues: shown.flatMap((/** @type {any} */ { cue }) => cue ?? []),
          first: player.cues.slice(0, 3).map((/** @type {any} */ { text }) => text),
          took: shown.find((/** @type {any} */ { cue, time }) => cue && time > lost).time - lost,
        };
      });
      // The voice that stalls was heard, so its sentence begins again.
      assert.deepEqual(cues, does === 'stall' ? [...first, first[2]] : first);
      assert.ok(took < SOON, `${took} ms`);
      assert.equal(await message(page), TAKEOVER);
      assert.deepEqual(problems, []);
    });

  test('a remote voice is replaced when the network is lost, although nothing can be fetched', async () => {
    const { page } = await open(browser, site.page, { before: systemVoice });
    await writeDown(page);
    await page.evaluate(() => {
      const scope = /** @type {any} */ (window);
      scope.localService = false;
      const allowed = { 'browser vendor': true };
      localStorage.setItem('vorleser', JSON.stringify({ version: 1, allowed }));
      scope.plan = ['speak', 'slow'];
    });
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    await page.waitForFunction(() => /** @type {any} */ (window).plan.length === 0);
    await page.setOfflineMode(true);
    const unblock = site.block('/');
    try {
      await page.evaluate(() => {
        /** @type {any} */ (window).plan = ['error'];
        /** @type {any} */ (window).heard.length = 0;
      });
      await untilReadBy(page, 'embedded');
      const took = await page.evaluate(() => {
        const { heard, lost } = /** @type {any} */ (window);
        return heard.find((/** @type {any} */ { cue, time }) => cue && time > lost).time - lost;
      });
      assert.ok(took < SOON, `${took} ms`);
      assert.equal(await message(page), TAKEOVER);
    } finally {
      unblock();
    }
  });

  test('the progress of a voice that loads slowly is shown', async () => {
    const { page, problems } = await open(browser, site.page);
    await writeDown(page);
    const hurry = site.slow('/german-');
    await page.evaluate(() => {
      /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'embedded';
      const scope = /** @type {any} */ (window);
      scope.messages = [];
      const root = document
        .querySelector('vorleser-player')
        ?.shadowRoot?.querySelector('vorleser-status')?.shadowRoot;
      const note = () => scope.messages.push(root?.textContent?.replace(/\s+/g, ' ').trim());
      new MutationObserver(note).observe(/** @type {ShadowRoot} */ (root), {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    hurry();
    const messages = await page.evaluate(
      () => /** @type {string[]} */ (/** @type {any} */ (window).messages),
    );
    const shares = messages
      .flatMap((text) => /^Stimme wird geladen … (\d+) %$/.exec(text)?.[1] ?? [])
      .map(Number);
    assert.equal(shares[0], 0, messages.join(' | '));
    assert.ok(shares.length > 10, messages.join(' | '));
    assert.deepEqual(
      shares,
      shares.toSorted((one, other) => one - other),
    );
    assert.equal(await message(page), '');
    assert.deepEqual(problems, []);
  });

  for (const [what, part] of Object.entries({ worker: '/worker-', voice: '/german-' })) {
    test(`the player reports that no voice can be loaded if the ${what} does not arrive, and reads once it does`, async () => {
      const { page } = await open(browser, site.page);
      await page.evaluate(() => {
        /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'embedded';
      });
      const exceptions = /** @type {string[]} */ ([]);
      page.on('pageerror', (error) => exceptions.push(String(error)));
      await writeDown(page);
      const unblock = site.block(part);
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'error');
      assert.match(
        await message(page),
        /^Der Artikel kann nicht vorgelesen werden: Es lässt sich keine Stimme laden\./,
      );
      unblock();
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'playing');
      assert.equal(await message(page), '');
      assert.deepEqual(exceptions, []);
    });
  }

  test('reading continues in a hidden page, which is scrolled to the voice when it is shown again', async () => {
    const { page, problems } = await open(browser, site.page);
    await page.evaluate(() => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      player.engines = 'embedded';
      player.playbackRate = 4;
    });
    await writeDown(page);
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    const other = await browser.newPage();
    await other.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, 8000));
    await page.bringToFront();
    const { index, marked, cue, inView } = await page.evaluate(async () => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      while (!player.activeCue) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, 600));
      while (!player.activeCue) await new Promise((resolve) => setTimeout(resolve, 10));
      const { top, bottom } = player.activeCue.range.getBoundingClientRect();
      return {
        index: player.activeCue.index,
        cue: player.activeCue.text,
        marked: [...(CSS.highlights.get('vorleser-sentence') ?? [])].map(String).join(),
        inView: bottom > 0 && top < innerHeight,
      };
    });
    assert.ok(index >= 3, `the hidden page was read up to sentence ${index}`);
    assert.equal(marked, cue);
    assert.ok(inView);
    assert.deepEqual(problems, []);
  });

  test('a reload ends the speech', { skip: !hasSpeech() && 'no speech service here' }, async () => {
    const speaking = await launch('chromium', { systemVoices: true });
    try {
      const { page } = await open(speaking, site.page);
      await page.evaluate(() => {
        /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'browser';
      });
      await writeDown(page);
      await voicesListed(page);
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'playing');
      await page.reload();
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(await page.evaluate(() => speechSynthesis.speaking), false);
    } finally {
      await speaking.close();
    }
  });

  test('a strict Content-Security-Policy with Trusted Types needs no exceptions for styles or scripts', async () => {
    const { page, problems } = await open(browser, `${site.strict}`);
    await writeDown(page);
    await page.evaluate(() => {
      /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'embedded';
    });
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    assert.equal(await page.evaluate(() => CSS.highlights.size > 0), true);
    assert.deepEqual(problems, []);
  });
});

/**
 * Gives the page a system voice that follows `plan`, with an entry for each utterance, and does nothing without one. `lost` is
 * the time when it failed or was given up. Runs in the page.
 */
function systemVoice() {
  const scope = /** @type {any} */ (window);
  Object.assign(scope, { plan: [], localService: true });
  const voice = { name: 'Stumm', lang: 'de-DE', voiceURI: 'stumm', default: true };
  speechSynthesis.getVoices = () => [
    /** @type {any} */ ({ ...voice, localService: scope.localService }),
  ];
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
    value: null,
    writable: true,
  });
  const now = () => performance.timeOrigin + performance.now();
  let speaking = false;
  Object.defineProperty(speechSynthesis, 'speaking', { get: () => speaking });
  speechSynthesis.cancel = () => {
    speaking = false;
    scope.lost = now();
  };
  speechSynthesis.speak = (/** @type {any} */ utterance) => {
    const what = scope.plan.shift();
    speaking = true;
    const tell = (/** @type {string} */ type, /** @type {number} */ after) =>
      setTimeout(() => {
        if (type !== 'start') speaking = false;
        if (type === 'error') scope.lost = now();
        utterance[`on${type}`]?.({ type, utterance, error: 'network' });
      }, after);
    if (!what) return;
    if (what === 'error') {
      tell('error', 50);
      return;
    }
    tell('start', 10);
    if (what !== 'stall') tell('end', what === 'slow' ? 3000 : utterance.text.length * 25);
  };
}

/** The article page with a recording that does not arrive, or is not what it says, in Chromium. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { close, openRecorded, readersOf, recording, site } from './recorded-page.mjs';
import { engineOf, launch, message, playerEvent, press, untilReadBy, writeDown } from './site.mjs';

/** How long a busy machine may take until another voice is heard, in milliseconds: a quiet one takes less than 1000. */
const SOON = 6000;

const LOST = 'Die Aufnahme ist nicht zu hören. Ab hier liest die mitgelieferte Stimme.';
const SLOW = 'Die Aufnahme kommt zu langsam an. Bis sie da ist, liest die mitgelieferte Stimme.';

after(close);

describe('a recording that fails', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => browser.close());

  /** @typedef {import('./recorded-site.mjs').Answer} Answer */

  /** @type {Answer} */
  const missing = (response) => void response.writeHead(404).end();
  /** @type {Answer} */
  const notFoundPage = (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Nicht gefunden</title>');
  };
  /** The track with other cues. @type {(change: (cues: string[]) => string[]) => Answer} */
  const lie = (change) => (response) => {
    const [head = '', details = '', ...cues] = recording.vtt.split('\n\n');
    response.end([head, details, ...change(cues)].join('\n\n'));
  };

  /** @type {Record<string, [path: string, answer: Answer]>} */
  const FAILURES = {
    'has no track': ['/story.vtt', missing],
    'has no sound': ['/story.wav', missing],
    'has a page instead of its track': ['/story.vtt', notFoundPage],
    'has a page instead of its sound': ['/story.wav', notFoundPage],
    'has an empty track': ['/story.vtt', (response) => response.end('WEBVTT\n')],
    'has no sound where its track says': [
      '/story.vtt',
      lie((cues) => cues.map((cue) => cue.replaceAll(/(\d\d):(\d\d:\d\d\.\d{3})/g, '09:$2'))),
    ],
  };
  for (const [what, [path, answer]] of Object.entries(FAILURES))
    test(`because it ${what} is replaced at once, with a message`, async () => {
      site.answers.set(path, answer);
      try {
        const { page } = await openRecorded(browser);
        const exceptions = /** @type {string[]} */ ([]);
        page.on('pageerror', (error) => exceptions.push(String(error)));
        await writeDown(page);
        const took = await pressToPlaying(page);
        assert.equal(await engineOf(page), 'embedded');
        assert.equal(await message(page), LOST);
        console.log(`another voice is heard ${took} ms after the press`);
        assert.ok(took < SOON, `${took} ms`);
        assert.deepEqual(exceptions, []);
        await page.close();
      } finally {
        site.answers.delete(path);
      }
    });

  test('because the policy blocks its sound is replaced, with a message and a hint', async () => {
    site.look.policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; media-src blob:; worker-src 'self'";
    const { page, problems } = await openRecorded(browser);
    site.look.policy = '';
    await writeDown(page);
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    assert.equal(await engineOf(page), 'embedded');
    assert.equal(await message(page), LOST);
    assert.ok(
      problems.some((problem) => problem.includes("Add 'self' to media-src")),
      problems.join('\n'),
    );
    await page.close();
  });

  test(
    'whose cues overlap and are not in order is read from beginning to end',
    { timeout: 60_000 },
    async () => {
      site.answers.set(
        '/story.vtt',
        lie((cues) =>
          cues
            .reverse()
            .map((cue) =>
              cue.replace(
                /--> 00:(\d\d):(\d\d)/,
                (_, minutes, seconds) =>
                  `--> 00:${minutes}:${String(Math.min(59, Number(seconds) + 1)).padStart(2, '0')}`,
              ),
            ),
        ),
      );
      const { page } = await openRecorded(browser);
      await writeDown(page);
      const reading = page.evaluate(readersOf, 4);
      await press(page, 'vorleser-play-button');
      const readers = await reading;
      site.answers.delete('/story.vtt');
      assert.deepEqual(
        readers.map(({ cue, engine }) => [cue, engine]),
        recording.sentences.slice(0, 4).map(({ text: cue }) => [cue, 'recording']),
      );
      await page.close();
    },
  );

  test('in the middle is replaced at the same sentence', async () => {
    const { wav, sentences } = recording;
    const [, second] = sentences;
    assert.ok(second);
    // The file ends within the second sentence, unlike its track.
    const there = 44 + Math.round(((second.start + second.end) / 2) * 22_050) * 2;
    site.answers.set('/story.wav', (response) => {
      response.setHeader('Content-Type', 'audio/wav');
      response.end(wav.subarray(0, there));
    });
    try {
      const { page } = await openRecorded(browser);
      await writeDown(page);
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'playing');
      assert.equal(await engineOf(page), 'recording');
      await page.evaluate(skipToEnd);
      await untilReadBy(page, 'embedded');
      const { cue, silence } = await page.evaluate(() => {
        const { activeCue } = /** @type {any} */ (document.querySelector('vorleser-player'));
        const { heard } = /** @type {any} */ (window);
        const shown = heard.filter((/** @type {any} */ { type }) => type === 'cuechange');
        const [lost, found] = shown.slice(-2);
        return { cue: activeCue.text, silence: found.time - lost.time };
      });
      assert.equal(cue, second.text);
      assert.equal(await message(page), LOST);
      console.log(`another voice is heard after ${silence.toFixed(0)} ms`);
      assert.ok(silence < SOON, `${silence} ms`);
      await page.close();
    } finally {
      site.answers.delete('/story.wav');
    }
  });

  test('because it is slow is relieved soon, with a message, and heard again where it has arrived', async () => {
    const { wav } = recording;
    /** @type {() => void} */
    let arrive = () => assert.fail('The sound was not asked for');
    site.answers.set('/story.wav', (response) => {
      arrive = () => {
        site.answers.delete('/story.wav');
        response.setHeader('Content-Type', 'audio/wav');
        response.end(wav);
      };
    });
    try {
      const { page } = await openRecorded(browser);
      await writeDown(page);
      const took = await pressToPlaying(page);
      console.log(`another voice is heard ${took} ms after the press`);
      assert.ok(took < SOON, `${took} ms`);
      assert.equal(await engineOf(page), 'embedded');
      assert.equal(await message(page), SLOW);
      arrive();
      await untilReadBy(page, 'recording');
      assert.equal(await message(page), '');
      await page.close();
    } finally {
      site.answers.delete('/story.wav');
    }
  });

  test('in the middle because it stalls is relieved soon, with a message', async () => {
    const { wav } = recording;
    // The first seconds, which Chromium needs to recognize the format.
    const there = 44 + 8 * 22_050 * 2;
    site.answers.set('/story.wav', (response, request) => {
      if (!/^bytes=0-/.test(request.headers.range ?? 'bytes=0-')) return;
      response.writeHead(200, { 'Content-Type': 'audio/wav', 'Content-Length': wav.length });
      response.write(wav.subarray(0, there));
    });
    try {
      const { page } = await openRecorded(browser);
      await writeDown(page);
      await page.evaluate(() => {
        /** @type {any} */ (document.querySelector('vorleser-player')).playbackRate = 3;
      });
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'playing');
      assert.equal(await engineOf(page), 'recording');
      const stalled = page.evaluate(
        () =>
          new Promise((resolve) =>
            document
              .querySelector('vorleser-player > audio')
              ?.addEventListener('waiting', () => resolve(Date.now())),
          ),
      );
      await untilReadBy(page, 'embedded');
      const silence = Date.now() - Number(await stalled);
      console.log(`another voice is heard after ${silence} ms`);
      assert.ok(silence < SOON, `${silence} ms`);
      assert.equal(await message(page), SLOW);
      await page.close();
    } finally {
      site.answers.delete('/story.wav');
    }
  });
});

/**
 * Presses play, and returns how many milliseconds later the player was heard.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function pressToPlaying(page) {
  const took = page.evaluate(
    () =>
      new Promise((resolve) => {
        const player = document.querySelector('vorleser-player');
        player?.addEventListener('click', () => {
          const pressed = performance.now();
          player.addEventListener('playing', () => resolve(performance.now() - pressed), {
            once: true,
          });
        });
      }),
  );
  await press(page, 'vorleser-play-button');
  return Math.round(Number(await took));
}

/** Moves the element to the end of the first sentence. Runs in the page. */
function skipToEnd() {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const audio = /** @type {HTMLAudioElement} */ (player.querySelector('audio'));
  audio.currentTime = player.activeCue.endTime - 0.3;
}

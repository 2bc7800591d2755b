/** The article page with a recording, in real browsers, recorded from the sound server. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hasSpeech } from '../rig/packages.mjs';
import { record } from '../rig/recorder.mjs';
import { recordingOf, serveRecorded } from './recorded-site.mjs';
import {
  browserNames,
  launch,
  message,
  open,
  playerEvent,
  press,
  site as plain,
  startAudioService,
  untilReadBy,
  writeDown,
} from './site.mjs';

/** How far a switch may be from its sound, in milliseconds. */
const TOLERANCE = 50;

/** How often a press of play is measured. */
const RUNS = 3;

/** How long a busy machine may take until another voice is heard, in milliseconds: a quiet one takes less than 1000. */
const SOON = 6000;

const LOST = 'Die Aufnahme ist nicht zu hören. Ab hier liest die mitgelieferte Stimme.';
const SLOW = 'Die Aufnahme kommt zu langsam an. Bis sie da ist, liest die mitgelieferte Stimme.';

/** @type {Awaited<ReturnType<typeof recordingOf>>} */
let recording;
/** @type {Awaited<ReturnType<typeof serveRecorded>>} */
let site;

before(async () => {
  const browser = await launch('chromium');
  const { page } = await open(browser, plain.page);
  const texts = await page.evaluate(async () => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    while (player.cues.length === 0 || player.readyState < 4)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return player.cues.map((/** @type {any} */ { text }) => text);
  });
  await browser.close();
  recording = await recordingOf(texts);
  site = await serveRecorded(recording);
});
after(() => {
  plain.close();
  site?.close();
});

/**
 * Measures up to three times: a machine that is busy for a moment shows a frame late.
 *
 * @param {() => Promise<void>} measure
 */
function again(measure) {
  return async () => {
    for (let left = 2; ; left--) {
      try {
        return await measure();
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };
}

for (const browserName of browserNames)
  describe(
    `a recording in ${browserName}`,
    { skip: !hasSpeech() && 'no sound server here' },
    () => {
      /** @type {import('puppeteer-core').Browser} */
      let browser;
      before(async () => {
        browser = await launch(browserName, { firefoxPrefs: { 'media.autoplay.default': 0 } });
        await startAudioService(browser);
      });
      after(() => browser.close());

      test('is heard after a press, and loads nothing before that', async () => {
        site.answers.set('/bare.html', (response) => {
          response.setHeader('Content-Type', 'text/html');
          response.end('<!doctype html><audio preload="none" src="/story.wav"></audio>');
        });
        const alone = [];
        for (let run = 0; run < RUNS; run++) {
          const page = await browser.newPage();
          await page.goto(`${site.page}bare.html`);
          await new Promise((resolve) => setTimeout(resolve, 300));
          alone.push(
            await page.evaluate(async () => {
              const audio = /** @type {HTMLAudioElement} */ (document.querySelector('audio'));
              const pressed = performance.now();
              void audio.play();
              while (audio.currentTime === 0)
                await new Promise((resolve) => setTimeout(resolve, 1));
              return performance.now() - pressed;
            }),
          );
          await page.close();
        }
        const times = [];
        for (let run = 0; run < RUNS; run++) {
          site.requests.length = 0;
          const { page, problems } = await openRecorded(browser);
          assert.deepEqual(storyIn(site.requests), []);
          const button = await page.waitForSelector(
            'vorleser-player >>> vorleser-play-button >>> button',
            { visible: true },
          );
          await button?.hover();
          await untilAsked('/story.vtt');
          await new Promise((resolve) => setTimeout(resolve, 300));
          assert.deepEqual(storyIn(site.requests), ['/story.vtt']);
          times.push(
            await page.evaluate(async () => {
              const player = /** @type {any} */ (document.querySelector('vorleser-player'));
              const pressed = performance.now();
              player.shadowRoot
                .querySelector('vorleser-play-button')
                .shadowRoot.querySelector('button')
                .click();
              const audio = /** @type {HTMLAudioElement} */ (player.querySelector('audio'));
              while (audio.currentTime === 0)
                await new Promise((resolve) => setTimeout(resolve, 1));
              return performance.now() - pressed;
            }),
          );
          assert.deepEqual(problems, []);
          await page.close();
        }
        const [own, native] = [Math.min(...times), Math.min(...alone)];
        console.log(`press to sound: ${own.toFixed(0)} ms, a bare <audio> ${native.toFixed(0)} ms`);
      });

      test(
        'is highlighted within 50 ms at rates 0.5, 1, 2 and 3',
        { timeout: 120_000 },
        again(async () => {
          const recorder = await record();
          try {
            const { page, problems } = await openRecorded(browser);
            await writeDown(page);
            const before = await page.$eval('#artikel', (article) => article.outerHTML);
            await press(page, 'vorleser-play-button');
            await playerEvent(page, 'playing');
            const [first, ...rates] = [1, 0.5, 1, 2, 3];
            assert.equal(first, 1);
            /** @type {{ rate: number, cue: string, lag: number, shown: number }[]} */
            const switches = [];
            for (const rate of rates) switches.push(...(await page.evaluate(switchAt, rate, 2)));
            await page.evaluate(() =>
              /** @type {any} */ (document.querySelector('vorleser-player')).pause(),
            );
            assert.equal(await page.$eval('#artikel', (article) => article.outerHTML), before);
            assert.deepEqual(problems, []);
            await page.close();

            const heard = await recorder.stop();
            heard.save(`test/output/recording-${browserName}.wav`);
            const loud = heard.loudTimes();
            // After a silence, which is shortest between sentences at the highest rate.
            const onsets = loud.filter((time, index) => time - (loud[index - 1] ?? 0) > 60);
            const late = switches.flatMap(({ rate, cue, shown }) => {
              const sentence = recording.sentences.find(({ text }) => text === cue);
              if (!sentence) return [];
              const silence = ((sentence.loudFrom - sentence.start) * 1000) / rate;
              const due = shown + silence;
              const distances = onsets.map((time) => time - due);
              const [nearest] = distances.toSorted((one, other) => Math.abs(one) - Math.abs(other));
              return nearest === undefined ? [] : [{ silence, time: nearest }];
            });
            assert.equal(late.length, switches.length);
            const latency = median(late.map(({ time }) => time));
            const inPage = switches.map(({ lag }) => lag);
            console.log(
              `by the element's clock: ${inPage.map(Math.round).join(' ')} ms; by the recorded sound, ` +
                `besides a latency of ${latency.toFixed(0)}: ${late.map(({ time }) => Math.round(time - latency)).join(' ')} ms`,
            );
            for (const lag of inPage)
              assert.ok(Math.abs(lag) <= TOLERANCE, `${lag} ms by the clock`);
            // At half the rate browsers stretch the beginning of a sentence into the silence with which its cue begins.
            for (const { silence, time } of late) {
              const early = latency - time - silence;
              assert.ok(early <= TOLERANCE, `heard ${early} ms before it is shown`);
              assert.ok(time - latency <= TOLERANCE, `heard ${time - latency} ms late`);
            }
          } finally {
            await recorder.stop();
          }
        }),
      );

      test('of the article page, which the build has made, is followed by sentence and word', async () => {
        const { page, problems } = await open(browser, plain.recorded);
        await writeDown(page);
        await press(page, 'vorleser-play-button');
        await playerEvent(page, 'playing');
        assert.equal(await engineOf(page), 'recording');
        await page.waitForFunction(() =>
          /** @type {any} */ (window).heard.some(
            (/** @type {any} */ { word }) => word === 'Einladung',
          ),
        );
        assert.equal(
          await page.evaluate(() =>
            String([...(CSS.highlights.get('vorleser-sentence') ?? [])][0]),
          ),
          'Putin nimmt Einladung nach Nordkorea an',
        );
        assert.deepEqual(problems, []);
        await page.close();
      });

      test('leaves changed sentences to the next engine, and skips removed ones', async () => {
        const [, second, third, fourth] = recording.sentences;
        assert.ok(second && third && fourth);
        site.look.edit = (html) => {
          const article = html.indexOf('<article');
          const edited = html
            .slice(article)
            .replace(second.text, 'Ein geänderter Satz.')
            .replace(third.text, '');
          assert.equal(
            html.length - article - edited.length,
            second.text.length + third.text.length - 20,
          );
          return html.slice(0, article) + edited;
        };
        const { page, problems } = await openRecorded(browser);
        site.look.edit = (html) => html;
        await writeDown(page);
        const reading = page.evaluate(readersOf, 3);
        await press(page, 'vorleser-play-button');
        const readers = await reading;
        assert.deepEqual(
          readers.map(({ cue, engine }) => [cue, engine]),
          [
            [recording.sentences[0]?.text, 'recording'],
            ['Ein geänderter Satz.', 'embedded'],
            [fourth.text, 'recording'],
          ],
        );
        const gaps = readers.slice(1).map(({ gap }) => `${gap.toFixed(0)} ms`);
        console.log(`silence before and after a sentence that is not recorded: ${gaps.join(', ')}`);
        assert.equal(await message(page), 'Angehalten');
        assert.deepEqual(problems, []);
        await page.close();
      });

      test('is read through the browser where the policy allows no fetch of the track', async () => {
        site.look.policy =
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; worker-src 'self'";
        const { page } = await openRecorded(browser);
        site.look.policy = '';
        await writeDown(page);
        await press(page, 'vorleser-play-button');
        await playerEvent(page, 'playing');
        assert.equal(await engineOf(page), 'recording');
        await page.close();
      });
    },
  );

test(
  'the article page can be heard without JavaScript',
  { skip: !hasSpeech() && 'no sound server here' },
  async () => {
    const browser = await launch('chromium');
    const recorder = await record();
    try {
      const { page } = await open(browser, plain.recorded, { javaScript: false });
      const audio = await page.waitForSelector('vorleser-player > audio');
      const box = await audio?.boundingBox();
      assert.ok(box && box.width > 200 && box.height > 30, 'its controls are shown');
      await page.mouse.click(box.x + 26, box.y + box.height / 2);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const loud = (await recorder.stop()).loudTimes();
      assert.ok(loud.length > 50, `${loud.length * 10} ms were heard`);
    } finally {
      await recorder.stop();
      await browser.close();
    }
  },
);

describe('a recording that fails', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => browser.close());

  const missing = (/** @type {import('node:http').ServerResponse} */ response) =>
    response.writeHead(404).end();
  const text =
    (/** @type {string} */ body) =>
    (/** @type {import('node:http').ServerResponse} */ response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(body);
    };
  const lie = (/** @type {(cues: string[]) => string[]} */ change) =>
    text2(() => {
      const [head = '', details = '', ...cues] = recording.vtt.split('\n\n');
      return [head, details, ...change(cues)].join('\n\n');
    });
  const text2 =
    (/** @type {() => string} */ body) =>
    (/** @type {import('node:http').ServerResponse} */ response) =>
      response.end(body());

  /** @type {Record<string, [path: string, answer: import('./recorded-site.mjs').Answer]>} */
  const FAILURES = {
    'has no track': ['/story.vtt', missing],
    'has no sound': ['/story.wav', missing],
    'has a page instead of its track': [
      '/story.vtt',
      text('<!doctype html><title>Nicht gefunden</title>'),
    ],
    'has a page instead of its sound': [
      '/story.wav',
      text('<!doctype html><title>Nicht gefunden</title>'),
    ],
    'has an empty track': ['/story.vtt', text('WEBVTT\n')],
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
 * Opens the article page, and waits until the player has taken its recording over.
 *
 * @param {import('puppeteer-core').Browser} browser
 */
async function openRecorded(browser) {
  // The place of an earlier test is not kept.
  const opened = await open(browser, site.page, { before: () => localStorage.clear() });
  await opened.page.waitForFunction(
    () =>
      document
        .querySelector('vorleser-player')
        ?.shadowRoot?.querySelector('vorleser-recording')
        ?.shadowRoot?.textContent?.includes('Aufnahme'),
    { polling: 20 },
  );
  return opened;
}

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

const engineOf = (/** @type {import('puppeteer-core').Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (document.querySelector('vorleser-player')).engine);

const storyIn = (/** @type {string[]} */ requests) =>
  requests.filter((path) => path.startsWith('/story'));

async function untilAsked(/** @type {string} */ path) {
  while (!site.requests.includes(path)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function median(/** @type {readonly number[]} */ values) {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;
}

/**
 * Plays over the boundary between two sentences, some times: near the end of the current one the element is moved there.
 * Returns how much later than in the recording each one was shown by the element's clock, in milliseconds, and when. Runs in the
 * page.
 *
 * @param {number} rate
 * @param {number} times
 */
async function switchAt(rate, times) {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const audio = /** @type {HTMLAudioElement} */ (player.querySelector('audio'));
  player.playbackRate = rate;
  const found = [];
  for (let time = 0; time < times; time++) {
    audio.currentTime = player.activeCue.endTime - 0.3 * Math.max(rate, 1);
    await new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
    const before = player.activeCue;
    /** @type {{ rate: number, cue: string, lag: number, shown: number }} */
    const next = await new Promise((resolve) => {
      const listen = () => {
        const cue = player.activeCue;
        if (!cue || cue === before) return;
        player.removeEventListener('cuechange', listen);
        const lag = ((audio.currentTime - cue.startTime) * 1000) / rate;
        resolve({ rate, cue: cue.text, lag, shown: performance.timeOrigin + performance.now() });
      };
      player.addEventListener('cuechange', listen);
    });
    found.push(next);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return found;
}

/**
 * Who reads the first sentences, and the silence before each in milliseconds; hurries to the end of each that is recorded. Runs
 * in the page.
 *
 * @param {number} count
 * @returns {Promise<{ cue: string, engine: string, gap: number }[]>}
 */
function readersOf(count) {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const audio = /** @type {HTMLAudioElement} */ (player.querySelector('audio'));
  /** @type {{ cue: string, engine: string, gap: number }[]} */
  const readers = [];
  let silentSince = performance.now();
  return new Promise((resolve) => {
    const note = () => {
      const { activeCue, engine } = player;
      if (!activeCue) silentSince = performance.now();
      else if (readers.at(-1)?.cue !== activeCue.text) {
        readers.push({ cue: activeCue.text, engine, gap: performance.now() - silentSince });
        const left = activeCue.endTime - activeCue.startTime - 0.5;
        if (engine === 'recording' && left > 0) audio.currentTime += left;
      }
      if (readers.length === count) {
        player.removeEventListener('cuechange', note);
        player.pause();
        resolve(readers);
      }
    };
    player.addEventListener('cuechange', note);
    note();
  });
}

/** Moves the element to the end of the first sentence. Runs in the page. */
function skipToEnd() {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const audio = /** @type {HTMLAudioElement} */ (player.querySelector('audio'));
  audio.currentTime = player.activeCue.endTime - 0.3;
}

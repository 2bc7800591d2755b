/** The article page with a recording, in real browsers, recorded from the sound server. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hasSpeech } from '../rig/packages.mjs';
import { record } from '../rig/recorder.mjs';
import { again } from './again.mjs';
import { close, openRecorded, readersOf, recording, site } from './recorded-page.mjs';
import {
  browserNames,
  engineOf,
  launch,
  message,
  open,
  playerEvent,
  press,
  site as plain,
  startAudioService,
  writeDown,
} from './site.mjs';

/** How far a switch may be from its sound, in milliseconds. */
const TOLERANCE = 50;

/** How often a press of play is measured. */
const RUNS = 3;

after(close);

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

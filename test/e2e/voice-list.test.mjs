/** The voices of a real speech service: which ones are listed, and whether their samples can be heard. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { hasSpeech } from '../rig/packages.mjs';
import { record } from '../rig/recorder.mjs';
import {
  browserNames,
  launch,
  open,
  playerEvent,
  press,
  site,
  voicesListed,
  writeDown,
} from './site.mjs';

after(() => site.close());

for (const browserName of browserNames) {
  describe(`voices in ${browserName}`, { skip: !hasSpeech() && 'no speech service here' }, () => {
    test(
      'are a handful, and play samples while reading pauses and then resumes',
      { timeout: 60_000 },
      async () => {
        const browser = await launch(browserName, { systemVoices: true });
        const recorder = await record();
        try {
          const { page, problems } = await open(browser, site.page);
          await voicesListed(page);
          const voices = await page.evaluate(async () => {
            const player = /** @type {any} */ (document.querySelector('vorleser-player'));
            if (player.voices.length === 0)
              await new Promise((resolve) => player.addEventListener('voiceschange', resolve));
            return /** @type {any[]} */ (player.voices);
          });
          assert.deepEqual(
            voices.map(({ engine, name, localService }) => [engine, name, localService]),
            [
              ['browser', 'eSpeak NG', true],
              ['browser', 'eSpeak NG 1, weiblich', true],
              ['browser', 'eSpeak NG 1, männlich', true],
              ['browser', 'eSpeak NG 2, weiblich', true],
              ['browser', 'eSpeak NG 2, männlich', true],
              ['embedded', 'eSpeak NG', true],
            ],
          );
          await writeDown(page);
          await press(page, 'vorleser-play-button');
          await playerEvent(page, 'playing');
          const sentence = await page.evaluate(activeSentence);
          const samples = [];
          for (const { voiceURI } of [voices[1], voices[5]])
            samples.push(await page.evaluate(hearSample, voiceURI));
          assert.equal(await page.evaluate(activeSentence), sentence);
          await writeDown(page);
          await press(page, 'vorleser-play-button');
          await playerEvent(page, 'cuechange');
          assert.deepEqual(problems, []);

          const loudTimes = (await recorder.stop()).loudTimes();
          for (const { from, to } of samples) {
            const loud = loudTimes.filter((time) => from <= time && time <= to).length * 10;
            assert.ok(to - from > 2000, `A sample took ${to - from} ms`);
            assert.ok(loud > (to - from) * 0.5, `${loud} of ${to - from} ms were heard`);
          }
        } finally {
          await recorder.stop();
          await browser.close();
        }
      },
    );
  });
}

/** The sentence that is being read, or at which reading is paused. Runs in the page. */
function activeSentence() {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  return /** @type {string | undefined} */ (player.activeCue?.text);
}

/** Plays a sample of a voice and returns the times of day at its start and end. Runs in the page. */
async function hearSample(/** @type {string} */ voiceURI) {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const from = Date.now();
  await player.sampleVoice(voiceURI);
  if (!player.paused || player.voice) throw new Error('The sample changed the reading');
  return { from, to: Date.now() };
}

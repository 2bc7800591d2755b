/** The whole article, read by each voice in each browser and recorded from the sound server. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { record } from '../rig/recorder.mjs';
import { hasSpeech } from '../rig/packages.mjs';
import {
  browserNames,
  engineOf,
  launch,
  open,
  playerEvent,
  press,
  site,
  startAudioService,
  voicesListed,
  writeDown,
} from './site.mjs';

after(() => site.close());

/** The tolerance between sound and highlight, in milliseconds: the sound server's delay and the precision of the recording. */
const TOLERANCE = 200;

const RATES = { embedded: 3, browser: 3 };

for (const browserName of browserNames) {
  for (const engine of /** @type {const} */ (['embedded', 'browser'])) {
    describe(
      `the ${engine} voice in ${browserName}`,
      { skip: !hasSpeech() && 'no speech service here' },
      () => {
        test(
          'reads every sentence once, in order, and highlights it while it is heard',
          { timeout: 480_000 },
          // Again if that fails: on a busy machine a highlight is late once in a while, but a real fault is late every time.
          () => readWhole(engine, browserName).catch(() => readWhole(engine, browserName)),
        );
      },
    );
  }
}

/**
 * Reads the whole article aloud, and compares what was heard with what was highlighted.
 *
 * @param {'embedded' | 'browser'} engine
 * @param {'chromium' | 'firefox'} browserName
 */
async function readWhole(engine, browserName) {
  const browser = await launch(browserName, {
    systemVoices: engine === 'browser',
    firefoxPrefs: { 'media.autoplay.default': 0 },
  });
  await startAudioService(browser);
  const recorder = await record();
  try {
    const { page, problems } = await open(browser, site.page, { before: keepSounds });
    await page.evaluate(
      (engine, rate) => {
        const player = /** @type {any} */ (document.querySelector('vorleser-player'));
        player.engines = engine;
        player.playbackRate = rate;
      },
      engine,
      RATES[engine],
    );
    const before = await page.$eval('#artikel', (article) => article.outerHTML);
    await writeDown(page);
    if (engine === 'browser') await voicesListed(page);
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    assert.equal(await engineOf(page), engine);
    await playerEvent(page, 'ended', 200_000);

    const { heard, changes, cues, html, sounds, duration } = await page.evaluate(async () => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      const scope = /** @type {any} */ (window);
      return {
        heard: /** @type {any[]} */ (scope.heard),
        changes: /** @type {number} */ (scope.changes),
        cues: /** @type {string[]} */ (player.cues.map((/** @type {any} */ cue) => cue.text)),
        html: document.getElementById('artikel')?.outerHTML,
        sounds: /** @type {{ seconds: number, loudest: number }[]} */ (
          await Promise.all(scope.sounds)
        ),
        duration: /** @type {number} */ (player.duration),
      };
    });

    const shown = heard.filter(({ type }) => type === 'cuechange');
    assert.equal(cues.length, 19 + 0);
    assert.deepEqual(
      shown.flatMap(({ cue }) => cue ?? []),
      cues,
    );
    for (const { cue, marked } of shown) assert.equal(marked, cue ?? '');
    for (const { word, markedWord } of heard.filter(({ type }) => type === 'boundary'))
      assert.equal(markedWord, word);
    for (const state of shown) assert.equal(state.html, before);
    assert.equal(html, before);
    assert.equal(changes, 0);
    assert.deepEqual(problems, []);

    const recording = await recorder.stop();
    recording.save(`test/output/${engine}-${browserName}.wav`);
    assertMarkedWhileHeard(recording.loudTimes(), spansOf(shown));

    if (engine === 'embedded') {
      const words = heard.filter(({ type }) => type === 'boundary').length;
      assert.ok(words > 350, `${words} words were highlighted`);
      const seconds = sounds.reduce((sum, sound) => sum + sound.seconds, 0);
      for (const { loudest } of sounds) assert.ok(loudest > 5000, 'the sound is not silence');
      assert.ok(
        Math.abs(seconds / duration - 1) < 0.02,
        `${seconds} s of sound, ${duration} s by its cues`,
      );
    }
  } finally {
    await recorder.stop();
    await browser.close();
  }
}

/** Records the length and loudness of every sound that the page makes. Runs in the page. */
function keepSounds() {
  const scope = /** @type {any} */ (window);
  scope.sounds = [];
  const real = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    if (object instanceof Blob && object.type === 'audio/wav') {
      scope.sounds.push(
        object.arrayBuffer().then((bytes) => {
          const samples = new Int16Array(bytes, 44);
          const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
          return { seconds: samples.length / new DataView(bytes).getUint32(24, true), loudest };
        }),
      );
    }
    return real(object);
  };
}

/**
 * When sentences were highlighted: from each cuechange to the next.
 *
 * @param {{ time: number, cue: string | null }[]} shown
 */
function spansOf(shown) {
  return shown.flatMap(({ time, cue }, index) => {
    const end = shown[index + 1]?.time;
    return cue && end ? [{ start: time, end, cue }] : [];
  });
}

/**
 * @param {number[]} loudTimes
 * @param {{ start: number, end: number, cue: string }[]} spans
 */
function assertMarkedWhileHeard(loudTimes, spans) {
  const stray = loudTimes.filter(
    (time) => !spans.some(({ start, end }) => start - TOLERANCE <= time && time <= end + TOLERANCE),
  );
  assert.ok(
    stray.length <= loudTimes.length * 0.01,
    `${stray.length} of ${loudTimes.length} pieces heard while nothing was highlighted`,
  );
  for (const { start, end, cue } of spans) {
    const inside = loudTimes.filter((time) => start - TOLERANCE <= time && time <= end + TOLERANCE);
    assert.ok(
      inside.length * 10 > (end - start) * 0.5,
      `„${cue}“ was highlighted for ${end - start} ms and heard for ${inside.length * 10}`,
    );
    const first = inside[0] ?? Infinity;
    const last = inside.at(-1) ?? -Infinity;
    assert.ok(
      first - start < TOLERANCE,
      `„${cue}“ was highlighted ${first - start} ms before it was heard`,
    );
    assert.ok(
      end - last < TOLERANCE + 150,
      `„${cue}“ was highlighted ${end - last} ms after it was heard`,
    );
  }
}

/** The system's media keys, pressed as a desktop does it: over D-Bus, by the MPRIS interface of browsers on Linux. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { has } from '../machine.mjs';
import { hasSpeech } from '../rig/packages.mjs';
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

const skip =
  (!has('dbus-daemon') && 'no message bus here') || (!hasSpeech() && 'no speech service here');

for (const browserName of browserNames) {
  for (const engine of ['embedded', 'browser']) {
    test(
      `media keys control the ${engine} voice in ${browserName}, and the system shows the title`,
      { skip, timeout: 90_000 },
      async () => {
        const bus = await startBus();
        const browser = await launch(browserName, { systemVoices: engine === 'browser' });
        try {
          const { page, problems } = await open(browser, site.page);
          await page.$eval(
            'vorleser-player',
            (player, engine) => player.setAttribute('engines', engine),
            engine,
          );
          if (engine === 'browser') await voicesListed(page);
          await writeDown(page);
          await press(page, 'vorleser-play-button');
          await playerEvent(page, 'playing');

          const player = await bus.player();
          await until('it plays', () => player.get('PlaybackStatus').includes('"Playing"'));
          const title = await page.$eval('#artikel h1', (heading) => heading.textContent?.trim());
          await until('the title is shown', () =>
            new RegExp(`"xesam:title"[^"]*"${title}"`).test(player.get('Metadata')),
          );

          player.press('Pause');
          await until('it is paused', () => isPaused(page));
          await until('the system shows that', () =>
            player.get('PlaybackStatus').includes('"Paused"'),
          );
          player.press('PlayPause');
          await until('it resumes', async () => !(await isPaused(page)));
          await until('the system shows that', () =>
            player.get('PlaybackStatus').includes('"Playing"'),
          );

          const paragraph = await paragraphRead(page);
          player.press('Next');
          await until('the next paragraph is read', async () => {
            const now = await paragraphRead(page);
            return now !== paragraph && now !== null;
          });
          player.press('Previous');
          await until(
            'the previous paragraph is read again',
            async () => (await paragraphRead(page)) === paragraph,
          );

          await page.$eval('vorleser-player', (player) => player.remove());
          await until(
            'the system no longer shows it as playing',
            () => !player.get('PlaybackStatus').includes('"Playing"'),
          );
          assert.deepEqual(problems, []);
        } finally {
          await browser.close();
          bus.end();
        }
      },
    );
  }
}

/** Starts a separate message bus, which browsers that are started later find. */
async function startBus() {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nosyslog', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = await once(daemon.stdout, 'data');
  process.env.DBUS_SESSION_BUS_ADDRESS = String(address).trim();
  return {
    /** The browser as an MPRIS player, once it has media to control. */
    async player() {
      let name = '';
      await until('the browser is on the message bus', () => {
        const names = send('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ListNames');
        name = /"(org\.mpris\.MediaPlayer2\.[^"]*)"/.exec(names)?.[1] ?? '';
        return name !== '';
      });
      const call = (/** @type {string} */ method, /** @type {string[]} */ ...args) =>
        send(name, '/org/mpris/MediaPlayer2', method, ...args);
      return {
        press: (/** @type {string} */ key) => call(`${PLAYER}.${key}`),
        get: (/** @type {string} */ property) =>
          call('org.freedesktop.DBus.Properties.Get', `string:${PLAYER}`, `string:${property}`),
      };
    },
    end: () => daemon.kill(),
  };
}

const PLAYER = 'org.mpris.MediaPlayer2.Player';

/** @returns {string} the answer, or an empty string if there is no such service */
function send(
  /** @type {string} */ name,
  /** @type {string} */ path,
  /** @type {string} */ method,
  /** @type {string[]} */ ...args
) {
  try {
    const command = ['--session', '--print-reply', `--dest=${name}`, path, method, ...args];
    return execFileSync('dbus-send', command, { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}

async function until(
  /** @type {string} */ what,
  /** @type {() => boolean | Promise<boolean>} */ isSo,
) {
  for (let waited = 0; waited < 10_000; waited += 100) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`Timed out waiting until ${what}`);
}

function isPaused(/** @type {import('puppeteer-core').Page} */ page) {
  return page.$eval('vorleser-player', (player) => /** @type {any} */ (player).paused);
}

/** The text of the paragraph that is heard, or null between two sentences. */
function paragraphRead(/** @type {import('puppeteer-core').Page} */ page) {
  return page.$eval(
    'vorleser-player',
    (player) => /** @type {any} */ (player).activeCue?.block.textContent ?? null,
  );
}

/** What leaves the device before the listener has agreed: nothing, whatever voices there are. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { hasSpeech } from '../rig/packages.mjs';
import {
  browserNames,
  launch,
  message,
  open,
  playerEvent,
  press,
  site,
  writeDown,
} from './site.mjs';

after(() => site.close());

const RECIPIENT = 'an Google gesendet';

for (const browserName of browserNames)
  describe(
    `a browser whose only German voice is remote: ${browserName}`,
    { skip: !hasSpeech() && 'no speech service here' },
    () => {
      test(
        'sends it nothing before the listener agrees, and stops when they change their mind',
        { timeout: 60_000 },
        async () => {
          const browser = await launch(browserName, {
            systemVoices: true,
            firefoxPrefs: { 'media.autoplay.default': 0 },
          });
          try {
            const { page, problems } = await open(browser, site.page, { before: remoteVoice });
            /** @type {string[]} */
            const foreign = [];
            page.on('request', (request) => {
              const { protocol, origin } = new URL(request.url());
              if (protocol.startsWith('http') && origin !== new URL(site.page).origin)
                foreign.push(request.url());
            });
            const spoken = () =>
              page.evaluate(() => /** @type {any[]} */ (/** @type {any} */ (window).spoken));
            const engineIs = (/** @type {string} */ name) =>
              page.waitForFunction(
                (name) => {
                  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
                  return player.engine === name && player.activeCue;
                },
                { timeout: 20_000 },
                name,
              );
            const answer = async (/** @type {number} */ index) => {
              const buttons = await page.$$('vorleser-player >>> vorleser-consent >>> button');
              await buttons[index]?.click();
            };
            await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);

            await page.hover('vorleser-player');
            await press(page, 'vorleser-play-button');
            await page.waitForFunction(asked, { polling: 50 }, RECIPIENT);
            assert.deepEqual(await spoken(), []);
            await answer(1);
            await engineIs('embedded');
            assert.equal(await message(page), '');
            assert.deepEqual(await spoken(), []);

            await page.reload();
            await writeDown(page);
            await press(page, 'vorleser-play-button');
            await playerEvent(page, 'playing');
            assert.deepEqual(await spoken(), []);

            await press(page, 'vorleser-more-button');
            await press(page, 'vorleser-settings-button');
            await page.waitForFunction(togglePermission, { polling: 50 }, RECIPIENT);
            await engineIs('browser');
            await page.waitForFunction(togglePermission, { polling: 50 }, RECIPIENT);
            await engineIs('embedded');
            const voices = new Set((await spoken()).map(({ voice }) => voice));
            assert.deepEqual([...voices], ['Google Deutsch']);
            assert.deepEqual(foreign, []);
            assert.deepEqual(problems, []);
          } finally {
            await browser.close();
          }
        },
      );
    },
  );

/** Leaves the page one of the system's German voices, which seems to be remote, and records what is spoken. Runs in the page. */
function remoteVoice() {
  const scope = /** @type {any} */ (window);
  scope.spoken = [];
  const [getVoices, speak] = [speechSynthesis.getVoices, speechSynthesis.speak];
  const seeming = { localService: false, name: 'Google Deutsch', voiceURI: 'Google Deutsch' };
  speechSynthesis.getVoices = function () {
    const voice = getVoices.call(this).find(({ lang }) => lang.startsWith('de'));
    if (!voice) return [];
    for (const [name, value] of Object.entries(seeming))
      Object.defineProperty(voice, name, { value, configurable: true });
    return [voice];
  };
  speechSynthesis.speak = function (utterance) {
    scope.spoken.push({ voice: utterance.voice?.name ?? null, text: utterance.text });
    speak.call(this, utterance);
  };
}

/** Whether the player asks if text may be sent to a recipient. Runs in the page. */
function asked(/** @type {string} */ recipient) {
  const player = document.querySelector('vorleser-player')?.shadowRoot;
  const question = player?.querySelector('vorleser-consent')?.shadowRoot?.querySelector('p');
  return question?.textContent?.includes(recipient);
}

/** Presses the setting that allows or forbids a recipient, once it is shown. Runs in the page. */
function togglePermission(/** @type {string} */ recipient) {
  const player = document.querySelector('vorleser-player')?.shadowRoot;
  const more = player?.querySelector('vorleser-more-button')?.shadowRoot;
  const button = more?.querySelector('vorleser-settings-button')?.shadowRoot;
  const panel = button?.querySelector('vorleser-settings')?.shadowRoot;
  const labels = [...(panel?.querySelectorAll('label') ?? [])];
  const label = labels.find(({ textContent }) => textContent?.includes(recipient));
  label?.click();
  return label !== undefined;
}

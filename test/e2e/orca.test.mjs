/**
 * A listener with a real screen reader: Orca, in Firefox, by keyboard alone. Everything Orca says is compared with
 * test/fixtures/orca.txt, orca-settings.txt and orca-question.txt, with a line for each key and for each utterance. The
 * current output is saved in test/output/: after a change of the interface, read it and copy it over the fixture.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { lackingForOrca, Orca } from '../rig/screen-reader.mjs';
import { again } from './again.mjs';
import { compareWithFixture, keepOutput } from './fixture.mjs';
import { site } from './site.mjs';

const TITLE = 'Putin nimmt Einladung nach Nordkorea an';
const HEADINGS = [
  `${TITLE} heading level 1.`,
  '„Perspektiven“ für die militärische Zusammenarbeit heading level 2.',
  'Washington droht mit neuen Sanktionen heading level 2.',
];
const lacking = lackingForOrca();
const skip = lacking.length > 0 && `Orca cannot run without ${lacking.join(', ')}`;

after(() => site.close());

/** A first-time visitor who presses keys and listens. The transcript records both. */
class Listener {
  /** @type {string[]} */
  transcript = [];

  constructor(/** @type {string} */ address) {
    this.orca = new Orca(address);
  }

  begin(/** @type {string} */ chapter) {
    this.transcript.push('', `# ${chapter}`);
  }

  note(/** @type {string} */ what, /** @type {string[]} */ said) {
    this.transcript.push(what, ...said.map((utterance) => `says ${utterance}`));
    return said;
  }

  /** Presses keys one after another, and returns what Orca says. */
  async press(/** @type {string[]} */ ...keys) {
    const said = [];
    for (const key of keys) said.push(...this.note(`key ${key}`, await this.orca.press(key)));
    return said;
  }

  /** Presses a key until Orca announces a control. */
  async pressUntil(/** @type {string} */ name, /** @type {string} */ key = 'Tab') {
    for (let times = 0; times < 30; times++) {
      const said = (await this.press(key)).join();
      assert.notEqual(said, '');
      if (said.includes(name)) return;
    }
    assert.fail(`${key} does not reach „${name}“`);
  }

  /**
   * Presses a key to which Orca may say nothing, and listens.
   *
   * @param options `inAnyOrder` where the focus moves and the status changes at once, and Orca says one or the other first
   */
  async pressAndListen(
    /** @type {string} */ key,
    /** @type {number} */ seconds,
    options = { inAnyOrder: false },
  ) {
    this.orca.send(key);
    const said = await this.orca.listen(seconds * 1000);
    return this.note(`key ${key}, ${seconds} seconds`, options.inAnyOrder ? said.toSorted() : said);
  }

  /** Moves to the headings in order and the first paragraphs, as when reading the page with Orca. */
  async article() {
    await this.orca.press('ctrl+Home');
    return this.press('h', 'h', 'h', 'p', 'p');
  }

  /** Tabs to the play button, the first of the page. */
  async toPlayButton() {
    await this.orca.press('ctrl+Home');
    return this.press('Tab');
  }

  /** Tabs to the play button, which comes after the skip link while the article is read. */
  async toPauseButton() {
    await this.orca.press('ctrl+Home');
    return this.press('Tab', 'Tab');
  }
}

/**
 * Records what Orca says while a listener uses the page, and compares it with a fixture.
 *
 * @param {string} fixture
 * @param {(listener: Listener) => Promise<void>} way
 */
function heard(fixture, way, address = site.page) {
  return again(() => hear(fixture, way, address))();
}

async function hear(
  /** @type {string} */ fixture,
  /** @type {(listener: Listener) => Promise<void>} */ way,
  /** @type {string} */ address,
) {
  const listener = new Listener(address);
  try {
    await listener.orca.untilLoaded(TITLE);
    await way(listener);
  } finally {
    await listener.orca.close();
    keepOutput(fixture, listener.transcript);
  }
  compareWithFixture(fixture, listener.transcript);
}

test('Orca announces the player, but not the speech', { skip, timeout: 600_000 }, () =>
  heard('orca.txt', async (listener) => {
    listener.begin('The article, before it is read aloud');
    const before = await listener.article();
    const headings = before.filter((utterance) => utterance.includes('heading level'));
    assert.deepEqual(headings, [...HEADINGS.slice(1), HEADINGS[0]]);

    listener.begin('The player as a landmark');
    await listener.orca.press('ctrl+Home');
    assert.equal((await listener.press('m'))[0], 'Vorlesen');

    listener.begin('Every control');
    const first = await listener.toPlayButton();
    assert.deepEqual(first, ['region Vorlesen', 'Artikel anhören push button.']);
    await listener.pressUntil('Einstellungen');
    await listener.press('shift+Tab');

    listener.begin('It begins, and Orca is silent');
    await listener.toPlayButton();
    const begun = await listener.pressAndListen('Return', 15);
    assert.ok(begun.length <= 1, begun.join(' | '));
    assert.ok(begun.every((utterance) => utterance === 'Stimme wird geladen …'));

    listener.begin('The article, while it is read aloud');
    assert.deepEqual(await listener.article(), before);

    listener.begin('A pause');
    assert.ok((await listener.toPauseButton()).includes('Pause push button.'));
    assert.deepEqual(await listener.press('Return'), ['Angehalten']);

    listener.begin('More controls');
    await listener.pressUntil('Mehr');
    await listener.press('Return');
    await listener.pressUntil('Leiste anpassen');
    await listener.press('Escape');
    await listener.pressUntil('Weiter anhören', 'shift+Tab');
    assert.deepEqual(await listener.pressAndListen('Return', 5), []);

    listener.begin('To the last sentence, and the end');
    await listener.pressUntil('Stelle im Artikel');
    await listener.press('End');
    const ended = listener.note('until the end', await listener.orca.untilSaid(60_000));
    assert.deepEqual(ended, ['Ende des Artikels']);

    listener.begin('The article, after it was read aloud');
    // To a plain button: on the slider, the keys of browse mode are the slider's.
    await listener.orca.press('shift+Tab');
    assert.deepEqual(await listener.article(), before);
  }),
);

test('Orca announces panels, dialogs and the bar', { skip, timeout: 600_000 }, () =>
  heard('orca-settings.txt', async (listener) => {
    listener.begin('The settings');
    await listener.toPlayButton();
    await listener.pressUntil('Einstellungen');
    await listener.press('Return');
    await listener.pressUntil('Pausen zwischen Absätzen');
    assert.deepEqual(await listener.press('Down'), ['lang.']);
    await listener.pressUntil('Meine Einstellungen vergessen');
    const back = await listener.press('Escape');
    assert.ok(back.includes('Einstellungen collapsed push button.'), back.join(' | '));

    listener.begin('The list of keys');
    await listener.press('question', 'Tab');
    const closed = await listener.press('Escape');
    assert.ok(closed.includes('Einstellungen collapsed push button.'), closed.join(' | '));

    listener.begin('Another rate, while it is read aloud');
    await listener.orca.press('shift+Tab');
    await listener.toPlayButton();
    await listener.pressAndListen('Return', 10);
    await listener.pressAndListen('period', 3);
    await listener.pressUntil('Geschwindigkeit');

    listener.begin('The bar at the edge of the screen, from the text');
    await listener.pressUntil('Nächster Satz', 'shift+Tab');
    await listener.press('h', 'h');
    await listener.pressUntil('Pause', 'shift+Tab');
    assert.deepEqual(await listener.press('Return'), ['Angehalten']);
    await listener.pressUntil('Zum Player', 'shift+Tab');
    await listener.press('Return');
  }),
);

test('Orca announces a question', { skip, timeout: 600_000 }, () =>
  heard(
    'orca-question.txt',
    async (listener) => {
      listener.begin('Whether the text may be sent');
      await listener.toPlayButton();
      const asked = await listener.press('Return');
      assert.match(asked.join(), /Diese Stimme kommt aus dem Internet/);
      await listener.pressUntil('Mit einer anderen Stimme lesen');
      await listener.pressAndListen('Return', 10, { inAnyOrder: true });
      assert.ok((await listener.press('shift+Tab', 'Tab')).includes('Pause push button.'));
    },
    site.cloud,
  ),
);

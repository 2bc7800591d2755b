/**
 * A listener with a real screen reader: Orca, in Firefox, by keys alone. All that Orca says is compared with
 * test/fixtures/orca.txt, one line a key and one line an utterance. What it says now lies in test/output/orca.txt: whoever
 * changes the interface reads that through, and makes it the fixture.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { lackingForOrca, Orca } from '../rig/screen-reader.mjs';
import { site } from './site.mjs';

const TITLE = 'Putin nimmt Einladung nach Nordkorea an';
const HEADINGS = [
  `${TITLE} heading level 1.`,
  '„Perspektiven“ für die militärische Zusammenarbeit heading level 2.',
  'Washington droht mit neuen Sanktionen heading level 2.',
];
const lacking = lackingForOrca();
const skip = lacking.length > 0 && `Orca is not run without ${lacking.join(', ')}`;

after(() => site.close());

test('an article is heard with Orca', { skip, timeout: 300_000 }, async () => {
  const orca = new Orca(site.page);
  /** @type {string[]} */
  const transcript = [];
  const note = (/** @type {string} */ what, /** @type {string[]} */ said) => {
    transcript.push(what, ...said.map((utterance) => `says ${utterance}`));
    return said;
  };
  /** Presses keys, one after the other. */
  const press = async (/** @type {string[]} */ ...keys) => {
    const said = [];
    for (const key of keys) said.push(...note(`key ${key}`, await orca.press(key)));
    return said;
  };
  /** Presses a key to which nothing has to be said, and listens. */
  const pressAndListen = async (/** @type {string} */ key, /** @type {number} */ seconds) => {
    orca.send(key);
    return note(`key ${key}, ${seconds} seconds`, await orca.listen(seconds * 1000));
  };
  /** The headings in order, and the first paragraphs, as somebody comes by them who reads the page. */
  const article = async () => {
    await orca.press('ctrl+Home');
    return press('h', 'h', 'h', 'p', 'p');
  };
  const toPlayButton = async () => {
    await orca.press('ctrl+Home');
    return press('Tab');
  };

  try {
    await orca.untilLoaded(TITLE);

    transcript.push('', '# The article, before it is read aloud');
    const before = await article();
    const headings = before.filter((utterance) => utterance.includes('heading level'));
    assert.deepEqual(headings, [...HEADINGS.slice(1), HEADINGS[0]]);

    transcript.push('', '# The player as a landmark');
    await orca.press('ctrl+Home');
    assert.equal((await press('m'))[0], 'Vorlesen');

    transcript.push('', '# Every control');
    assert.deepEqual(await toPlayButton(), ['region Vorlesen', 'Artikel anhören push button.']);
    for (let said = ''; !said.includes('Nächste Überschrift');) {
      said = (await press('Tab')).join();
      assert.notEqual(said, '');
    }

    transcript.push('', '# It begins, and Orca is silent');
    await toPlayButton();
    const begun = await pressAndListen('Return', 15);
    assert.ok(begun.length <= 1, begun.join(' | '));
    assert.ok(begun.every((utterance) => utterance === 'Stimme wird geladen …'));

    transcript.push('', '# The article, while it is read aloud');
    assert.deepEqual(await article(), before);

    transcript.push('', '# A pause, and on');
    assert.ok((await toPlayButton()).includes('Pause push button.'));
    assert.deepEqual(await press('Return'), ['Angehalten']);
    assert.deepEqual(await pressAndListen('Return', 5), []);

    transcript.push('', '# To the last sentence, and the end');
    for (let said = ''; !said.includes('Stelle im Artikel');) said = (await press('Tab')).join();
    await press('End');
    const ended = note('until the end', await orca.untilSaid(60_000));
    assert.deepEqual(ended, ['Ende des Artikels']);

    transcript.push('', '# The article, after it was read aloud');
    await orca.press('Tab');
    assert.deepEqual(await article(), before);
  } finally {
    await orca.close();
    mkdirSync('test/output', { recursive: true });
    writeFileSync('test/output/orca.txt', `${transcript.join('\n').trim()}\n`);
  }
  const expected = readFileSync(new URL('../fixtures/orca.txt', import.meta.url), 'utf8');
  assert.equal(`${transcript.join('\n').trim()}\n`, expected);
});

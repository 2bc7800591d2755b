import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { playFrom, playRange } from '../../src/playback/play-range.js';
import type { Playback } from '../../src/playback/playback.js';
import { renewNarration } from '../../src/playback/page-recovery.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';
import { waitUntil } from '../fixtures/wait-until.js';

const TEXT =
  '<p>Eins. Zwei. Drei.</p><p class="credit" data-vorleser="skip">Foto: niemand</p><p>Vier. Fünf.</p><p>Sechs.</p>';

/** A range from the beginning of one text to the end of another. */
function rangeOver(root: Element, first: string, last = first): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let begun = false;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const [start, end] = [node.data.indexOf(first), node.data.indexOf(last)];
    if (!begun && start >= 0) range.setStart(node, start);
    begun ||= start >= 0;
    if (end >= 0) range.setEnd(node, end + last.length);
  }
  return range;
}

async function setUp(markup = TEXT, engine = new ScriptedEngine()) {
  const { playback, root, log } = await playbackOf([engine], markup);
  const spoken = () =>
    engine.log.filter((entry) => entry.startsWith('speak ')).map((entry) => entry.slice(6));
  return { playback, root, engine, spoken, log };
}

/** Reads a range until it pauses or ends. */
async function hear(playback: Playback, range: Range): Promise<string> {
  const paused = oneEvent(playback, 'pause');
  await playRange(playback, range);
  await paused;
  await aTimeout(20);
  return `${playback.state} ${playback.activeCue?.text}`;
}

describe('playRange', () => {
  it('reads the sentences that the range touches, whole, and pauses before the next one', async () => {
    const { playback, root, spoken } = await setUp();
    expect(await hear(playback, rangeOver(root, 'wei', 'V'))).to.equal('paused Fünf.');
    expect(spoken()).to.deep.equal(['Zwei.', 'Drei.', 'Vier.']);
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    await ended;
    expect(spoken().slice(3)).to.deep.equal(['Fünf.', 'Sechs.']);
  });

  it('leaves out sentences that it only borders on', async () => {
    const { playback, root, spoken } = await setUp();
    const range = rangeOver(root, ' Zwei. ');
    expect(await hear(playback, range)).to.equal('paused Drei.');
    const [first, , third] = root.querySelectorAll('p');
    range.setStart(first?.firstChild as Text, (first?.firstChild as Text).length);
    range.setEnd(root.querySelectorAll('p')[3] as Element, 0);
    expect(await hear(playback, range)).to.equal('paused Sechs.');
    range.selectNodeContents(third as Element);
    expect(await hear(playback, range)).to.equal('paused Sechs.');
    expect(spoken()).to.deep.equal(['Zwei.', 'Vier.', 'Fünf.', 'Vier.', 'Fünf.']);
  });

  it('begins and ends in text that is not read', async () => {
    const { playback, root, spoken } = await setUp();
    expect(await hear(playback, rangeOver(root, 'Drei.', 'Foto'))).to.equal('paused Vier.');
    expect(await hear(playback, rangeOver(root, 'niemand', 'Vier'))).to.equal('paused Fünf.');
    expect(spoken()).to.deep.equal(['Drei.', 'Vier.']);
  });

  it('rejects a range in which nothing is read, and goes on with what it was doing', async () => {
    const { playback, root, spoken } = await setUp(TEXT, new ScriptedEngine('scripted', 'hold'));
    const refused = () =>
      playRange(playback, rangeOver(root, 'Foto', 'niemand')).then(
        () => 'played',
        (error: unknown) => (error as DOMException).name,
      );
    expect(await refused()).to.equal('NotSupportedError');
    expect(playback.state).to.equal('idle');
    await playback.play();
    expect(await refused()).to.equal('NotSupportedError');
    expect(playback).to.include({ state: 'speaking', notice: null });
    expect(spoken()).to.deep.equal(['Eins.']);
    playback.dispose();
  });

  it('plays nothing if the playback is disposed of before its code is there', async () => {
    const { playback, root, spoken } = await setUp();
    const played = [playRange, playFrom].map((play) =>
      play(playback, rangeOver(root, 'Zwei.')).catch((error: unknown) => (error as Error).name),
    );
    playback.dispose();
    expect(await Promise.all(played)).to.deep.equal(['AbortError', 'AbortError']);
    expect(spoken()).to.deep.equal([]);
  });

  it('ends with the article if that ends first, and has no effect after that', async () => {
    const { playback, root, spoken } = await setUp();
    expect(await hear(playback, rangeOver(root, 'Sechs.'))).to.equal('ended undefined');
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    await ended;
    expect(spoken()).to.deep.equal([
      'Sechs.',
      'Eins.',
      'Zwei.',
      'Drei.',
      'Vier.',
      'Fünf.',
      'Sechs.',
    ]);
  });

  it('reads an image with which it begins', async () => {
    const engine = new ScriptedEngine();
    const { playback, root } = await playbackOf(
      [engine],
      '<p>Eins.</p><img alt="Ein Bild" /><p>Zwei.</p><p>Drei.</p>',
      {
        narrate: () =>
          new NavigableNarration(document.querySelector('article') as Element, { images: true }),
      },
    );
    const range = document.createRange();
    range.setStartBefore(root.children[1] as Element);
    range.setEndAfter(root.children[2] as Element);
    expect(await hear(playback, range)).to.equal('paused Drei.');
    expect(engine.log).to.deep.equal(['speak Ein Bild', 'speak Zwei.']);
  });

  it('goes on after a pause and a step within it, and still ends there', async () => {
    const { playback, root, engine, spoken } = await setUp(
      TEXT,
      new ScriptedEngine('scripted', 'hold'),
    );
    await playRange(playback, rangeOver(root, 'Zwei.', 'Drei.'));
    playback.pause();
    await playback.play();
    playback.next();
    await oneEvent(playback, 'seeked');
    const paused = oneEvent(playback, 'pause');
    engine.finish();
    await paused;
    expect(playback.activeCue?.text).to.equal('Vier.');
    expect(spoken()).to.deep.equal(['Zwei.', 'Drei.']);
  });

  for (const [how, leave] of Object.entries({
    'a seek': (playback: Playback) => playback.seekToCue(3),
    'a step back': (playback: Playback) => playback.previous(),
    'a stop': (playback: Playback) => playback.stop(),
    'the next play from a selection': (playback: Playback) => {
      const { root } = playback;
      if (root) void playFrom(playback, rangeOver(root, 'Drei.'));
    },
  }))
    it(`is given up by ${how}`, async () => {
      const { playback, root, engine } = await setUp(TEXT, new ScriptedEngine('scripted', 'hold'));
      await playRange(playback, rangeOver(root, 'Zwei.', 'Drei.'));
      leave(playback);
      await playback.play();
      await aTimeout(0);
      await playback.play();
      while (playback.activeCue?.text !== 'Sechs.') {
        expect(playback.paused).to.equal(false);
        engine.finish();
        await aTimeout(5);
      }
      playback.dispose();
    });

  it('is replaced by another one', async () => {
    const { playback, root, engine, spoken } = await setUp(
      TEXT,
      new ScriptedEngine('scripted', 'hold'),
    );
    await playRange(playback, rangeOver(root, 'Eins.', 'Zwei.'));
    await playRange(playback, rangeOver(root, 'Zwei.', 'Drei.'));
    await waitUntil(() => playback.activeCue?.text === 'Zwei.');
    engine.finish();
    await waitUntil(() => playback.activeCue?.text === 'Drei.');
    const paused = oneEvent(playback, 'pause');
    engine.finish();
    await paused;
    expect(spoken()).to.deep.equal(['Eins.', 'Zwei.', 'Drei.']);
  });

  it('does not depend on the selection that it was taken from', async () => {
    const { playback, root, engine } = await setUp(TEXT, new ScriptedEngine('scripted', 'hold'));
    const selection = getSelection() as Selection;
    selection.removeAllRanges();
    selection.addRange(rangeOver(root, 'Zwei.'));
    const range = selection.getRangeAt(0);
    await playRange(playback, range);
    selection.selectAllChildren(document.body);
    range.selectNodeContents(root);
    const paused = oneEvent(playback, 'pause');
    engine.finish();
    await paused;
    expect(playback.activeCue?.text).to.equal('Drei.');
    selection.removeAllRanges();
  });

  describe('on a changing page', () => {
    /** Reads „Zwei.“ of a range up to „Vier.“, changes the page, and returns what is heard until it pauses. */
    async function heardAfter(change: (root: HTMLElement, playback: Playback) => unknown) {
      const { playback, root, engine, spoken } = await setUp(
        TEXT,
        new ScriptedEngine('scripted', 'hold'),
      );
      await playRange(playback, rangeOver(root, 'Zwei.', 'Vier.'));
      const changed = oneEvent(playback, 'durationchange');
      await change(root, playback);
      await changed;
      while (!playback.paused) {
        engine.finish();
        await aTimeout(5);
      }
      return [...spoken().slice(1), `paused ${playback.activeCue?.text}`];
    }

    it('keeps its end when sentences are inserted before it and in it', async () => {
      const heard = await heardAfter((root) => {
        root.insertAdjacentHTML('afterbegin', '<p>Neu.</p>');
        root.children[1]?.insertAdjacentHTML('afterend', '<p>Mehr.</p>');
      });
      expect(heard).to.deep.equal(['Drei.', 'Mehr.', 'Vier.', 'paused Fünf.']);
    });

    it('ends earlier when its last sentences are removed', async () => {
      const heard = await heardAfter((root) => root.children[2]?.remove());
      expect(heard).to.deep.equal(['Drei.', 'paused Sechs.']);
    });

    it('keeps its end when other content is chosen to be read', async () => {
      const heard = await heardAfter((root, playback) => {
        root.querySelector('.credit')?.removeAttribute('data-vorleser');
        return renewNarration(playback);
      });
      expect(heard.filter((text) => text !== 'Zwei.')).to.deep.equal([
        'Drei.',
        'Foto: niemand',
        'Vier.',
        'paused Fünf.',
      ]);
    });

    it('ends with the sentence when all of it is replaced', async () => {
      const heard = await heardAfter((root) => (root.innerHTML = TEXT));
      expect(heard).to.deep.equal(['paused Drei.']);
    });
  });

  it('ends within a shadow tree of the article as well', async () => {
    const { playback, root, spoken } = await setUp(
      '<p>Eins.</p><div></div><p>Drei.</p><p>Vier.</p>',
    );
    const tree = (root.children[1] as Element).attachShadow({ mode: 'open' });
    tree.innerHTML = '<p>Zwei.</p>';
    const range = rangeOver(root, 'Eins.');
    expect(await hear(playback, range)).to.equal('paused Zwei.');
    range.setEndAfter(root.children[1] as Element);
    expect(await hear(playback, range)).to.equal('paused Drei.');
    expect(spoken()).to.deep.equal(['Eins.', 'Eins.', 'Zwei.']);
  });
});

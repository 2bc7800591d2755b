import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { Playback } from '../../src/playback/playback.js';
import { playbackOf } from '../fixtures/playback.js';
import { type Script, ScriptedEngine } from '../fixtures/scripted-engine.js';
import { seekToPoint } from '../../src/playback/seek-to-point.js';
import { startOver } from '../../src/playback/start-over.js';

describe('Playback', () => {
  describe('seeking', () => {
    const seek = async (from: number, how: (playback: Playback) => void) => {
      const { playback } = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
      playback.seekToCue(from);
      await playback.play();
      how(playback);
      await waitUntil(() => playback.state === 'speaking');
      return playback.activeCue?.text;
    };

    it('moves by sentence', async () => {
      expect(await seek(1, (playback) => playback.next())).to.equal('Zwei.');
      expect(await seek(2, (playback) => playback.previous())).to.equal('Eins.');
    });

    it('moves by paragraph, and back to the beginning of the current one first', async () => {
      expect(await seek(1, (playback) => playback.next('paragraph'))).to.equal('Mitte');
      expect(await seek(2, (playback) => playback.previous('paragraph'))).to.equal('Eins.');
      expect(await seek(1, (playback) => playback.previous('paragraph'))).to.equal('Titel');
    });

    it('moves by heading', async () => {
      expect(await seek(0, (playback) => playback.next('heading'))).to.equal('Mitte');
      expect(await seek(4, (playback) => playback.previous('heading'))).to.equal('Mitte');
    });

    it('keeps the position if a seek would go beyond the ends', async () => {
      expect(await seek(0, (playback) => playback.previous())).to.equal('Titel');
      expect(await seek(4, (playback) => playback.next())).to.equal('Drei.');
      expect(await seek(0, (playback) => playback.seekToCue(99))).to.equal('Titel');
    });

    it('aborts the old sentence and fires seeking and seeked', async () => {
      const engine = new ScriptedEngine('scripted', 'hold');
      const { playback, log } = await playbackOf([engine]);
      await playback.play();
      playback.next();
      expect(playback.seeking).to.equal(true);
      await oneEvent(playback, 'seeked');
      expect(playback.seeking).to.equal(false);
      expect(engine.log).to.deep.equal(['speak Titel', 'aborted', 'speak Eins.']);
      expect(log).to.include.members(['seeking', 'seeked']);
    });

    it('keeps a pause, and updates the active cue', async () => {
      const engine = new ScriptedEngine('scripted', 'hold');
      const { playback } = await playbackOf([engine]);
      await playback.play();
      playback.pause();
      playback.next();
      expect(playback).to.include({ state: 'paused', seeking: false });
      expect(playback.activeCue?.text).to.equal('Eins.');
      await playback.play();
      expect(engine.log.at(-1)).to.equal('speak Eins.');
    });

    it('moves to a point in the text', async () => {
      const { playback, root } = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
      await playback.play();
      expect(seekToPoint(playback, root.querySelector('p')?.firstChild as Text, 7)).to.equal(true);
      expect(seekToPoint(playback, document.head, 0)).to.equal(false);
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Zwei.');
    });

    it('moves to a time', async () => {
      const { playback } = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
      await playback.play();
      playback.currentTime = playback.cues[2]?.startTime ?? NaN;
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Zwei.');
      expect(playback.currentTime).to.be.closeTo(playback.cues[2]?.startTime ?? NaN, 0.2);
    });
  });

  describe('an accidental seek', () => {
    const LONG = [1, 2, 3, 4, 5].map((number) => `<p>Eins ${number}. Zwei ${number}.</p>`).join('');

    /** Reads, seeks to a sentence in the middle, and stays there until the engine may finish it. */
    async function inTheMiddle() {
      let kept: string | undefined;
      let script: Script = 'hold';
      const engine = new ScriptedEngine('scripted', () => script);
      const { playback } = await playbackOf([engine], LONG, {
        savePosition: (cue) => (kept = cue?.text),
      });
      await playback.play();
      playback.seekToCue(3);
      await oneEvent(playback, 'seeked');
      script = 'speak';
      return { playback, engine, kept: () => kept, hold: () => (script = 'hold') };
    }

    async function end(playback: Playback) {
      const ended = oneEvent(playback, 'ended');
      playback.currentTime = Infinity;
      await ended;
    }

    it('to the end can be undone, even after the end, and reading continues', async () => {
      const { playback, kept, hold } = await inTheMiddle();
      await end(playback);
      expect(kept()).to.equal('Zwei 2.');
      expect(playback.cueBeforeSeek?.text).to.equal('Zwei 2.');
      hold();
      const playing = oneEvent(playback, 'playing');
      playback.undoSeek();
      await playing;
      expect(playback).to.include({ state: 'speaking', cueBeforeSeek: null });
      expect(playback.activeCue?.text).to.equal('Zwei 2.');
    });

    it('is forgotten when the article is played again from its beginning', async () => {
      const { playback, hold } = await inTheMiddle();
      await end(playback);
      hold();
      await playback.play();
      expect(playback.activeCue?.text).to.equal('Eins 1.');
      expect(playback.cueBeforeSeek).to.equal(null);
    });

    it('is forgotten when the end is reached by listening, and no position is saved', async () => {
      const { playback, engine, kept } = await inTheMiddle();
      engine.finish();
      await oneEvent(playback, 'ended');
      expect(kept()).to.equal(undefined);
      expect(playback.cueBeforeSeek).to.equal(null);
    });

    it('back to the beginning can be undone during the reading', async () => {
      const { playback, kept, hold } = await inTheMiddle();
      hold();
      const undo = startOver(playback);
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Eins 1.');
      expect(playback.cueBeforeSeek?.text).to.equal('Zwei 2.');
      undo();
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Zwei 2.');
      expect(kept()).to.equal('Zwei 2.');
    });

    it('is not needed to resume: play continues at a position of an earlier visit', async () => {
      const { playback } = await playbackOf([new ScriptedEngine('scripted', 'hold')], LONG);
      playback.resumeFrom({ text: 'Zwei 2.', index: 3 });
      await playback.play();
      expect(playback.activeCue?.text).to.equal('Zwei 2.');
    });

    it('back to the beginning can be undone if a position was saved on an earlier visit', async () => {
      const kept: (string | undefined)[] = [];
      const { playback } = await playbackOf([new ScriptedEngine()], LONG, {
        savePosition: (cue) => kept.push(cue?.text),
      });
      playback.resumeFrom({ text: 'Zwei 2.', index: 3 });
      const undo = startOver(playback);
      await waitUntil(() => playback.cueBeforeSeek?.text === 'Zwei 2.');
      expect(playback.resumePosition).to.equal(null);
      expect(kept.at(-1)).to.equal(undefined);
      undo();
      expect(playback.resumePosition?.text).to.equal('Zwei 2.');
      expect(kept.at(-1)).to.equal('Zwei 2.');
    });
  });
});

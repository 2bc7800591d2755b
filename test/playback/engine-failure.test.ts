import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

describe('Playback', () => {
  describe('when an engine fails', () => {
    it('continues with the next engine at the same sentence, and reports it once', async () => {
      const broken = new ScriptedEngine('broken', ({ text }) =>
        text === 'Zwei.' ? 'fail' : 'speak',
      );
      const other = new ScriptedEngine('other');
      const { playback } = await playbackOf([broken, other]);
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
      expect(broken.log).to.deep.equal(['speak Titel', 'speak Eins.', 'speak Zwei.']);
      expect(other.log).to.deep.equal(['speak Zwei.', 'speak Mitte', 'speak Drei.']);
      expect(playback.notice).to.deep.equal({
        kind: 'takeover',
        from: 'broken',
        to: 'other',
        reason: 'failed',
      });
    });

    it('gives up an engine that does not start within 2 seconds', async () => {
      const hanging = new ScriptedEngine('hanging', 'hang');
      const { playback } = await playbackOf([hanging, new ScriptedEngine('other', 'hold')]);
      const start = performance.now();
      await playback.play();
      expect(performance.now() - start).to.be.within(1900, 2900);
      expect(playback.engine).to.equal('other');
      expect(hanging.log).to.deep.equal(['speak Titel', 'aborted']);
      // A busy machine is late once in a while.
    }).retries(3);

    it('gives up an engine that does not load within 2 seconds', async () => {
      const hanging = new ScriptedEngine('hanging');
      hanging.loading = new Promise(() => undefined);
      const { playback } = await playbackOf([hanging, new ScriptedEngine('other', 'hold')]);
      const start = performance.now();
      await playback.play();
      expect(performance.now() - start).to.be.within(1900, 2900);
      expect(hanging.log).to.deep.equal([]);
      expect(playback.notice).to.deep.equal({
        kind: 'takeover',
        from: 'hanging',
        to: 'other',
        reason: 'timeout',
      });
    }).retries(3);

    it('reports the progress of a loading voice while it is needed', async () => {
      const engine = new ScriptedEngine('slow', 'hold');
      const arrival = Promise.withResolvers<void>();
      engine.loading = arrival.promise;
      engine.arrived = 0.5;
      const { playback } = await playbackOf([engine]);
      const isLoading = () => playback.notice?.kind === 'loading';
      void playback.play().catch(() => undefined);
      await waitUntil(isLoading);
      expect(playback.notice).to.deep.equal({ kind: 'loading', share: 0.5 });
      playback.pause();
      expect(playback).to.include({ state: 'paused', notice: null });
      void playback.play().catch(() => undefined);
      await waitUntil(isLoading);
      engine.arrived = null;
      playback.next();
      expect(playback).to.include({ state: 'loading', notice: null });
      arrival.resolve();
      await waitUntil(() => playback.state === 'speaking');
      expect(playback.notice).to.equal(null);
    });

    it('waits longer for the last engine', async () => {
      const { playback } = await playbackOf([new ScriptedEngine('hanging', 'hang')]);
      void playback.play();
      await new Promise((resolve) => setTimeout(resolve, 2300));
      expect(playback.state).to.equal('starting');
      playback.stop();
    });

    it('fails with a notice if no engine is left, and tries again at the next play', async () => {
      let works = false;
      const engine = new ScriptedEngine('moody', () => (works ? 'hold' : 'fail'));
      const { playback, log } = await playbackOf([engine]);
      const error = (await playback.play().catch((reason: unknown) => reason)) as Error;
      expect(error).to.include({ name: 'NotSupportedError' });
      expect(playback).to.include({ state: 'failed', paused: true });
      expect(playback.notice).to.deep.equal({ kind: 'silent', reason: 'failed' });
      expect(log.at(-1)).to.equal('error');
      works = true;
      await playback.play();
      expect(playback).to.include({ state: 'speaking', notice: null, error: null });
    });

    it('reports that the browser requires a gesture', async () => {
      const { playback } = await playbackOf([
        new ScriptedEngine('shy', 'refuse'),
        new ScriptedEngine('other'),
      ]);
      const error = (await playback.play().catch((reason: unknown) => reason)) as Error;
      expect(error).to.include({ name: 'NotAllowedError' });
      expect(playback.notice).to.deep.equal({ kind: 'blocked' });
    });

    it('falls back to another language if no engine speaks the text’s own', async () => {
      const engine = new ScriptedEngine();
      const { playback } = await playbackOf([engine], '<p lang="en">English.</p>');
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
      expect(engine.log).to.deep.equal(['speak English.']);
    });

    it('reports that there is no engine at all', async () => {
      const { playback } = await playbackOf([]);
      expect(((await playback.play().catch((reason: unknown) => reason)) as Error).name).to.equal(
        'NotSupportedError',
      );
      expect(playback.notice).to.deep.equal({ kind: 'silent', reason: 'no-voice' });
    });
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import sinon from 'sinon';
import { createNarration } from '../../src/narration/index.js';
import { Playback } from '../../src/playback/playback.js';
import type { Utterance, Word } from '../../src/speech/engine.js';
import { HostileEngine } from '../fixtures/hostile-engine.js';
import { Seeded } from '../fixtures/seeded.js';

/** The environment variable HOSTILE_SEED replays one run; HOSTILE_RUNS is the number of runs. */
declare const HOSTILE_SEED: number;
declare const HOSTILE_RUNS: number;

const RUNS = HOSTILE_RUNS || 3000;
const RUNS_PER_TEST = 250;

const SENTENCES =
  'Null. Eins hier. Zwei dort drüben. Drei. Vier ist lang, länger. Fünf. Sechs. Sieben.';
const channel = new MessageChannel();

/** Waits until all pending tasks and microtasks have run. */
async function settled(): Promise<void> {
  await new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
}

describe('Hostile engines', () => {
  let root: HTMLElement;
  let clock: sinon.SinonFakeTimers;
  let texts: string[];

  before(async () => {
    root = await fixture<HTMLElement>(html`<article lang="de"><p>${SENTENCES}</p></article>`);
    const narration = createNarration(root);
    await narration.cutAll();
    texts = narration.cues.map(({ text }) => text);
    narration.dispose();
  });
  beforeEach(() => {
    clock = sinon.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
  });
  afterEach(() => clock.restore());

  async function run(seed: number): Promise<void> {
    const random = new Seeded(seed);
    const log: string[] = [];
    /** The sentence that the playhead must be at. */
    let at = 0;
    /** The sentence that must be read after a pause, if one ended while paused. */
    let resumesAt: number | null = null;
    let pausing = false;
    /** The engine that spoke last; `left` has the engines that were replaced since reading began. */
    let speaker: HostileEngine | null = null;
    const left = new Set<HostileEngine>();
    const indexOf = (utterance: Utterance) => texts.indexOf(utterance.text);
    const wrong = (what: string) => {
      throw new Error(`Seed ${seed}: ${what}\n${log.slice(-30).join('\n')}`);
    };
    const mistakes: Error[] = [];
    const engines = Array.from({ length: 1 + random.below(3) }, (_, i) => {
      return new HostileEngine(`engine ${i}`, random, {
        asked: (engine, utterance) => {
          const index = indexOf(utterance);
          log.push(`${engine.name} is asked to speak ${index}`);
          if (index !== at) mistakes.push(new Error(`asked to speak ${index}, expected ${at}`));
          if (engine !== speaker) {
            if (left.has(engine))
              mistakes.push(new Error(`${engine.name} spoke again after it was replaced`));
            if (speaker) left.add(speaker);
            speaker = engine;
          }
          if (playback.paused) mistakes.push(new Error(`asked to speak while ${playback.state}`));
          if (engine.disposed) mistakes.push(new Error('asked to speak after dispose'));
        },
        heard: (engine, utterance) => {
          const index = indexOf(utterance);
          log.push(`${engine.name} has spoken ${index}`);
          const following = Math.min(index + 1, texts.length - 1);
          if (playback.paused || pausing) resumesAt = following;
          else at = following;
        },
      });
    });
    const sources = engines.map((engine) => () => Promise.resolve(engine));
    const playback = new Playback({ narrate: () => createNarration(root), engines: () => sources });
    playback.addEventListener('boundary', (event) => {
      const { start, end } = (event as CustomEvent<Word>).detail;
      const text = playback.activeCue?.text ?? '';
      if (playback.state !== 'speaking' || start < 0 || end > text.length || start >= end)
        mistakes.push(new Error(`a word outside of the text, ${start} to ${end}`));
    });
    const plays: Promise<unknown>[] = [];

    const check = () => {
      if (mistakes[0]) wrong(mistakes[0].message);
      const sounding = engines.filter((engine) => engine.sounding);
      if (sounding.length > 1) wrong('two engines speak at once');
      const heard = sounding[0]?.sounding;
      if (heard && playback.activeCue?.text !== heard.text)
        wrong(
          `${heard.text} is heard, but ${playback.activeCue?.text} is highlighted (${playback.state})`,
        );
      if (
        playback.state === 'speaking' &&
        !engines.some(({ claimed }) => claimed?.text === playback.activeCue?.text)
      )
        wrong('a sentence is highlighted that no engine speaks');
      if (playback.state === 'failed' && !playback.notice) wrong('it failed without a notice');
    };
    const pass = async (milliseconds: number) => {
      const until = clock.now + milliseconds;
      await settled();
      check();
      while (clock.now < until) {
        clock.tick(Math.min(until - clock.now, 10 + random.below(90)));
        await settled();
        check();
      }
    };
    const jump = (index: number) => {
      if (index < 0 || index >= texts.length) return;
      at = index;
      resumesAt = null;
    };
    const expectPlay = () => {
      if (playback.ended) at = 0;
      else if (playback.paused) at = resumesAt ?? at;
      resumesAt = null;
      if (['idle', 'ended', 'failed'].includes(playback.state)) {
        speaker = null;
        left.clear();
      }
    };
    const commands: Record<string, () => void> = {
      play: () => {
        expectPlay();
        plays.push(playback.play().catch(() => undefined));
      },
      pause: () => {
        pausing = true;
        playback.pause();
        pausing = false;
      },
      'system pause': () => {
        pausing = true;
        if (engines.some((engine) => engine.systemPause()) && !playback.paused)
          wrong(`the system has silenced it, but it is ${playback.state}`);
        pausing = false;
      },
      'system play': () => {
        const systemCommands = engines[random.below(engines.length)]?.systemCommands;
        if (!systemCommands) return;
        if (playback.paused) expectPlay();
        systemCommands.play();
      },
      next: () => {
        jump(at + 1);
        playback.next();
      },
      previous: () => {
        jump(at - 1);
        playback.previous();
      },
      seek: () => {
        const index = random.below(texts.length + 2);
        jump(index);
        playback.seekToCue(index);
      },
      hide: () => document.dispatchEvent(new Event('visibilitychange')),
      rate: () => (playback.playbackRate = random.pick([0.5, 1, 2, 10])),
      voice: () => {
        speaker = null;
        left.clear();
        const voice = random.pick([null, 'one', 'two']);
        if (voice !== playback.voice) resumesAt = null;
        playback.voice = voice;
      },
      stop: () => {
        resumesAt = null;
        playback.stop();
      },
    };
    try {
      playback.chooseEngine();
      // Imports take real time, which the fake clock does not advance.
      await import('../../src/playback/timeline.js');
      await import('../../src/playback/reader.js');
      for (let commandsLeft = 1 + random.below(20); commandsLeft > 0; commandsLeft--) {
        const name = random.pick([
          'play',
          'play',
          'play',
          'pause',
          'pause',
          'system pause',
          'system pause',
          'system play',
          'next',
          'previous',
          'seek',
          'rate',
          'hide',
          'voice',
          'stop',
        ]);
        log.push(`${name} (${playback.state})`);
        commands[name]?.();
        await pass(random.pick([0, 30, 90, 300, 700, 2000]));
      }
      for (let minutes = 0; minutes < 20 && !playback.paused; minutes++) {
        clock.tick(500);
        await settled();
        check();
        await pass(60_000);
      }
      if (!playback.paused) wrong(`it hangs in ${playback.state}`);
      await Promise.race([
        Promise.all(plays),
        settled()
          .then(settled)
          .then(() => wrong('play() hangs')),
      ]);
      playback.dispose();
      for (const engine of engines) engine.dispose();
      await pass(30_000);
      if (clock.countTimers() > 0) wrong(`${clock.countTimers()} timers are left`);
    } catch (error) {
      throw new Error(`${String(error)}\nReplay it with HOSTILE_SEED=${seed}`, { cause: error });
    }
  }

  if (HOSTILE_SEED) it(`seed ${HOSTILE_SEED}`, () => run(HOSTILE_SEED));
  else
    for (let first = 1; first <= RUNS; first += RUNS_PER_TEST)
      it(`seeds ${first} to ${first + RUNS_PER_TEST - 1}`, async () => {
        for (let seed = first; seed < first + RUNS_PER_TEST; seed++) await run(seed);
      }).timeout(120_000);

  it('read a text of eight sentences', () => expect(texts).to.have.length(8));
});

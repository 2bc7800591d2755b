import { expect, fixture, html } from '@open-wc/testing';
import sinon from 'sinon';
import { segmentSentences } from '../../src/narration/index.js';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { Playback } from '../../src/playback/playback.js';
import type { Utterance, Word } from '../../src/speech/engine.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { HostileEngine } from '../fixtures/hostile-engine.js';
import { Seeded } from '../fixtures/seeded.js';

/** The environment variable HOSTILE_SEED replays one run; HOSTILE_RUNS is the number of runs. */
declare const HOSTILE_SEED: number;
declare const HOSTILE_RUNS: number;

const RUNS = HOSTILE_RUNS || 1500;
const RUNS_PER_TEST = 250;

/** Two texts of eight sentences, which have none in common. */
const TEXTS = [
  'Null. Eins hier. Zwei dort drüben. Drei. Vier ist lang, länger. Fünf. Sechs. Sieben.',
  'Rot. Gelb hier. Grün dort drüben. Blau. Grau ist lang, länger. Weiß. Rosa. Lila.',
] as const;
const channel = new MessageChannel();

function paragraph(text = ''): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/** Waits until all pending tasks and microtasks have run. */
async function settled(): Promise<void> {
  await new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
}

describe('Hostile engines', () => {
  let roots: readonly HTMLElement[];
  let clock: sinon.SinonFakeTimers;
  /** The sentences of each text. */
  let sentences: readonly (readonly string[])[];

  before(async () => {
    const page = await fixture<HTMLElement>(
      html`<main>
        <article lang="de"></article>
        <article lang="de"></article>
      </main>`,
    );
    roots = [...page.querySelectorAll('article')];
    sentences = TEXTS.map((text) =>
      segmentSentences(text, 'de').map(({ start, end }) => text.slice(start, end)),
    );
  });
  beforeEach(() => {
    clock = sinon.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
  });
  afterEach(() => {
    clock.restore();
    forgetSettings();
  });

  async function run(seed: number): Promise<void> {
    const random = new Seeded(seed);
    const log: string[] = [];
    /** The number of the article that is read, and of the text that is in it. */
    let article = 0;
    let text = 0;
    const fill = () => roots[article]?.replaceChildren(paragraph(TEXTS[text]));
    fill();
    const texts = () => sentences[text] ?? [];
    /** Whether the page has another text and the playback may not have noticed yet. */
    let swapping = false;
    /** The sentence that the playhead must be at. */
    let at = 0;
    /** The sentence that must be read after a pause, if one ended while paused. */
    let resumesAt: number | null = null;
    let pausing = false;
    /** The sentence that has been heard since play was pressed, in a run that reads sentence by sentence. */
    let heard: number | null = null;
    const stopAfter = seed % 5 === 0 ? 'sentence' : 'off';
    settings.choose({ stopAfter });
    /** The engine that spoke last; `left` has the engines that were replaced since reading began. */
    let speaker: HostileEngine | null = null;
    const left = new Set<HostileEngine>();
    const indexOf = (utterance: Utterance) => texts().indexOf(utterance.text);
    const wrong = (what: string) => {
      throw new Error(`Seed ${seed}: ${what}\n${log.slice(-30).join('\n')}`);
    };
    const mistakes: Error[] = [];
    const engines = Array.from({ length: 1 + random.below(3) }, (_, i) => {
      return new HostileEngine(`engine ${i}`, random, {
        asked: (engine, utterance) => {
          const index = indexOf(utterance);
          log.push(`${engine.name} is asked to speak ${index}`);
          if (index !== at && !swapping)
            mistakes.push(new Error(`asked to speak ${index}, expected ${at}`));
          if (stopAfter === 'sentence' && heard !== null && index > heard)
            mistakes.push(new Error('asked to speak the next sentence without a pause'));
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
          heard = index;
          const following = Math.min(index + 1, texts().length - 1);
          if (playback.paused || pausing) resumesAt = following;
          else at = following;
        },
      });
    });
    const sources = engines.map((engine) => () => Promise.resolve(engine));
    const playback = new Playback({
      narrate: () => new NavigableNarration(roots[article] as HTMLElement),
      engines: () => sources,
    });
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
      const sentence = sounding[0]?.sounding;
      if (sentence && playback.activeCue?.text !== sentence.text)
        wrong(
          `${sentence.text} is heard, but ${playback.activeCue?.text} is highlighted (${playback.state})`,
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
      heard = null;
      if (index < 0 || index >= texts().length) return;
      at = index;
      resumesAt = null;
    };
    const expectPlay = () => {
      if (playback.paused) heard = null;
      if (playback.ended) at = 0;
      else if (playback.paused) at = resumesAt ?? at;
      resumesAt = null;
      if (['idle', 'ended', 'failed'].includes(playback.state)) {
        speaker = null;
        left.clear();
      }
    };
    /** The article is another one, or another text is in it: the next play begins at its beginning. */
    const beginsAnew = () => {
      at = 0;
      resumesAt = null;
      speaker = null;
      left.clear();
    };
    const commands: Record<string, () => unknown> = {
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
        const index = random.below(texts().length + 2);
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
      'other article': () => {
        article = 1 - article;
        text = random.below(2);
        fill();
        playback.leaveArticle();
        beginsAnew();
      },
      'other text': async () => {
        if (!playback.activeCue) return;
        swapping = true;
        text = 1 - text;
        fill();
        for (let tries = 0; tries < 100 && playback.state !== 'idle'; tries++) {
          clock.tick(50);
          await settled();
          check();
        }
        if (playback.state !== 'idle') wrong('it did not notice another text in the article');
        swapping = false;
        beginsAnew();
      },
    };
    try {
      playback.chooseEngine();
      // Imports take real time, which the fake clock does not advance.
      await import('../../src/playback/timeline.js');
      await import('../../src/playback/reader.js');
      await import('../../src/narration/narration-updates.js');
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
          'other article',
          'other text',
        ]);
        log.push(`${name} (${playback.state})`);
        await commands[name]?.();
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

  it('read texts of eight sentences', () =>
    expect(sentences.map(({ length }) => length)).to.deep.equal([8, 8]));
});

import { cpus } from 'node:os';

/** For how long the processors are watched, in milliseconds. By then a job has started its browser. */
const WATCH = 4000;

/** How often they are looked at, in milliseconds. */
const LOOK = 500;

/** From this part of their time on, 0 to 1, the processors are idle enough for another job. */
const IDLE = 0.2;

/** How many of the other jobs run at most at the same time: more would only slow each other down, until tests run out of time. */
const MOST = cpus().length;

/**
 * Works through jobs: those of each lane one after another, and beside the lanes as many of the others as the processors have time for.
 * These begin in their order, so the longest of them should come first.
 *
 * @template Job
 * @param {readonly (readonly Job[])[]} lanes
 * @param {readonly Job[]} others
 * @param {(job: Job) => Promise<unknown>} work
 */
export async function workThrough(lanes, others, work) {
  await Promise.all([...lanes.map((lane) => oneByOne(lane, work)), sideBySide(others, work)]);
}

/** @type {typeof sideBySide} */
async function oneByOne(jobs, work) {
  for (const job of jobs) await work(job);
}

/**
 * @template Job
 * @param {readonly Job[]} jobs
 * @param {(job: Job) => Promise<unknown>} work
 */
async function sideBySide(jobs, work) {
  const processors = new Processors();
  /** @type {Set<Promise<unknown>>} */
  const running = new Set();
  for (const job of jobs) {
    while (running.size > 0 && !(running.size < MOST && processors.areIdle))
      await Promise.race([...running, moment(LOOK)]);
    processors.watchAnew();
    const done = work(job).finally(() => running.delete(done));
    running.add(done);
  }
  await Promise.all(running);
  processors.leave();
}

/** Watches how busy the processors are. */
class Processors {
  /** The times of the last while, one each LOOK. */
  #seen = [times()];
  #looking = setInterval(() => {
    this.#seen.push(times());
    if (this.#seen.length > WATCH / LOOK) this.#seen.shift();
  }, LOOK);

  /** Forgets what was seen: another job has begun. */
  watchAnew() {
    this.#seen = [times()];
  }

  /** Whether they have had time to spare for a while. */
  get areIdle() {
    const [before, after] = [this.#seen[0], this.#seen.at(-1)];
    if (!before || !after || this.#seen.length < WATCH / LOOK) return false;
    return after.idle - before.idle > IDLE * (after.all - before.all);
  }

  leave() {
    clearInterval(this.#looking);
  }
}

/** The time of all processors so far, and the part of it in which they were idle, in milliseconds. */
function times() {
  let [idle, all] = [0, 0];
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { idle, all };
}

function moment(/** @type {number} */ milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

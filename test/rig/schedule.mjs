import { cpus } from 'node:os';

/** How long the processors are watched before another job begins, in milliseconds. By then the last job has started its browser. */
const WATCH = 4000;

/** From this part of their time on, 0 to 1, the processors are idle enough for another job. */
const IDLE = 0.3;

/** How many of the other jobs run at most at the same time: more would only slow each other down, until tests run out of time. */
const MOST = cpus().length;

/**
 * Works through jobs: some one after another, and beside them as many of the others at a time as the processors have time for.
 * The others begin in their order, so the longest of them should come first.
 *
 * @template Job
 * @param {readonly Job[]} inOrder
 * @param {readonly Job[]} others
 * @param {(job: Job) => Promise<unknown>} work
 */
export async function workThrough(inOrder, others, work) {
  await Promise.all([oneByOne(inOrder, work), sideBySide(others, work)]);
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
  /** @type {Set<Promise<unknown>>} */
  const running = new Set();
  for (const job of jobs) {
    while (running.size > 0 && !(running.size < MOST && (await areIdle())))
      await Promise.race([...running, moment(WATCH)]);
    const done = work(job).finally(() => running.delete(done));
    running.add(done);
  }
  await Promise.all(running);
}

/** Whether the processors have had enough time to spare for a while. */
async function areIdle() {
  const before = times();
  await moment(WATCH);
  const after = times();
  return after.idle - before.idle > IDLE * (after.all - before.all);
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

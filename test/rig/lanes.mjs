/**
 * Works through jobs in lanes: each lane takes the next job when it has finished one, so the longest jobs should come first.
 *
 * @template Job
 * @param {readonly Job[]} jobs
 * @param {number} lanes how many jobs run at the same time
 * @param {(job: Job) => Promise<void>} work
 */
export async function inLanes(jobs, lanes, work) {
  const queue = [...jobs];
  const lane = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await work(job);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

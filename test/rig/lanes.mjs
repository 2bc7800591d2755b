/**
 * Works through jobs in lanes, which run at the same time. Each lane does its own jobs first and then takes the next of the
 * others when it has finished one, so the longest of those should come first.
 *
 * @template Job
 * @param {readonly (readonly Job[])[]} lanes the jobs of each lane
 * @param {readonly Job[]} others
 * @param {(job: Job) => Promise<unknown>} work
 */
export async function inLanes(lanes, others, work) {
  const queue = [...others];
  await Promise.all(
    lanes.map(async (own) => {
      for (const job of own) await work(job);
      for (let job = queue.shift(); job !== undefined; job = queue.shift()) await work(job);
    }),
  );
}

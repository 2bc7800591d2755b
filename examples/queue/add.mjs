/**
 * Adds articles to the queue.
 *
 *   node add.mjs FILE…
 *
 * An article is known by its file and its text: one that is in the queue, or was narrated and has not changed since, is not added again. One that
 * failed is tried again.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Queue } from 'bullmq';
import { connection, options, QUEUE } from './settings.mjs';

const queue = new Queue(QUEUE, { connection });

for (const file of process.argv.slice(2)) {
  const input = path.resolve(file);
  const hash = createHash('sha256').update(JSON.stringify([input, options]));
  const jobId = hash.update(await readFile(input)).digest('hex');
  const settings = {
    jobId,
    // A voice in the cloud may be out of reach for a while.
    attempts: 5,
    backoff: { type: 'exponential', delay: 5_000 },
    removeOnComplete: { age: 7 * 24 * 3600 },
  };
  const before = await queue.getJob(jobId);
  if (await before?.isFailed()) await before?.retry();
  else await queue.add('narrate', { input }, settings);
  console.log(`${jobId.slice(0, 8)} ${file}`);
}
await queue.close();

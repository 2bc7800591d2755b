/**
 * Narrates articles from the queue, one at a time: start as many of these as the machines have cores. SIGTERM lets the article be finished first.
 *
 * A worker may be killed at any time. Its article goes to another one, which takes from the cache what was rendered; no file is ever half there.
 */
import { Worker } from 'bullmq';
import { connection, patience, QUEUE } from './settings.mjs';

const worker = new Worker(QUEUE, new URL('narrate-article.mjs', import.meta.url), {
  connection,
  useWorkerThreads: true,
  lockDuration: patience,
  stalledInterval: patience,
  // A machine that is switched off again and again is no reason to give an article up.
  maxStalledCount: 10,
});

// Another worker has the article now.
worker.on('lockRenewalFailed', (ids) => void ids.forEach((id) => worker.cancelJob(id)));
worker.on('active', ({ data }) => console.log(`… ${data.input}`));
worker.on('completed', ({ data }) => console.log(`✔ ${data.input}`));
worker.on('failed', (job, error) => console.log(`✖ ${job?.data.input}: ${error.message}`));
worker.on('error', (error) => console.error(error.message));
process.once('SIGTERM', () => void worker.close());

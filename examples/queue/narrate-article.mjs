/** What a worker does with an article. It runs in a thread of its own, since it keeps that busy: the worker can say meanwhile that it lives. */
import { narrate, parseOptions } from 'vorleser/narrate';
import { cache, options, out } from './settings.mjs';

/**
 * @param {import('bullmq').SandboxedJob<{ input: string }>} job
 * @param {string} _
 * @param {AbortSignal} signal ends it
 * @returns {Promise<object>} what was done: sentences, seconds of sound, how many were rendered and how many were in the cache
 */
export default async function narrateArticle(job, _, signal) {
  const article = parseOptions([
    job.data.input,
    '--out',
    out,
    '--cache',
    cache,
    '--jobs',
    '1',
    ...options,
  ]);
  if (!article) throw new Error('ARGS asks for help only');
  /** @type {Readonly<Record<string, unknown>>[]} */
  const events = [];
  let reported = 0;
  await narrate(
    article,
    {
      progress(_input, share) {
        // Not more often than people look.
        if (share - reported < 0.05) return;
        reported = share;
        void job.updateProgress(Math.floor(share * 100));
      },
      report: (event) => void events.push(event),
    },
    signal,
  );
  const failure = events.find(({ event }) => event === 'failed');
  if (failure) throw new Error(String(failure['message']));
  return events.find(({ event }) => event === 'recorded' || event === 'unchanged') ?? {};
}

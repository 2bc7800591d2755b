/** What the one who adds articles and the workers have to agree on. All of it comes from the environment. */
import path from 'node:path';

const {
  REDIS_URL = 'redis://localhost:6379',
  OUT = 'audio',
  CACHE = 'cache',
  ARGS = '',
} = process.env;

export const QUEUE = 'narrations';

export const connection = { url: REDIS_URL };

/** The folders of the recordings and of the rendered sentences: on a disk that all machines share. */
export const out = path.resolve(OUT);
export const cache = path.resolve(CACHE);

/** Further options of `vorleser narrate`, such as `--epub --engine azure`. */
export const options = ARGS.split(' ').filter(Boolean);

/**
 * How long a worker may be silent before its article goes to another one, in milliseconds. Workers that live say so twice in that time.
 */
export const patience = Number(process.env.PATIENCE ?? 30_000);

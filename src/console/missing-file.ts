import { reportMissing } from './load-module.js';

/** Why a file of the player did not load; null if it is there. Reports one that is missing. */
export async function whyNotLoaded(url: string): Promise<'missing' | 'network' | null> {
  try {
    if ((await fetch(url)).ok) return null;
  } catch {
    return 'network';
  }
  reportMissing(url);
  return 'missing';
}

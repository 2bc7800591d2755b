const reported = new Set<string>();

/**
 * Tells whoever integrates the player what is wrong with the page and how to mend it: one line on the console, once per page
 * and cause.
 */
export function report(message: string, ...details: unknown[]): void {
  if (reported.has(message)) return;
  reported.add(message);
  console.error(`vorleser: ${message}`, ...details);
}

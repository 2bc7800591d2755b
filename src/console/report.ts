const reported = new Set<string>();

/** Reports to the integrator what is wrong with the page and how to fix it: one line on the console, once per page and cause. */
export function report(message: string, ...details: unknown[]): void {
  once(message, () => console.error(`vorleser: ${message}`, ...details));
}

/** The same for something that may be intended. */
export function warn(message: string): void {
  once(message, () => console.warn(message));
}

function once(message: string, log: () => void): void {
  if (reported.has(message)) return;
  reported.add(message);
  log();
}

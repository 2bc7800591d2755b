/** Narrates articles from a program, as `vorleser narrate` does from the command line. For Node only. */
export { narrate } from './narrate.js';
export { type NarrateOptions, parseOptions } from './options.js';
export { JsonReporter, type Reporter } from './reporter.js';

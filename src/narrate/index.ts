/** Narrates articles from a program, as `vorleser narrate` does from the command line. For Node only. */
export type { Book } from './epub/book.js';
export { bookText, type BookText } from './epub/book-text.js';
export { createEpub } from './epub/epub.js';
export type { Picture } from './epub/picture.js';
export { readEpub, type ReadText } from './epub/read-epub.js';
export type { Channel } from './feed/feed.js';
export { writeFeed } from './feed/feed-folder.js';
export { narrate } from './narrate.js';
export { type NarrateOptions, parseOptions } from './options.js';
export { JsonReporter, type Reporter } from './reporter.js';

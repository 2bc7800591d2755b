/** Narrates articles from a program, as `vorleser narrate` does from the command line. For Node only. */
export type { Book } from './epub/book.js';
export { bookText, type BookText } from './epub/book-text.js';
export { createEpub } from './epub/epub.js';
export type { Picture } from './epub/picture.js';
export { readEpub, type ReadText } from './epub/read-epub.js';
export type { Channel } from './feed/feed.js';
export { writeFeed } from './feed/feed-folder.js';
export { formatCaptions } from '../recording/captions.js';
export { formatGuidedNavigation } from '../recording/guided-navigation.js';
export { parseRecording } from '../recording/parse-recording.js';
export type { Recording } from '../recording/recording.js';
export { formatSyncNarration } from '../recording/sync-narration.js';
export { formatWebVtt } from '../recording/webvtt.js';
export { narrate } from './narrate.js';
export { type NarrateOptions, parseOptions } from './options.js';
export { JsonReporter, type Reporter } from './reporter.js';

/** Writes feeds. */
export { generateRssFeed } from 'feedsmith';

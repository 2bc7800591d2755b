export { generateRssFeed } from 'feedsmith';

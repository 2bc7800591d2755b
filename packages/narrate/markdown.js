/** Parsers for Markdown and its front matter. */
export { marked } from 'marked';
export { parse } from 'yaml';

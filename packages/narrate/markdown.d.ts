export { marked } from 'marked';
export { parse } from 'yaml';

import { optionalPackage } from '../optional-package.js';

/** The values of an article's front matter, all as text. */
export type FrontMatter = Readonly<Record<string, string>>;

/** An article that was written in Markdown, as a page. */
export interface MarkdownPage {
  readonly html: string;
  readonly frontMatter: FrontMatter;
}

/**
 * Makes a page of an article in Markdown, with or without YAML front matter. The title of the front matter is its headline, and its lead
 * follows, as on the page that `vorleser-article` renders.
 */
export async function markdownPage(file: string): Promise<MarkdownPage> {
  const { marked, parse } = await optionalPackage(() => import('vorleser-narrate/markdown.js'));
  const [, yaml = '', markdown = file] =
    /^\uFEFF?---\r?\n(.*?)\r?\n---(?:\r?\n(.*))?$/s.exec(file) ?? [];
  const frontMatter = textsOf(parse(yaml, { schema: 'failsafe' }) as unknown);
  const { title = '', lead = '', lang = '' } = frontMatter;
  const header = (title && `<h1>${escape(title)}</h1>`) + (lead && `<p>${escape(lead)}</p>`);
  const body = marked.parse(markdown, { async: false, gfm: true });
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>${escape(title)}</title></head><body><article${lang && ` lang="${escape(lang)}"`}>${header && `<header>${header}</header>`}${body}</article></body></html>`;
  return { html, frontMatter };
}

function textsOf(yaml: unknown): FrontMatter {
  if (typeof yaml !== 'object' || yaml === null) return {};
  const texts = Object.entries(yaml).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value).trim()]));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

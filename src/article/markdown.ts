import { html, type TemplateResult } from 'lit';
import { marked, type Token, type Tokens } from 'marked';
import { parse } from 'yaml';
import type { Article } from './article.js';

/**
 * Parses an article in Markdown with YAML front matter.
 *
 * @throws an Error that says what is missing or not supported
 */
export function parseArticle(file: string): Article {
  const [, frontMatter, markdown] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
  if (frontMatter === undefined || markdown === undefined)
    throw new Error('The article has no front matter');
  const fields = parse(frontMatter, { schema: 'failsafe' }) as Record<string, string>;
  const lead = fields['lead']?.trim();
  return {
    title: required(fields, 'title'),
    titleSupplied: fields['title-supplied'] === 'true',
    ...(lead && { lead }),
    lang: required(fields, 'lang'),
    date: required(fields, 'date'),
    credit: required(fields, 'credit'),
    source: required(fields, 'source'),
    body: inParts(blocks(marked.lexer(markdown))),
  };
}

function required(fields: Record<string, string>, name: string): string {
  const value = fields[name]?.trim();
  if (!value) throw new Error(`The article's front matter has no ${name}`);
  return value;
}

/** The largest number of paragraphs and other blocks in a part of a long article. */
const PART = 100;

/**
 * Splits a long article into parts, each of which is a layer of its own by the page's style. When a sentence is highlighted,
 * Chromium computes the extent of all text in its layer again: 16 ms among 100,000 sentences, 1 ms in parts.
 */
function inParts(all: TemplateResult[]): TemplateResult[] {
  if (all.length <= PART) return all;
  const starts = Array.from({ length: Math.ceil(all.length / PART) }, (_, part) => part * PART);
  return starts.map((start) => html`<div class="part">${all.slice(start, start + PART)}</div>`);
}

function blocks(tokens: readonly Token[]): TemplateResult[] {
  return tokens.filter(({ type }) => type !== 'space').map(block);
}

function block(token: Token): TemplateResult {
  const { tokens = [] } = token as Tokens.Generic;
  switch (token.type) {
    case 'heading':
      return heading(token as Tokens.Heading);
    case 'paragraph':
      return html`<p>${inline(tokens)}</p>`;
    case 'text':
      return html`${inline(tokens)}`;
    case 'blockquote':
      return html`<blockquote>${blocks(tokens)}</blockquote>`;
    case 'list':
      return list(token as Tokens.List);
    default:
      throw new Error(`Markdown's ${token.type} is not supported in an article`);
  }
}

function heading({ depth, tokens }: Tokens.Heading): TemplateResult {
  const text = inline(tokens);
  if (depth === 2) return html`<h2>${text}</h2>`;
  if (depth === 3) return html`<h3>${text}</h3>`;
  throw new Error(`A heading of an article has level 2 or 3, not ${depth}`);
}

function list({ ordered, items }: Tokens.List): TemplateResult {
  const content = items.map(({ tokens }) => html`<li>${blocks(tokens)}</li>`);
  return ordered
    ? html`<ol>
        ${content}
      </ol>`
    : html`<ul>
        ${content}
      </ul>`;
}

function inline(tokens: readonly Token[]): (TemplateResult | string)[] {
  return tokens.map((token) => {
    const { tokens = [] } = token as Tokens.Generic;
    switch (token.type) {
      case 'text':
      case 'escape':
        return (token as Tokens.Text).text;
      case 'em':
        return html`<em>${inline(tokens)}</em>`;
      case 'strong':
        return html`<strong>${inline(tokens)}</strong>`;
      case 'br':
        return html`<br />`;
      case 'link':
        return html`<a href=${httpUrl((token as Tokens.Link).href)}>${inline(tokens)}</a>`;
      default:
        throw new Error(`Markdown's ${token.type} is not supported in an article`);
    }
  });
}

function httpUrl(href: string): string {
  if (!/^https?:/.test(new URL(href, 'https://relative.invalid').href))
    throw new Error(`${href} is no web address`);
  return href;
}

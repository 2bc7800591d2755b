/** Renders the Markdown of a page as HTML. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked } from 'marked';
import { escapeHtml } from './html.mjs';
import { examplesOf, plainText } from './source.mjs';

const ROOT = path.join(import.meta.dirname, '..');

/** A comment, by its first word. */
const COMMENT = /^\s*<!--\s*([\w/-]+)(.*?)-->\s*$/s;

/**
 * What a page's rendering needs of the site.
 *
 * @typedef {object} Surroundings
 * @property {(link: string) => string | null} linkTo where a link of the page leads on the site; null if the site has no such page
 * @property {(file: string) => string} pictureAt the address of a picture, by its path in the repository
 * @property {(example: import('./source.mjs').Section) => string} frameOf the frame that shows an example at work
 * @property {Record<string, string>} widgets HTML for comments such as `<!-- playground -->`
 * @property {Record<string, string>} texts
 */

/**
 * @param {import('./source.mjs').Page} page
 * @param {Surroundings} surroundings
 */
export function renderPage(page, surroundings) {
  const { file, headings, tokens } = page;
  const frames = framesAfter(page, surroundings);
  const { linkTo, pictureAt, widgets } = surroundings;
  let title = '';
  const marked = new Marked();
  marked.use({
    renderer: {
      heading(token) {
        const heading = headings.find((each) => each.token === token);
        if (!heading) throw new Error(`${file}: a heading within another block`);
        title = heading.text;
        const { depth, anchor } = heading;
        return `<h${depth} id="${anchor}" tabindex="-1">${this.parser.parseInline(token.tokens)}</h${depth}>\n`;
      },
      code(token) {
        const { lang, text } = token;
        const code = `<pre><code${lang ? ` class="language-${lang}"` : ''}>${escapeHtml(text)}</code></pre>\n`;
        return code + (frames.get(token) ?? '');
      },
      html({ raw }) {
        const [, name = '', rest] = COMMENT.exec(raw) ?? [];
        if (rest === undefined) throw new Error(`${file}: HTML in Markdown: ${raw}`);
        return widgets[name] ?? '';
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const address = linkTo(href);
        return address ? `<a href="${escapeHtml(address)}">${text}</a>` : text;
      },
      image({ href, text }) {
        const picture = path.posix.join(path.posix.dirname(file), href);
        const { width, height } = sizeOf(picture);
        const size = `width="${width}" height="${height}"`;
        return `<img src="${pictureAt(picture)}" alt="${escapeHtml(text)}" ${size} loading="lazy">`;
      },
      table(token) {
        return renderTable(token, `${surroundings.texts.table} ${title}`, (tokens) =>
          this.parser.parseInline(tokens),
        );
      },
    },
  });
  return marked.parser(withoutFallbacks(tokens));
}

/**
 * The tokens without what stands between `<!-- playground -->` and `<!-- /playground -->`, for readers of the Markdown: the site has
 * the playground there.
 */
function withoutFallbacks(/** @type {import('marked').Token[]} */ tokens) {
  let within = '';
  return tokens.filter(({ raw }) => {
    const [, name = ''] = COMMENT.exec(raw) ?? [];
    const ends = within !== '' && name === `/${within}`;
    const isLeftOut = within !== '' && !ends;
    if (tokens.some((each) => COMMENT.exec(each.raw)?.[1] === `/${name}`) && name) within = name;
    if (ends) within = '';
    return !isLeftOut;
  });
}

/** The frames of the examples that are shown at work, by the block after which each stands. */
function framesAfter(
  /** @type {import('./source.mjs').Page} */ { sections },
  /** @type {Surroundings} */ { frameOf },
) {
  /** @type {Map<unknown, string>} */
  const frames = new Map();
  for (const example of sections.flatMap(examplesOf))
    if (isLive(example)) frames.set(example.fences.at(-1)?.token, frameOf(example));
  return frames;
}

/** Whether the site shows an example at work. */
export function isLive(/** @type {import('./source.mjs').Section} */ { fences }) {
  return fences.some(({ live }) => live);
}

/**
 * A table that narrow screens show as a list of rows: each cell then has its column's head before it. The roles keep it a table for
 * screen readers, whatever its style is. The first cell of a row is its head.
 *
 * @param {import('marked').Tokens.Table} token
 * @param {string} label
 * @param {(tokens: import('marked').Token[]) => string} inline
 */
function renderTable({ header, rows }, label, inline) {
  const heads = header.map(({ text }) => escapeHtml(plainText(text)));
  const head = header.map(({ text, tokens }) =>
    text ? `<th role="columnheader" scope="col">${inline(tokens)}</th>` : '<td role="cell"></td>',
  );
  const body = rows.map((row) => {
    const cells = row.map(({ text, tokens }, column) => {
      const data = heads[column] && text ? ` data-head="${heads[column]}"` : '';
      return column === 0 && text
        ? `<th role="rowheader" scope="row"${data}>${inline(tokens)}</th>`
        : `<td role="cell"${data}>${inline(tokens)}</td>`;
    });
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  return `<table role="table" aria-label="${escapeHtml(label)}">
<thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody>
</table>
`;
}

/** The size of a PNG in pixels, so that nothing moves when it arrives. */
function sizeOf(/** @type {string} */ picture) {
  const bytes = readFileSync(path.join(ROOT, picture));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

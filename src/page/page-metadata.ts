import { plainText } from './plain-text.js';

/** What a page says about itself in its head, in JSON-LD (schema.org) and Open Graph. */
export interface PageMetadata {
  /** Titles of the page, as `plainText`; some have the name of the site as well. */
  readonly titles: readonly string[];
  /** The text of the article, as `plainText`; empty where the page does not have it there. */
  readonly articleBody: string;
  /** Who wrote the article, as `plainText`. */
  readonly authors: readonly string[];
  /** Whether the page says that it is one article, or one video. */
  readonly isArticle: boolean;
}

/** Types of schema.org that are read as one text: https://schema.org/Article with all of its kinds, and the like. */
const ARTICLES = /(?:Article|Posting|Report|Review|Recipe|VideoObject)$/;

const JSON_LD = 'application/ld+json';

/** What marks a page or a part of it as one article. */
const MARKS =
  'meta[property="og:type"][content="article" i], meta[property="og:type"][content^="video" i], [itemprop~="articleBody"]';

/** Reads what a page says about itself. Most of it is wrong on some pages, so it can only confirm what the text shows. */
export function metadataOf(page: Document): PageMetadata {
  const nodes = [...page.scripts].filter(({ type }) => type === JSON_LD).flatMap(nodesIn);
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLES.test(type)));
  const metas = metasOf(page);
  const openGraph = metas.find((meta) => meta.getAttribute('property') === 'og:title')?.content;
  const [article] = articles;
  return {
    titles: [article?.['headline'], openGraph, page.title].map(plainText).filter(Boolean),
    articleBody: plainText(article?.['articleBody']),
    authors: [...namesIn(article?.['author']), ...authorsIn(metas)].map(plainText).filter(Boolean),
    // Looked for when it is asked, which is seldom: the whole page may have to be searched.
    get isArticle() {
      return articles.length === 1 || page.querySelector(MARKS) !== null;
    },
  };
}

/** The names of persons or organizations: one or several, by their name alone or as nodes. */
function namesIn(authors: unknown): unknown[] {
  return [authors].flat().map((author) => (isNode(author) ? author['name'] : author));
}

/** The `meta` elements of the head. Where an error in the head has ended it early, they stand in the body. */
function metasOf({ head, body }: Document): HTMLMetaElement[] {
  return [...head.children, ...body.children].filter(
    (element): element is HTMLMetaElement => element.localName === 'meta',
  );
}

function authorsIn(metas: readonly HTMLMetaElement[]): string[] {
  return metas.flatMap(({ name, content }) =>
    name.toLowerCase() === 'author' ? content.split(/[,;]/) : [],
  );
}

type Node = Readonly<Record<string, unknown>>;

/** The nodes of a script with JSON-LD at its top level, and of its graph; none if it is not valid. */
function nodesIn({ textContent }: Element): Node[] {
  try {
    const content: unknown = JSON.parse(textContent);
    return [content].flat().flatMap((node) => (isNode(node) ? [node, ...graphOf(node)] : []));
  } catch {
    return [];
  }
}

function graphOf(node: Node): Node[] {
  return [node['@graph']].flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function typesOf(node: Node): string[] {
  return [node['@type']].flat().filter((type) => typeof type === 'string');
}

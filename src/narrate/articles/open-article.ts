import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { articleLanguage } from '../../narration/article-language.js';
import { createNarration, type Narration } from '../../narration/index.js';
import { oneLine } from '../../narration/one-line.js';
import { furnitureIn } from '../../page/furniture.js';
import { mainTextOf } from '../../page/main-text.js';
import { Failure } from '../failure.js';
import { type Cover, coverOf } from '../tags/tags.js';
import { openDocument } from './open-document.js';
import type { Page, Source } from './sources.js';

/** Which part of a page is the article, and what of it is left out. */
export interface Selection {
  /** A CSS selector; without one, the main text of the page is found as in the browser. */
  readonly root?: string;
  /** A CSS selector of what is left out. */
  readonly skip?: string;
}

/** What is known of an article. */
export interface ArticleDetails {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly publisher?: string;
  /** The day of publication, ISO 8601. */
  readonly date?: string;
  /** An address or a text. */
  readonly licence?: string;
  readonly cover?: Cover;
  /** The address of its page. */
  readonly url?: string;
}

/** An article that can be read. */
export interface OpenArticle {
  readonly details: ArticleDetails;
  readonly narration: Narration;
  /** The address of its page; that of its file where it has no other. */
  readonly address: string;
  /** Whether an element in it is no part of the article. */
  readonly leaveOut: (element: Element) => boolean;
  close(): Promise<void>;
}

/**
 * Opens an article: its sentences are those that the player reads on the page.
 *
 * @throws a Failure if there is no text
 */
export async function openArticle(
  source: Source,
  selection: Selection,
  signal: AbortSignal,
): Promise<OpenArticle> {
  const page = await source.read(signal);
  const opened = await openDocument(page.html, page.address);
  try {
    const { narration, leaveOut } = narrationOf(opened.document, {
      ...selection,
      root: selection.root ?? page.root,
    });
    const close = async () => {
      narration.dispose();
      await opened.close();
    };
    if (narration.at(0) === undefined) throw new Failure('there is no text to read in it');
    while (narration.at(narration.length));
    const details = await detailsOf(page, opened.document, narration);
    return { details, narration, address: page.address, leaveOut, close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function narrationOf(
  document: Document,
  { root: selector, skip = '' }: Selection,
): Pick<OpenArticle, 'narration' | 'leaveOut'> {
  const options = {
    language: articleLanguage,
    skip: ['vorleser-player', skip].filter(Boolean).join(),
  };
  if (selector) {
    const root = selected(document, selector);
    const leaveOut = furnitureIn(root);
    return { narration: createNarration(root, { ...options, leaveOut }), leaveOut };
  }
  const { root, leaveOut, isList } = mainTextOf(document);
  if (isList) throw new Failure('it is a list of articles: choose one with --root');
  if (!root) throw new Failure('there is no text to read in it');
  return { narration: createNarration(root, { ...options, leaveOut }), leaveOut };
}

function selected(document: Document, selector: string): Element {
  let root: Element | null;
  try {
    root = document.querySelector(selector);
  } catch (cause) {
    throw new Failure(`--root "${selector}" is not a valid selector`, { cause });
  }
  if (!root) throw new Failure(`nothing in it matches --root "${selector}"`);
  return root;
}

async function detailsOf(
  { frontMatter, address }: Page,
  document: Document,
  narration: Narration,
): Promise<ArticleDetails> {
  const meta = (name: string) =>
    document
      .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.getAttribute('content')
      ?.trim();
  const heading = narration.root.querySelector('h1')?.textContent ?? '';
  const title =
    frontMatter.title ?? (heading || meta('og:title') || document.title || narration.at(0)?.text);
  const licence =
    frontMatter.licence ??
    frontMatter.license ??
    document.querySelector('link[rel~="license"], a[rel~="license"]')?.getAttribute('href');
  const publisher = frontMatter.source ?? frontMatter.publisher ?? meta('og:site_name');
  const date = (frontMatter.date ?? meta('article:published_time'))?.slice(0, 10);
  const url =
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ??
    (address.startsWith('http') ? address : undefined);
  const cover = frontMatter.cover && (await readCover(frontMatter.cover, address));
  return {
    title: oneLine(title ?? ''),
    lang: narration.lang,
    ...(licence && { licence }),
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(url && { url }),
    ...(cover && { cover }),
  };
}

/**
 * Reads a picture.
 *
 * @param file relative to the article's
 * @throws a Failure if it is neither JPEG nor PNG
 */
export async function readCover(file: string, article = ''): Promise<Cover> {
  const folder = article.startsWith('file:') ? path.dirname(fileURLToPath(article)) : '';
  const cover = coverOf(await readFile(path.resolve(folder, file)));
  if (!cover) throw new Failure(`${file} is neither a JPEG nor a PNG picture`);
  return cover;
}

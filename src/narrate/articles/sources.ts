import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { Failure, UsageFailure } from '../failure.js';
import { decode, fetchPage } from './fetch-page.js';
import { filesOf } from './glob.js';
import { type FrontMatter, markdownPage } from './markdown.js';

/** What stands for standard input on the command line. */
export const STANDARD_INPUT = '-';

/** A page that has been read. */
export interface Page {
  readonly html: string;
  /** Its own address. */
  readonly address: string;
  /** What a Markdown file says about itself. */
  readonly frontMatter: FrontMatter;
  /** A selector of the article, where that is known. */
  readonly root?: string;
}

/** Where an article comes from. */
export interface Source {
  /** What its files are called, without extension. */
  readonly name: string;
  /** As on the command line. */
  readonly input: string;
  /** @throws a Failure, or the error of the file system */
  read(signal: AbortSignal): Promise<Page>;
}

/**
 * The sources that the command line names: Markdown and HTML files, patterns, addresses, standard input.
 *
 * @param allowed hosts that pages may be fetched from
 * @param stdinName what the article from standard input is called
 * @throws a UsageFailure if two articles would have the same name
 */
export function sourcesOf(
  inputs: readonly string[],
  allowed: readonly string[],
  stdinName: string,
): Source[] {
  const sources = inputs.flatMap((input) => {
    if (input === STANDARD_INPUT) return [standardInput(stdinName)];
    if (/^https?:\/\//i.test(input)) return [addressed(input, allowed)];
    return filesOf(input).map(file);
  });
  const names = new Map<string, string>();
  for (const { name, input } of sources) {
    const other = names.get(name);
    if (other !== undefined)
      throw new UsageFailure(
        `${other} and ${input} would both be called ${name}: narrate them into different folders`,
      );
    names.set(name, input);
  }
  return sources;
}

function file(input: string): Source {
  return {
    name: path.basename(input).replace(/\.[^.]+$/, ''),
    input,
    read: async () =>
      pageOf(
        decode(await readFile(input)),
        pathToFileURL(input).href,
        /\.(?:md|markdown)$/i.test(input),
      ),
  };
}

function standardInput(name: string): Source {
  const read = async () => {
    const content = await text(process.stdin);
    return pageOf(content, 'about:blank', !/^\s*<[!a-z]/i.test(content));
  };
  return { name, input: STANDARD_INPUT, read };
}

function addressed(input: string, allowed: readonly string[]): Source {
  const { pathname, host } = new URL(input);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? host;
  return {
    name:
      decodeURIComponent(last)
        .replace(/\.[^.]+$/, '')
        .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || host,
    input,
    read: async (signal) => ({ ...(await fetchPage(input, allowed, signal)), frontMatter: {} }),
  };
}

async function pageOf(content: string, address: string, isMarkdown: boolean): Promise<Page> {
  if (content.trim() === '') throw new Failure('it is empty');
  if (isMarkdown) return { ...(await markdownPage(content)), address, root: 'body > article' };
  return { html: content, address, frontMatter: {} };
}

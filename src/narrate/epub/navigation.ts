import type { Cue } from '../../narration/cue.js';
import { attributes, escapeXml } from './xml.js';

/** A heading of an article. */
export interface Heading {
  /** The index of its first sentence. */
  readonly index: number;
  /** From 1 to 6. */
  readonly level: number;
  readonly text: string;
}

/** The headings of an article, from its cues. */
export function headingsOf(cues: readonly Cue[]): Heading[] {
  const headings: Heading[] = [];
  let before: Cue | undefined;
  for (const cue of cues) {
    const last = headings.at(-1);
    if (cue.heading && before?.sharesBlockWith(cue) && last)
      headings[headings.length - 1] = { ...last, text: `${last.text} ${cue.text}` };
    else if (cue.heading)
      headings.push({ index: cue.index, level: levelOf(cue.block), text: cue.text });
    before = cue;
  }
  return headings;
}

function levelOf(heading: Element): number {
  const level = /^h([1-6])$/.exec(heading.localName)?.[1] ?? heading.getAttribute('aria-level');
  return Math.min(6, Math.max(1, Number(level) || 2));
}

/** An entry of a table of contents. */
interface Entry {
  readonly href: string;
  readonly text: string;
  readonly level: number;
  readonly within: Entry[];
}

/**
 * Writes the navigation document: the headings as a table of contents, and where the text begins.
 *
 * @param page the address of the text
 * @param ids the ids of the sentences by their index
 * @see https://www.w3.org/TR/epub-33/#sec-nav
 */
export function formatNavigation(
  headings: readonly Heading[],
  {
    title,
    lang,
    page,
    ids,
  }: {
    title: string;
    lang: string;
    page: string;
    ids: ReadonlyMap<number, string>;
  },
): string {
  const top: Entry = { href: page, text: title, level: 0, within: [] };
  const path = [top];
  for (const { index, level, text } of headings) {
    const id = ids.get(index);
    if (!id) continue;
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    const entry = { href: `${page}#${id}`, text, level, within: [] };
    path.at(-1)?.within.push(entry);
    path.push(entry);
  }
  const name = escapeXml(title);
  const entries = top.within.length > 0 ? top.within : [top];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html${attributes({ xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang, 'xml:lang': lang })}>
<head><title>${name}</title></head>
<body>
<nav epub:type="toc" role="doc-toc" aria-labelledby="toc">
<h1 id="toc">${name}</h1>
${list(entries)}
</nav>
<nav epub:type="landmarks" hidden="hidden">
<ol><li><a epub:type="bodymatter" href="${page}">${name}</a></li></ol>
</nav>
</body>
</html>
`;
}

function list(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ href, text, within }) =>
      `<li><a href="${href}">${escapeXml(text)}</a>${within.length > 0 ? list(within) : ''}</li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}

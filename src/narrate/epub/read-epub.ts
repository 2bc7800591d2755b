import type { Recording } from '../../recording/recording.js';
import { sentencesOf, type Clip } from '../../recording/clips.js';
import { unzip } from '../zip.js';
import { parseOverlay } from './media-overlay.js';

/** What an EPUB has of one text with a media overlay. */
export interface ReadText {
  /** The name of the document in the archive. */
  readonly name: string;
  readonly document: Document;
  readonly recording: Recording;
  /** The audio file. */
  readonly audio: { readonly name: string; readonly type: string; readonly content: Uint8Array };
}

/**
 * Reads the texts of an EPUB that have a media overlay, in reading order, with their recordings: those of `createEpub`, and books of
 * others whose overlays have a pair for each sentence. A recording is of one audio file; where an overlay has several, it is
 * that of the first.
 *
 * @param parse parses XML, as `DOMParser` does
 * @throws a SyntaxError if the bytes are not an EPUB
 */
export function readEpub(
  bytes: Uint8Array,
  parse: (xml: string, type: 'application/xml' | 'application/xhtml+xml') => Document,
): ReadText[] {
  const book = new Archive(bytes, parse);
  const root = book.xml('META-INF/container.xml').getElementsByTagName('rootfile')[0];
  const opf = root?.getAttribute('full-path');
  if (!opf) throw new SyntaxError('The EPUB names no package document');
  const document = book.xml(opf);
  const items = new Map(elements(document, 'item').map((item) => [item.getAttribute('id'), item]));
  return elements(document, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const overlay = items.get(item?.getAttribute('media-overlay') ?? null);
    if (!item || !overlay) return [];
    const [name, smil] = [item, overlay].map((each) => resolve(opf, href(each))) as [
      string,
      string,
    ];
    const text = book.xml(name, 'application/xhtml+xml');
    const clips = parseOverlay(book.xml(smil))
      .map((pair) => ({
        ...pair,
        text: resolve(smil, pair.text),
        audio: resolve(smil, pair.audio),
      }))
      .filter((pair) => pair.text.startsWith(`${name}#`))
      .map((pair) => clipOf(pair, text));
    const audio = clips[0]?.audio.file;
    if (!audio) return [];
    return {
      name,
      document: text,
      recording: { ...detailsOf(document), sentences: sentencesOf(clips) },
      audio: {
        name: audio,
        type: typeOf([...items.values()].find((each) => resolve(opf, href(each)) === audio)),
        content: book.file(audio),
      },
    };
  });
}

class Archive {
  readonly #read: (name: string) => Uint8Array | undefined;
  readonly #parse: Parameters<typeof readEpub>[1];

  constructor(bytes: Uint8Array, parse: Parameters<typeof readEpub>[1]) {
    this.#read = unzip(bytes);
    this.#parse = parse;
  }

  file(name: string): Uint8Array {
    const content = this.#read(name);
    if (!content) throw new SyntaxError(`The EPUB has no ${name}`);
    return content;
  }

  xml(name: string, type: 'application/xml' | 'application/xhtml+xml' = 'application/xml') {
    return this.#parse(new TextDecoder().decode(this.file(name)), type);
  }
}

function clipOf(
  { text, audio, start, end }: { text: string; audio: string; start: number; end: number },
  document: Document,
): Clip {
  const element = document.getElementById(decodeURIComponent(text.split('#')[1] ?? ''));
  const own = element?.getAttribute('lang') ?? element?.getAttribute('xml:lang') ?? undefined;
  return {
    audio: { file: audio, start, end },
    text: element ? textOf(element) : undefined,
    lang: own,
  };
}

/** The text of an element as it is read: with the descriptions of pictures, without the numbers of notes. */
function textOf(node: Node): string {
  if (node.nodeType === 3) return (node as Text).data;
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (/^r[tp]$/.test(element.localName) || isMark(element)) return '';
  if (element.localName === 'img') return element.getAttribute('alt') ?? '';
  return [...element.childNodes].map(textOf).join('');
}

function isMark(element: Element): boolean {
  return /\b(?:noteref|pagebreak)\b/.test(element.getAttribute('epub:type') ?? '');
}

function detailsOf(document: Document): Omit<Recording, 'sentences'> {
  const first = (name: string) => elements(document, name)[0]?.textContent?.trim();
  const narrator = elements(document, 'meta').find(
    (meta) => meta.getAttribute('property') === 'media:narrator',
  );
  const details = {
    title: first('dc:title'),
    lang: first('dc:language'),
    readBy: narrator?.textContent?.trim(),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value));
}

function elements(document: Document, name: string): Element[] {
  return [...document.getElementsByTagName(name)];
}

function href(item: Element): string {
  return item.getAttribute('href') ?? '';
}

function typeOf(item: Element | undefined): string {
  return item?.getAttribute('media-type') ?? '';
}

/** The name in the archive of an address as it is written in a file. */
function resolve(from: string, address: string): string {
  const { pathname, hash } = new URL(address, `epub:/${from}`);
  return decodeURIComponent(pathname.slice(1)) + hash;
}

import { URL_NAMESPACE, uuid } from '../uuid.js';
import { zip, type ZipEntry } from '../zip.js';
import type { Book } from './book.js';
import { formatOverlay, overlayClips, overlayDuration, unchanged } from './media-overlay.js';
import { formatNavigation } from './navigation.js';
import { ACTIVE_CLASS, formatPackage, type Item } from './package-document.js';
import { type Picture, pictureName } from './picture.js';
import { titlePage } from './title-page.js';
import { attributes, escapeXml } from './xml.js';

const ENDINGS = { 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a' } as const;

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const STYLE = `body { line-height: 1.5; }
img { max-width: 100%; }
figure { margin: 1em 0; }
.picture { font-style: italic; }
.${ACTIVE_CLASS} { background-color: #ffe27a; color: #1a1a1a; }
@media (prefers-color-scheme: dark) { .${ACTIVE_CLASS} { background-color: #6b5200; color: #ffffff; } }
`;

/**
 * Writes an article and its recording as an EPUB 3 with Media Overlays, piece by piece: a reader plays the recording and marks the
 * sentence that is heard. Sentences that have changed since they were recorded are there to be read only.
 *
 * @throws an Error if the recording has no sentence of the article
 * @see https://www.w3.org/TR/epub-33/
 */
export async function createEpub(book: Book): Promise<Iterable<Uint8Array>> {
  const { text, recording, audioType = 'audio/mpeg' } = book;
  const lang = book.lang ?? recording.lang ?? 'de';
  const title = book.title ?? recording.title ?? text.headings[0]?.text ?? 'Vorleser';
  const sentences = unchanged(recording.sentences, (index) => text.sentences.get(index));
  const clips = overlayClips(sentences, text.ids);
  if (clips.length === 0) throw new Error('The recording has no sentence of this article');
  const audio = `audio.${ENDINGS[audioType]}`;
  const cover = book.cover && pictureName('cover', book.cover);
  const details = {
    id: book.id ?? book.source ?? (await identifier(title, text.xhtml)),
    title,
    lang,
    duration: overlayDuration(clips),
    items: itemsOf(book, audio, cover),
    hasPictures: text.pictures.size > 0,
    isDescribed: text.isDescribed,
  };
  return zip([
    entry('mimetype', 'application/epub+zip', true),
    entry('META-INF/container.xml', CONTAINER),
    entry('EPUB/package.opf', formatPackage(book, details)),
    entry(
      'EPUB/nav.xhtml',
      formatNavigation(text.headings, { ...details, page: 'article.xhtml', ids: text.ids }),
    ),
    entry('EPUB/title.xhtml', page(title, lang, titlePage(book, { ...details, cover }))),
    entry('EPUB/article.xhtml', page(title, lang, text.xhtml)),
    entry('EPUB/article.smil', formatOverlay(clips, 'article.xhtml', audio)),
    entry('EPUB/style.css', STYLE),
    { name: `EPUB/${audio}`, content: book.audio, stored: true },
    ...[...text.pictures].map(([name, picture]) => pictureEntry(name, picture)),
    ...(cover && book.cover ? [pictureEntry(cover, book.cover)] : []),
  ]);
}

/** The files that the package document names. */
function itemsOf(
  { text, audioType = 'audio/mpeg', cover: picture }: Book,
  audio: string,
  cover: string | undefined,
): Item[] {
  const page = 'application/xhtml+xml';
  const properties = text.hasMath ? 'mathml' : undefined;
  return [
    { id: 'nav', href: 'nav.xhtml', type: page, properties: 'nav' },
    { id: 'title', href: 'title.xhtml', type: page },
    { id: 'text', href: 'article.xhtml', type: page, overlay: 'overlay', properties },
    { id: 'overlay', href: 'article.smil', type: 'application/smil+xml' },
    { id: 'audio', href: audio, type: audioType },
    { id: 'style', href: 'style.css', type: 'text/css' },
    ...[...text.pictures].map(([href, { type }]) => ({ id: href, href, type })),
    ...(cover && picture
      ? [{ id: 'cover', href: cover, type: picture.type, properties: 'cover-image' }]
      : []),
  ];
}

function page(title: string, lang: string, xhtml: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html${attributes({ xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang, 'xml:lang': lang })}>
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${xhtml}</body>
</html>
`;
}

/** An identifier that is the same for the same text. */
async function identifier(title: string, text: string): Promise<string> {
  return `urn:uuid:${await uuid(URL_NAMESPACE, `${title}\n${text}`)}`;
}

function pictureEntry(name: string, { content }: Picture): ZipEntry {
  return { name: `EPUB/${name}`, content, stored: true };
}

function entry(name: string, content: string, stored = false): ZipEntry {
  return { name, content: new TextEncoder().encode(content), stored };
}

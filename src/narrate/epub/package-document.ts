import type { Book } from './book.js';
import { wordsIn } from './words.js';
import { attributes, escapeXml } from './xml.js';

/** A file of a book, beside the package document. */
export interface Item {
  readonly id: string;
  /** Its address as seen from the package document. */
  readonly href: string;
  readonly type: string;
  readonly properties?: string;
  /** The id of its media overlay. */
  readonly overlay?: string;
}

/** What the package document says beside what the book has itself. */
export interface PackageDetails {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** The length of the sound, as a clock value. */
  readonly duration: string;
  readonly items: readonly Item[];
  readonly hasPictures: boolean;
  /** Whether every picture in the text has an alternative text. */
  readonly isDescribed: boolean;
}

/** The class that a reader gives to the sentence that is heard. */
export const ACTIVE_CLASS = '-epub-media-overlay-active';

/**
 * Writes the package document: metadata, files and their order. The title page comes first also because foliate-js 1.0.1 marks no
 * sentence in the first document of a book.
 *
 * @see https://www.w3.org/TR/epub-33/#sec-package-doc
 */
export function formatPackage(book: Book, details: PackageDetails): string {
  const { items, id, lang } = details;
  const manifest = items.map(
    ({ id, href, type, properties, overlay }) =>
      `<item${attributes({ id, href, 'media-type': type, properties, 'media-overlay': overlay })}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package${attributes({
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': lang,
  })}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(id)}</dc:identifier>
${[...dublinCore(book, details), ...overlayMetadata(book, details), ...accessibility(details)].join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="text"/>
</spine>
</package>
`;
}

function dublinCore(book: Book, { title, lang }: PackageDetails): string[] {
  const isAddress = URL.canParse(book.licence ?? '');
  return [
    ...element('dc:title', title),
    ...element('dc:language', lang),
    ...element('dc:creator', book.author),
    ...element('dc:publisher', book.publisher),
    ...element('dc:date', book.date),
    ...element('dc:description', book.description),
    ...element('dc:source', book.source),
    ...element('dc:rights', book.licence),
    ...meta('dcterms:license', isAddress ? book.licence : undefined),
    ...meta('dcterms:modified', book.modified.toISOString().replace(/\.\d+Z$/, 'Z')),
  ];
}

function overlayMetadata({ recording }: Book, { duration }: PackageDetails): string[] {
  return [
    `<meta property="media:duration" refines="#overlay">${duration}</meta>`,
    ...meta('media:duration', duration),
    ...meta('media:narrator', recording.readBy),
    ...meta('media:active-class', ACTIVE_CLASS),
  ];
}

/** @see https://www.w3.org/TR/epub-a11y-11/#sec-disc-package */
function accessibility({ hasPictures, isDescribed, lang }: PackageDetails): string[] {
  const modes = hasPictures ? ['textual', 'auditory', 'visual'] : ['textual', 'auditory'];
  const features = ['synchronizedAudioText', 'tableOfContents', 'readingOrder'];
  if (hasPictures && isDescribed) features.push('alternativeText');
  const sufficient = hasPictures && !isDescribed ? 'textual,visual' : 'textual';
  return [
    ...modes.flatMap((mode) => meta('schema:accessMode', mode)),
    ...meta('schema:accessModeSufficient', sufficient),
    ...features.flatMap((feature) => meta('schema:accessibilityFeature', feature)),
    ...meta('schema:accessibilityHazard', 'none'),
    ...meta('schema:accessibilitySummary', wordsIn(lang).accessibility),
  ];
}

function element(name: string, value: string | undefined): string[] {
  return value ? [`<${name}>${escapeXml(value)}</${name}>`] : [];
}

function meta(property: string, value: string | undefined): string[] {
  return value ? [`<meta property="${property}">${escapeXml(value)}</meta>`] : [];
}

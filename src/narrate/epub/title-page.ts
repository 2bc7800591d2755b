import type { Book } from './book.js';
import { wordsIn } from './words.js';
import { attributes, escapeXml } from './xml.js';

/**
 * The title page, as XHTML for the `body`: what the book is, who wrote it and who reads it, and what one may do with it.
 *
 * @param cover the address of the cover
 */
export function titlePage(
  { author, publisher, date, recording, licence, source }: Book,
  { title, lang, cover }: { title: string; lang: string; cover?: string },
): string {
  const words = wordsIn(lang);
  const { reader, readBy } = recording;
  const lines = [
    author,
    [publisher, date].filter(Boolean).join(', '),
    readBy && `${reader === 'computer' ? words.computerVoice : words.readBy} ${readBy}`,
  ].filter((line) => line);
  return `<section epub:type="titlepage">
${cover ? `<p><img${attributes({ src: cover, alt: '' })}/></p>\n` : ''}<h1>${escapeXml(title)}</h1>
${[
  ...lines.map((line = '') => escapeXml(line)),
  ...linked(words.licence, licence),
  ...linked(words.source, source),
]
  .map((line) => `<p>${line}</p>\n`)
  .join('')}</section>
`;
}

function linked(label: string, value: string | undefined): string[] {
  if (!value) return [];
  const text = escapeXml(value);
  const isAddress = /^https?:/.test(value) && URL.canParse(value);
  return [`${label} ${isAddress ? `<a${attributes({ href: value })}>${text}</a>` : text}`];
}

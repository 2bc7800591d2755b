import type { Cover, Tags } from './tags.js';

const FRONT_COVER = 3;

/** A field of a comment header. */
export type Comment = readonly [name: string, value: string];

/**
 * The fields of the comment header of an Opus file.
 *
 * @see https://www.xiph.org/vorbis/doc/v-comment.html
 * @see https://wiki.xiph.org/Chapter_Extension
 */
export function vorbisComments({
  title,
  lang,
  reader,
  publisher,
  date,
  licence,
  cover,
  chapters,
}: Tags): Comment[] {
  return [
    ['TITLE', title],
    ['ARTIST', publisher ?? reader],
    ['PERFORMER', reader],
    ['LANGUAGE', lang],
    ...(date ? [['DATE', date] as const] : []),
    ...(licence ? [['LICENSE', licence] as const] : []),
    ...chapters.flatMap(({ title: name, start }, index): Comment[] => {
      const field = `CHAPTER${String(index + 1).padStart(3, '0')}`;
      return [
        [field, clock(start)],
        [`${field}NAME`, name],
      ];
    }),
    ...(cover ? [['METADATA_BLOCK_PICTURE', pictureBlock(cover)] as const] : []),
  ];
}

/** `HH:MM:SS.mmm` */
function clock(seconds: number): string {
  return new Date(Math.round(seconds * 1000))
    .toISOString()
    .replace(/^.*T(\d\d)/, () => String(Math.floor(seconds / 3600)).padStart(2, '0'))
    .replace('Z', '');
}

/** @see https://www.rfc-editor.org/rfc/rfc9639#name-picture */
function pictureBlock({ mime, bytes }: Cover): string {
  const fields = [FRONT_COVER, mime.length, mime, 0, 0, 0, 0, 0, bytes.length];
  const head = fields.map((field) => {
    if (typeof field === 'string') return Buffer.from(field, 'latin1');
    const number = Buffer.alloc(4);
    number.writeUInt32BE(field);
    return number;
  });
  return Buffer.concat([...head, bytes]).toString('base64');
}

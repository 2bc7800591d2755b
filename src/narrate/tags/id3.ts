import type { Chapter } from '../layout.js';
import { primaryLanguage } from '../../speech/language-tag.js';
import type { Cover, Tags } from './tags.js';

/** UTF-8. */
const ENCODING = Buffer.of(3);
const FRONT_COVER = 3;

/** A table of contents can name so many. */
const MAX_CHAPTERS = 255;

/** Languages have three letters here. @see https://www.loc.gov/standards/iso639-2/ */
const LANGUAGES: Readonly<Record<string, string>> = {
  de: 'deu',
  en: 'eng',
  fr: 'fra',
  it: 'ita',
  es: 'spa',
  pt: 'por',
  nl: 'nld',
  da: 'dan',
  sv: 'swe',
  nb: 'nob',
  no: 'nor',
  fi: 'fin',
  pl: 'pol',
  cs: 'ces',
  sk: 'slk',
  hu: 'hun',
  ro: 'ron',
  tr: 'tur',
  ru: 'rus',
  uk: 'ukr',
  el: 'ell',
  hr: 'hrv',
  sl: 'slv',
  rm: 'roh',
  lb: 'ltz',
  ar: 'ara',
  he: 'heb',
  fa: 'fas',
  zh: 'zho',
  ja: 'jpn',
  ko: 'kor',
  la: 'lat',
};

/**
 * The tag at the beginning of an MP3 file, ID3v2.4 with chapters.
 *
 * @see https://id3.org/id3v2.4.0-frames
 * @see https://id3.org/id3v2-chapters-1.0
 */
export function id3Of({
  title,
  lang,
  reader,
  publisher,
  date,
  licence,
  cover,
  chapters,
}: Tags): Buffer {
  const isAddress = licence !== undefined && URL.canParse(licence);
  const frames = [
    text('TIT2', title),
    text('TPE1', publisher ?? reader),
    text('TLAN', LANGUAGES[primaryLanguage(lang)] ?? 'und'),
    ...(date ? [text('TDRC', date)] : []),
    userText('reader', reader),
    ...(licence ? [isAddress ? frame('WCOP', latin1(licence)) : text('TCOP', licence)] : []),
    ...(cover ? [picture(cover)] : []),
    ...chapterFrames(chapters.slice(0, MAX_CHAPTERS)),
  ];
  const body = Buffer.concat(frames);
  return Buffer.concat([latin1('ID3'), Buffer.of(4, 0, 0), syncSafe(body.length), body]);
}

function chapterFrames(chapters: readonly Chapter[]): Buffer[] {
  if (chapters.length === 0) return [];
  const ids = chapters.map((_, index) => latin1(`chp${index}\0`));
  const contents = Buffer.concat([latin1('toc\0'), Buffer.of(0b11, chapters.length), ...ids]);
  const each = chapters.map(({ title, start, end }, index) => {
    const times = Buffer.alloc(16, 0xff);
    times.writeUInt32BE(Math.round(start * 1000), 0);
    times.writeUInt32BE(Math.round(end * 1000), 4);
    return frame('CHAP', Buffer.concat([ids[index] as Buffer, times, text('TIT2', title)]));
  });
  return [frame('CTOC', contents), ...each];
}

function text(id: string, value: string): Buffer {
  return frame(id, Buffer.concat([ENCODING, Buffer.from(value)]));
}

function userText(name: string, value: string): Buffer {
  return frame('TXXX', Buffer.concat([ENCODING, Buffer.from(`${name}\0${value}`)]));
}

function picture({ mime, bytes }: Cover): Buffer {
  const kind = Buffer.of(FRONT_COVER, 0);
  return frame('APIC', Buffer.concat([ENCODING, latin1(`${mime}\0`), kind, bytes]));
}

function frame(id: string, content: Buffer): Buffer {
  return Buffer.concat([latin1(id), syncSafe(content.length), Buffer.of(0, 0), content]);
}

/** A number in 4 bytes of 7 bits. */
function syncSafe(value: number): Buffer {
  return Buffer.of((value >> 21) & 0x7f, (value >> 14) & 0x7f, (value >> 7) & 0x7f, value & 0x7f);
}

function latin1(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}

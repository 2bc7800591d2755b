import type { PaletteName } from '../settings/schema.js';

/** The colours of a mark: of its text, its background, and the line below it. */
export interface Paint {
  readonly color: string;
  readonly background: string;
  readonly line: string;
}

export interface Palette {
  readonly sentence: Paint;
  readonly word: Paint;
}

const YELLOW = palette(
  ['#ffefb0', '#8a5a00', '#ffd24d', '#5c3b00'],
  ['#4a3d00', '#ffd54f', '#695400', '#ffe9a8'],
);

/**
 * The colours of the marks. Text has a contrast of at least 7:1 to its mark; the line has at least 3:1 to the mark and to a
 * light or dark page. `page` takes the page's custom properties, and yellow where there are none.
 */
export const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  page: { sentence: ofPage('sentence', YELLOW), word: ofPage('word', YELLOW) },
  yellow: YELLOW,
  blue: palette(
    ['#d6e8ff', '#1d5fae', '#9cc9ff', '#0b3d7a'],
    ['#153a66', '#7db8ff', '#1f5391', '#cfe5ff'],
  ),
  green: palette(
    ['#d3f2d3', '#2b6e2f', '#93dd96', '#17491b'],
    ['#17401b', '#79cf7e', '#205c26', '#cdf3cf'],
  ),
  pink: palette(
    ['#ffdcea', '#a8255f', '#ffabcb', '#741441'],
    ['#5a1a37', '#ff9cc3', '#7d264d', '#ffd9e8'],
  ),
};

/** In forced colours the sentence has the page's two colours swapped, and the word has them back. Text in `Highlight` has only 2.9:1 in Firefox. */
export const FORCED: Palette = {
  sentence: { color: 'Canvas', background: 'CanvasText', line: 'Canvas' },
  word: { color: 'CanvasText', background: 'Canvas', line: 'CanvasText' },
};

/** The background and line of the sentence, and of the word. */
type Tones = readonly [sentence: string, line: string, word: string, line: string];

function palette(light: Tones, dark: Tones): Palette {
  const tone = (index: number) => `light-dark(${light[index]}, ${dark[index]})`;
  return {
    sentence: { color: 'light-dark(#1a1a1a, #ffffff)', background: tone(0), line: tone(1) },
    word: { color: 'light-dark(#000000, #ffffff)', background: tone(2), line: tone(3) },
  };
}

function ofPage(mark: keyof Palette, otherwise: Palette): Paint {
  const { color, background, line } = otherwise[mark];
  return {
    color: `var(--vorleser-${mark}-color, ${color})`,
    background: `var(--vorleser-${mark}-background, ${background})`,
    line: `var(--vorleser-${mark}-line, ${line})`,
  };
}

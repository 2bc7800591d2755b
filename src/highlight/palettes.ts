/** How a mark looks: its text, what is behind that, and the line below it. */
export interface Paint {
  readonly color: string;
  readonly background: string;
  readonly line: string;
}

export interface Palette {
  readonly sentence: Paint;
  readonly word: Paint;
}

export type PaletteName = 'page' | 'yellow' | 'blue' | 'green' | 'pink';

const YELLOW = palette(
  ['#ffefb0', '#8a5a00', '#ffd24d', '#5c3b00'],
  ['#4a3d00', '#ffd54f', '#695400', '#ffe9a8'],
);

/**
 * The colours of the marks. Text on a mark has 7:1 or more, the line below it 3:1 or more to the mark and to a page of its
 * kind, dark on light or light on dark. Those of the page are set by custom properties, and yellow where it sets none.
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

/** Of forced colours: the page's two the other way round, and back again for the word. Text in Highlight has but 2.9:1 in Firefox. */
export const FORCED: Palette = {
  sentence: { color: 'Canvas', background: 'CanvasText', line: 'Canvas' },
  word: { color: 'CanvasText', background: 'Canvas', line: 'CanvasText' },
};

/** What is behind the sentence, the line below it, the same of the word: on a light page and on a dark one. */
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

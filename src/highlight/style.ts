import { type Paint, type PaletteName, PALETTES } from './palettes.js';

export const SENTENCE = 'vorleser-sentence';
export const WORD = 'vorleser-word';

/**
 * From how many paragraphs on a tree is long. Whenever a line is drawn below a mark or taken away, Chromium works out anew
 * how far all its text reaches, 1 ms for 1,000 paragraphs; letters are made heavier for nothing.
 */
const LONG = 10_000;

/** What tells a mark from the text around it where colours do not (WCAG 1.4.1), `weight` pixels thick. */
type Signal = (weight: number, color: string) => string;
const line: Signal = (weight, color) => `text-decoration: underline ${weight}px ${color};`;
const heavier: Signal = (weight) => `-webkit-text-stroke: ${weight / 100}em;`;

const FORCED: Paint = { color: 'HighlightText', background: 'Highlight', line: 'CanvasText' };

/**
 * How the marks look. In forced colours Firefox drops an author's colours whole and Chromium paints both marks alike, so both
 * take system colours, and the lines tell them apart from the page and from each other.
 */
const rules = (name: PaletteName, signal: Signal) => `
  ${paint(SENTENCE, PALETTES[name].sentence, signal, 2)}
  ${paint(WORD, PALETTES[name].word, signal, 4)}
  @media (forced-colors: active) {
    ${paint(SENTENCE, FORCED, signal, 2)}
    ${paint(WORD, FORCED, signal, 4)}
  }
  @media print {
    ::highlight(${SENTENCE}), ::highlight(${WORD}) {
      color: currentcolor;
      background-color: transparent;
      text-decoration: none;
      -webkit-text-stroke: 0;
    }
  }
`;

function paint(
  mark: string,
  { color, background, line }: Paint,
  signal: Signal,
  weight: number,
): string {
  return `::highlight(${mark}) {
    color: ${color};
    background-color: ${background};
    ${signal(weight, line)}
  }`;
}

const sheets = new Map<string, CSSStyleSheet>();
const users = new Map<DocumentOrShadowRoot, CSSStyleSheet[]>();

/**
 * Lets the marks be painted in a tree. The rules must stand in the tree of the text: Chromium paints across shadow
 * boundaries, Firefox does not.
 *
 * @returns takes the rules out again, once nobody needs them there
 */
export function adoptStyle(root: Document | ShadowRoot, palette: PaletteName): () => void {
  const sheet = sheetFor(root, palette);
  const used = users.get(root) ?? [];
  if (!used.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  users.set(root, [...used, sheet]);
  return () => {
    const left = [...(users.get(root) ?? [])];
    left.splice(left.indexOf(sheet), 1);
    users.set(root, left);
    if (left.length === 0) users.delete(root);
    if (!left.includes(sheet))
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

function sheetFor(root: ParentNode, palette: PaletteName): CSSStyleSheet {
  const long = root.querySelectorAll('p, li').length >= LONG;
  const name = `${palette} ${long}`;
  let sheet = sheets.get(name);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules(palette, long ? heavier : line));
    sheets.set(name, sheet);
  }
  return sheet;
}

import type { PaletteName } from '../settings/schema.js';
import type { Mark } from './painter.js';
import { FORCED, type Paint, PALETTES } from './palettes.js';

/** The names of the highlights, by which a page can style them. */
export const NAMES: Readonly<Record<Mark, string>> = {
  sentence: 'vorleser-sentence',
  word: 'vorleser-word',
};

/**
 * The rules of the marks. Text and background colours are set together, so that text stays at 7:1 or more on any page; the
 * line is the signal that does not depend on colour (WCAG 1.4.1). In forced colours, Firefox paints only system colours, and
 * Chromium paints both marks in Highlight with text and lines in HighlightText, whatever their rules are. There only the
 * word has a line, and a thin one, since a thick line would extend beyond the background.
 */
const rules = (name: PaletteName) => `
  ${paint('sentence', PALETTES[name].sentence, 'underline 2px')}
  ${paint('word', PALETTES[name].word, 'underline 4px')}
  @media (forced-colors: active) {
    ${paint('sentence', FORCED.sentence, 'none')}
    ${paint('word', FORCED.word, 'underline auto')}
  }
  @media print {
    ::highlight(${NAMES.sentence}), ::highlight(${NAMES.word}) {
      color: currentcolor;
      background-color: transparent;
      text-decoration: none;
    }
  }
`;

function paint(mark: Mark, { color, background, line }: Paint, kind: string): string {
  return `::highlight(${NAMES[mark]}) {
    color: ${color};
    background-color: ${background};
    text-decoration: ${kind} ${line};
  }`;
}

const sheets = new Map<PaletteName, CSSStyleSheet>();
const users = new Map<DocumentOrShadowRoot, CSSStyleSheet[]>();

/**
 * Adds the rules to a tree. They must be in the tree of the text: Chromium paints across shadow boundaries, Firefox does
 * not.
 *
 * @returns a function that removes the rules, unless another highlighter still needs them in that tree
 */
export function adoptStyle(root: DocumentOrShadowRoot, palette: PaletteName): () => void {
  const sheet = sheetOf(palette);
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

function sheetOf(palette: PaletteName): CSSStyleSheet {
  let sheet = sheets.get(palette);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules(palette));
    sheets.set(palette, sheet);
  }
  return sheet;
}

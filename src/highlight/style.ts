export const SENTENCE = 'vorleser-sentence';
export const WORD = 'vorleser-word';

/**
 * From how many paragraphs on a tree is long. Whenever a line is drawn below a mark or taken away, Chromium works out anew
 * how far all its text reaches, 1 ms for 1,000 paragraphs; letters are made heavier for nothing.
 */
const LONG = 1000;

type Signal = (weight: number, color: string) => string;
const line: Signal = (weight, color) => `text-decoration: underline ${weight}px ${color};`;
const heavier: Signal = (weight) => `-webkit-text-stroke: ${weight / 100}em;`;

/**
 * How the marks look. Colours come in pairs, so that text stays at 7:1 or more on any page; the line below, or the weight
 * of the letters, is the signal that does not rest on colour (WCAG 1.4.1). In forced colours Firefox drops an author's
 * colours whole and Chromium paints both marks alike, so both take system colours, and the lines tell them apart from the
 * page and from each other.
 */
const css = (signal: Signal) => `
  ::highlight(${SENTENCE}) {
    color: var(--vorleser-sentence-color, light-dark(#1a1a1a, #ffffff));
    background-color: var(--vorleser-sentence-background, light-dark(#ffefb0, #4a3d00));
    ${signal(2, 'var(--vorleser-sentence-line, light-dark(#8a5a00, #ffd54f))')}
  }
  ::highlight(${WORD}) {
    color: var(--vorleser-word-color, light-dark(#000000, #ffffff));
    background-color: var(--vorleser-word-background, light-dark(#ffd24d, #7a6200));
    ${signal(4, 'var(--vorleser-word-line, light-dark(#5c3b00, #ffe9a8))')}
  }
  @media (forced-colors: active) {
    ::highlight(${SENTENCE}) {
      color: HighlightText;
      background-color: Highlight;
      ${signal(2, 'CanvasText')}
    }
    ::highlight(${WORD}) {
      color: HighlightText;
      background-color: Highlight;
      ${signal(4, 'CanvasText')}
    }
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

const sheets = new Map<Signal, CSSStyleSheet>();
const users = new Map<DocumentOrShadowRoot, number>();

/**
 * Lets the marks be painted in a tree. The rules must stand in the tree of the text: Chromium paints across shadow
 * boundaries, Firefox does not.
 *
 * @returns takes the rules out again, once nobody needs them there
 */
export function adoptStyle(root: Document | ShadowRoot): () => void {
  const count = users.get(root) ?? 0;
  if (count === 0) root.adoptedStyleSheets.push(sheetFor(root));
  users.set(root, count + 1);
  return () => {
    const left = (users.get(root) ?? 1) - 1;
    users.set(root, left);
    if (left > 0) return;
    users.delete(root);
    const ours = new Set(sheets.values());
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
  };
}

function sheetFor(root: ParentNode): CSSStyleSheet {
  const signal = root.querySelectorAll('p, li').length < LONG ? line : heavier;
  const made = sheets.get(signal) ?? new CSSStyleSheet();
  if (!sheets.has(signal)) made.replaceSync(css(signal));
  sheets.set(signal, made);
  return made;
}

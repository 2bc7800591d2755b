export const SENTENCE = 'vorleser-sentence';
export const WORD = 'vorleser-word';

/**
 * From how many paragraphs on a tree is long. Whenever a line is drawn below a mark or taken away, Chromium works out anew
 * how far all its text reaches, 1 ms for 1,000 paragraphs; colours cost nothing of that.
 */
const LONG = 1000;

/**
 * How the marks look. Colours come in pairs, so that text stays at 7:1 or more on any page; the line below is the signal
 * that does not rest on colour (WCAG 1.4.1).
 */
const underlined = `
  ::highlight(${SENTENCE}) {
    color: var(--vorleser-sentence-color, light-dark(#1a1a1a, #ffffff));
    background-color: var(--vorleser-sentence-background, light-dark(#ffefb0, #4a3d00));
    text-decoration: underline 2px var(--vorleser-sentence-line, light-dark(#8a5a00, #ffd54f));
  }
  ::highlight(${WORD}) {
    color: var(--vorleser-word-color, light-dark(#000000, #ffffff));
    background-color: var(--vorleser-word-background, light-dark(#ffd24d, #7a6200));
    text-decoration: underline 4px var(--vorleser-word-line, light-dark(#5c3b00, #ffe9a8));
  }
`;

/** On a long page each mark is as dark as what is around it is light: 3:1 at least (WCAG technique G183). */
const inverted = `
  ::highlight(${SENTENCE}) {
    color: var(--vorleser-sentence-color, light-dark(#ffffff, #000000));
    background-color: var(--vorleser-sentence-background, light-dark(#6b4700, #ffe08a));
  }
  ::highlight(${WORD}) {
    color: var(--vorleser-word-color, light-dark(#000000, #ffffff));
    background-color: var(--vorleser-word-background, light-dark(#ffd24d, #6b4700));
  }
`;

/**
 * In forced colours Firefox drops an author's colours whole and Chromium paints both marks alike, so both take system
 * colours, and the lines tell them apart from the page and from each other.
 */
const everywhere = `
  @media (forced-colors: active) {
    ::highlight(${SENTENCE}) {
      color: HighlightText;
      background-color: Highlight;
      text-decoration: underline 2px CanvasText;
    }
    ::highlight(${WORD}) {
      color: HighlightText;
      background-color: Highlight;
      text-decoration: underline 4px CanvasText;
    }
  }
  @media print {
    ::highlight(${SENTENCE}), ::highlight(${WORD}) {
      color: currentcolor;
      background-color: transparent;
      text-decoration: none;
    }
  }
`;

const sheets = new Map<string, CSSStyleSheet>();
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
  const marks = root.querySelectorAll('p, li').length < LONG ? underlined : inverted;
  const sheet = sheets.get(marks) ?? new CSSStyleSheet();
  if (!sheets.has(marks)) sheet.replaceSync(marks + everywhere);
  sheets.set(marks, sheet);
  return sheet;
}

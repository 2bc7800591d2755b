import { expect, fixture, html } from '@open-wc/testing';
import { Highlighter } from '../../src/highlight/highlighter.js';
import { PALETTES } from '../../src/highlight/palettes.js';
import type { PaletteName } from '../../src/settings/schema.js';

const PAGES = { light: '#ffffff', dark: '#191816' } as const;

/** The relative luminance of a computed colour, by WCAG 2.2. */
function luminance(color: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('palettes', () => {
  for (const [scheme, page] of Object.entries(PAGES)) {
    for (const palette of Object.keys(PALETTES) as PaletteName[]) {
      it(`${palette} has enough contrast on a ${scheme} page`, async () => {
        const text = await fixture(html`<p>Ein Satz.</p>`);
        (text as HTMLElement).style.colorScheme = scheme;
        const range = document.createRange();
        range.selectNodeContents(text);
        const highlighter = new Highlighter();
        highlighter.configure('both', palette);
        highlighter.markSentence(range);
        for (const mark of ['sentence', 'word']) {
          const style = getComputedStyle(text, `::highlight(vorleser-${mark})`);
          const { color, backgroundColor, textDecorationColor } = style;
          expect(contrast(color, backgroundColor), `${mark}: text`).to.be.at.least(7);
          expect(contrast(textDecorationColor, backgroundColor), `${mark}: line`).to.be.at.least(3);
          expect(contrast(textDecorationColor, page), `${mark}: line, page`).to.be.at.least(3);
        }
        highlighter.clear();
        expect(document.adoptedStyleSheets).to.have.length(0);
      });
    }
  }
});

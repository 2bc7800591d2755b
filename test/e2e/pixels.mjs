/** How a text is painted, by the pixels of a screenshot. */
import { writeFileSync } from 'node:fs';

/**
 * @typedef {object} Painted
 * @property {string} background of the sentence outside of the word
 * @property {string} after the background of the next sentence
 * @property {string[]} lines the colours of those rows of pixels of the sentence that have a single one
 * @property {string[]} inks all colours of its text
 * @property {string} wordBackground
 * @property {string[]} wordInks
 * @property {string[][]} wordRows the colours of the rows of pixels below the word, and of the rows beside them
 * @property {number} stray the number of pixels outside of the sentence that have its background
 * @property {number} covered the share of the sentence's columns of pixels that have its background
 */

/**
 * Takes a screenshot of a sentence of the player, its current word and the next sentence, and returns their colours.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {number} index
 * @param {string} file where to save the screenshot, for people to look at
 * @returns {Promise<Painted>}
 */
export async function lookAt(page, index, file) {
  const screenshot = await page.screenshot({ encoding: 'base64' });
  writeFileSync(file, screenshot, 'base64');
  return page.evaluate(measure, screenshot, index);
}

/** The contrast ratio of two colours, `rgb(…)`, by WCAG 2. */
export function contrast(/** @type {string} */ one, /** @type {string} */ other) {
  const [low = 0, high = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The contrast ratio of the colour that contrasts most. */
export function clearest(/** @type {string[]} */ colours, /** @type {string} */ background) {
  return Math.max(...colours.map((colour) => contrast(colour, background)));
}

function luminance(/** @type {string} */ colour) {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Runs in the page.
 *
 * @param {string} screenshot
 * @param {number} index
 * @returns {Promise<Painted>}
 */
async function measure(screenshot, index) {
  const bytes = Uint8Array.from(atob(screenshot), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = picture;
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
    new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  );
  context.drawImage(picture, 0, 0);
  // One number for each pixel, because there are millions to compare.
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const scale = width / innerWidth;

  const NONE = -1;
  const colourAt = (/** @type {number} */ x, /** @type {number} */ y) =>
    pixels[y * width + x] ?? NONE;

  /** The CSS colour of a pixel, whose bytes are red, green, blue and opacity, the lowest first. */
  const toCss = (/** @type {number} */ pixel) =>
    pixel === NONE ? '' : `rgb(${[0, 8, 16].map((bits) => (pixel >> bits) & 255).join(', ')})`;

  /** Converts a length to pixels of the screenshot, at most its last one. */
  const within = (/** @type {number} */ length, /** @type {number} */ end) =>
    Math.min(end, Math.max(0, Math.round(scale * length)));

  /** The visible parts of the boxes of a range. */
  const boxesOf = (/** @type {Range} */ range) =>
    [...range.getClientRects()]
      .map(({ left, right, top, bottom }) => ({
        left: within(left, width),
        right: within(right, width),
        top: within(top, height),
        bottom: within(bottom, height),
      }))
      .filter(({ left, right, top, bottom }) => right > left && bottom > top);
  /** @typedef {ReturnType<typeof boxesOf>[number]} Box */

  const isIn = (
    /** @type {Box} */ box,
    /** @type {number} */ x,
    /** @type {number} */ y,
    margin = 0,
  ) =>
    x >= box.left - margin &&
    x < box.right + margin &&
    y >= box.top - margin &&
    y < box.bottom + margin;

  const rowOf = (/** @type {Box} */ box, /** @type {number} */ y, /** @type {Box[]} */ without) => {
    const row = [];
    const left = without.filter(({ top, bottom }) => top < box.bottom && bottom > box.top);
    for (let x = box.left; x < box.right; x++)
      if (!left.some((other) => x >= other.left && x < other.right)) row.push(colourAt(x, y));
    return row;
  };

  const rowsOf = (/** @type {Box[]} */ boxes, /** @type {Box[]} */ without = [], share = 1) =>
    boxes.flatMap((box) =>
      Array.from({ length: Math.floor(share * (box.bottom - box.top)) }, (_, row) =>
        rowOf(box, box.top + row, without),
      ),
    );

  const mostOf = (/** @type {number[]} */ colours) => {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    const [colour = NONE, count = 0] =
      [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
    return { colour, share: count / colours.length };
  };

  const { cues } = /** @type {any} */ (document.querySelector('vorleser-player'));
  const sentence = boxesOf(cues[index].range);
  const word = boxesOf(/** @type {any} */ (window).heardWord);
  const background = mostOf(rowsOf(sentence, word).flat()).colour;
  // Lines are drawn in the lower part of a box, and slightly below it.
  const inks = (/** @type {Box[]} */ boxes, /** @type {Box[]} */ without = []) =>
    [...new Set(rowsOf(boxes, without, 0.6).flat())].map(toCss);
  const below = Math.round(4 * scale);
  const wordRows = word.flatMap((box) => {
    const line = sentence.filter(({ top, bottom }) => top < box.bottom && bottom > box.top);
    const top = Math.round(box.bottom - 0.3 * (box.bottom - box.top));
    return Array.from({ length: box.bottom + below - top }, (_, row) => {
      const beside = line.flatMap((piece) => rowOf(piece, top + row, word));
      return [mostOf(rowOf(box, top + row, [])), mostOf(beside)].map(({ colour }) => toCss(colour));
    });
  });
  let stray = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (colourAt(x, y) === background && !sentence.some((box) => isIn(box, x, y, scale))) stray++;
  const columns = sentence.flatMap((box) =>
    Array.from({ length: box.right - box.left }, (_, column) => ({ box, x: box.left + column })),
  );
  const bare = columns.filter(({ box, x }) => {
    if (word.some((other) => isIn(other, x, box.top + 1, scale))) return false;
    for (let y = box.top; y < box.bottom; y++) if (colourAt(x, y) === background) return false;
    return true;
  });
  return {
    background: toCss(background),
    after: toCss(mostOf(rowsOf(boxesOf(cues[index + 1].range)).flat()).colour),
    lines: rowsOf(
      sentence.map((box) => ({ ...box, bottom: box.bottom + below })),
      word,
    )
      .map(mostOf)
      .flatMap(({ colour, share }) => (share > 0.7 ? toCss(colour) : [])),
    inks: inks(sentence, word),
    wordBackground: toCss(mostOf(rowsOf(word).flat()).colour),
    wordInks: inks(word),
    wordRows,
    stray,
    covered: 1 - bare.length / columns.length,
  };
}

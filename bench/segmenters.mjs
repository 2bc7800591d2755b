/** Everything that splits German text into sentences: this project, Intl.Segmenter, and the packages that support German. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ start: number, end: number } | { segment: string, index?: number } | string} Segment
 * @typedef {(text: string, lang: string) => Iterable<Segment>} Segmenter
 * @returns {Promise<Record<string, Segmenter>>}
 */
export async function segmenters() {
  const { segmentSentences } = await import('../lib/narration/index.js');
  const native = new Intl.Segmenter('de', { granularity: 'sentence' });
  const { default: nlp } = await import('compromise');
  const cldr = require('cldr-segmentation');
  const { split } = await import('sentence-splitter');
  const sbd = require('sbd');
  const wasm = await import('sentencex-wasm');
  wasm.initSync({ module: readFileSync(require.resolve('sentencex-wasm/sentencex_wasm_bg.wasm')) });
  const { ParseLatin } = await import('parse-latin');
  const latin = new ParseLatin();

  return {
    vorleser: segmentSentences,
    'Intl.Segmenter': (text) => native.segment(text),
    compromise: (text) => nlp(text).sentences().out('array'),
    'cldr-segmentation': (text) =>
      cldr.sentenceSplit(text, cldr.suppressions.de ?? cldr.suppressions.all),
    'sentence-splitter': (text) =>
      split(text).flatMap(({ type, range: [start, end] }) =>
        type === 'Sentence' ? [{ start, end }] : [],
      ),
    sbd: (text) => sbd.sentences(text, { newline_boundaries: false }),
    'sentencex-wasm': (text) => wasm.segment('de', text),
    'parse-latin': (text) =>
      latin.parse(text).children.flatMap((paragraph) =>
        'children' in paragraph
          ? paragraph.children
              .filter(({ type }) => type === 'SentenceNode')
              .map(({ position }) => ({
                start: position?.start.offset ?? 0,
                end: position?.end.offset ?? 0,
              }))
          : [],
      ),
  };
}

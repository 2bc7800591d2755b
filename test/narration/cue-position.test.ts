import { expect, fixture, html } from '@open-wc/testing';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';

const SENTENCES = [
  'Wer nach oben sieht, hört sie.',
  'Mauersegler jagen um die Dächer.',
  'Manche bleiben zehn Monate in der Luft.',
  'Sie fressen und schlafen im Flug.',
  'Zum Schlafen steigen sie hoch.',
  'Eine Hälfte bleibt wach.',
  'Ein Nistplatz wird wieder bezogen.',
];

async function narrationOf(sentences: readonly string[]) {
  const markup = sentences.map((sentence) => `<p>${sentence}</p>`).join('');
  const root = await fixture<HTMLElement>(html`<article .innerHTML=${markup}></article>`);
  return { narration: new NavigableNarration(root), root };
}

/** The position of the fourth sentence, as it is stored. */
async function position() {
  const { narration } = await narrationOf(SENTENCES);
  const cue = narration.at(3);
  if (!cue) throw new Error('There is no such sentence');
  return JSON.parse(JSON.stringify(narration.positionOf(cue))) as ReturnType<
    typeof narration.positionOf
  >;
}

const edited = (...edits: [at: number, remove: number, ...insert: string[]]) => {
  const sentences = [...SENTENCES];
  sentences.splice(...edits);
  return sentences;
};

describe('the position of a cue', () => {
  const found: [what: string, sentences: string[], text: string][] = [
    ['the same text', SENTENCES, 'Sie fressen und schlafen im Flug.'],
    [
      'a text with sentences inserted before',
      edited(0, 0, 'Neu.', 'Auch neu.', 'Und noch einer.'),
      'Sie fressen und schlafen im Flug.',
    ],
    ['a text with most others rewritten', edited(4, 3, 'Anders.'), SENTENCES[3] as string],
    ['a text in which it was edited', edited(3, 1, 'Sie trinken im Flug.'), 'Sie trinken im Flug.'],
    ['a text from which it was removed', edited(3, 1), 'Zum Schlafen steigen sie hoch.'],
  ];
  for (const [what, sentences, text] of found)
    it(`is found in ${what}`, async () => {
      const { narration } = await narrationOf(sentences);
      expect(narration.find(await position())?.text).to.equal(text);
    });

  it('is not found in another text, even if that has the sentence as well', async () => {
    const other = ['Bienen sammeln Honig.', 'Im Winter ruhen sie.', 'Dort ist es warm.'];
    const { narration } = await narrationOf([
      ...other,
      SENTENCES[3] as string,
      'Im Frühling geht es weiter.',
    ]);
    expect(narration.find(await position())).to.equal(undefined);
    expect((await narrationOf([])).narration.find(await position())).to.equal(undefined);
  });

  it('is found without the sentences around it, where those are not known', async () => {
    const { narration } = await narrationOf(SENTENCES);
    expect(narration.find({ text: SENTENCES[2] as string, index: 5 })?.index).to.equal(2);
  });

  it('shows whether a text is still the same article', async () => {
    const { narration } = await narrationOf(edited(1, 4, 'Neu.'));
    expect(narration.resembles(await position())).to.equal(true);
    const other = await narrationOf(['Bienen sammeln Honig.', 'Im Winter ruhen sie.']);
    expect(other.narration.resembles(await position())).to.equal(false);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { createNarration } from '../../../src/narration/index.js';
import {
  loadTransliteration,
  pronounce,
  spokenParts,
} from '../../../src/narration/spoken/index.js';
import { transliterate } from '../../../src/narration/spoken/transliteration.js';

const loads = () =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes('transliteration'));

async function spoken(markup: string) {
  const root = await fixture<HTMLElement>(html`<article lang="de" .innerHTML=${markup}></article>`);
  const narration = createNarration(root);
  await narration.cutAll();
  return narration.cues.map((cue) =>
    spokenParts(cue)
      .map(({ text }) => text)
      .join(''),
  );
}

describe('transliterate', () => {
  for (const [written, said] of [
    ['Москва', 'Moskwa'],
    ['Владимир Высоцкий', 'Wladimir Wyssozki'],
    ['Горбачёв', 'Gorbatschow'],
    ['Достоевский', 'Dostojewski'],
    ['Київ', 'Kyjiw'],
    ['Львів', 'Lwiw'],
    ['СССР', 'S S S R'],
    ['Београд', 'Beograd'],
    ['φ', 'Phi'],
    ['Ω', 'Omega'],
    ['Αθήνα', 'Athina'],
    ['Ευρώπη', 'Ewropi'],
    ['Μπουζούκι', 'Busuki'],
    ['שלום', 'schalom'],
    ['سلام', 'salam'],
    ['서울', 'soul'],
    ['ありがとう', 'arigatou'],
    ['しゃしん', 'schaschin'],
    ['თბილისი', 'tbilisi'],
    ['東京', 'chinesische Schriftzeichen'],
    ['日本語のテキスト', 'japanische Schriftzeichen'],
    ['北京 上海', 'chinesische Schriftzeichen'],
    ['ประเทศไทย', 'thailändische Schriftzeichen'],
    ['हिन्दी', 'indische Schriftzeichen'],
    ['Հայաստան', 'armenische Schriftzeichen'],
    ['ᚠᚢᚦ', 'fremde Schriftzeichen'],
  ] as const)
    it(written, () => expect(transliterate(written)).to.equal(said));

  it('is about as long as the word', () => {
    for (const word of ['Константинополь', 'Θεσσαλονίκη', 'القسطنطينية', 'ירושלים', '대한민국'])
      expect(transliterate(word).length).to.be.below(3 * [...word.normalize('NFD')].length);
  });
});

describe('foreignScripts', () => {
  it('hands letters to the voice as they are until the transliteration is loaded, which only such a text needs', async () => {
    await loadTransliteration('Ein deutscher Text mit Zeichen: é, ß, €, 👍.');
    const text = 'Die Hauptstadt heißt Москва.';
    const before = pronounce(text, 'de');
    await loadTransliteration(text);
    expect(before).to.deep.equal([]);
    expect(pronounce(text, 'de')).to.deep.equal([{ start: 21, end: 27, say: 'Moskwa' }]);
    expect(loads()).to.not.be.empty;
  });

  it('writes other scripts in Latin letters, also where the page names their language', async () => {
    await loadTransliteration('я');
    expect(
      await spoken(
        `<p>Die Hauptstadt heißt Москва und ist groß.</p><p>Der Winkel φ ist klein, πr² auch.</p>
         <p>Er schrieb 東京 an die Tafel.</p><p>Sie sagte <i lang="he">שלום</i> zu ihm.</p>`,
      ),
    ).to.deep.equal([
      'Die Hauptstadt heißt Moskwa und ist groß.',
      'Der Winkel Phi ist klein, Pi r hoch 2 auch.',
      'Er schrieb chinesische Schriftzeichen an die Tafel.',
      'Sie sagte schalom zu ihm.',
    ]);
  });

  it('leaves other scripts to voices that speak them', () => {
    expect(pronounce('Москва', 'ru')).to.deep.equal([]);
    expect(pronounce('Москва', 'ru', { voiceLang: 'ru' })).to.deep.equal([]);
    expect(pronounce('Москва', 'de', { without: new Set(['scripts'] as const) })).to.deep.equal([]);
    expect(pronounce('Москва', 'ru', { voiceLang: 'de-AT' })).to.have.length(1);
  });
});

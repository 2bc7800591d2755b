import { expect, fixture, html } from '@open-wc/testing';
import { createNarration, type NarrationOptions } from '../../../src/narration/index.js';
import {
  Lexicon,
  type PronounceOptions,
  spokenParts,
} from '../../../src/narration/spoken/index.js';

async function cuesOf(markup: string, options?: NarrationOptions) {
  const root = await fixture<HTMLElement>(html`<article lang="de" .innerHTML=${markup}></article>`);
  const narration = createNarration(root, options);
  await narration.cutAll();
  return narration.cues;
}

async function spoken(markup: string, options?: PronounceOptions & NarrationOptions) {
  const cues = await cuesOf(markup, options);
  return cues.map((cue) =>
    spokenParts(cue, options)
      .map(({ text }) => text)
      .join(''),
  );
}

describe('spokenParts', () => {
  it('speaks the alternatives given by authors, abbreviation titles, ruby and formulas', async () => {
    expect(
      await spoken(
        `<p>Die <abbr title="Schweizerischen Bundesbahnen">SBB</abbr> und <b data-vorleser-say="Iks Zwo">X2</b>
         in <ruby>北京<rt>Peking</rt></ruby> zeigen <math alttext="\\frac{a^2}{2}"><mi>a</mi></math>.</p>`,
      ),
    ).to.deep.equal([
      'Die Schweizerischen Bundesbahnen und Iks Zwo in Peking zeigen a hoch 2 durch 2.',
    ]);
  });

  it('applies no rules to what an author has specified', async () => {
    expect(
      await spoken('<p><b data-vorleser-say="3. z. B. NATO">x</b> kam am 3. Mai.</p>'),
    ).to.deep.equal(['3. z. B. NATO kam am dritten Mai.']);
  });

  it('reads raised digits with the unit before them, but no footnote numbers', async () => {
    expect(await spoken('<p>Auf 120 km<sup>2</sup> steht ein Wort<sup>1</sup>.</p>')).to.deep.equal(
      ['Auf 120 Quadratkilometer steht ein Wort.'],
    );
  });

  it('leaves out invisible characters that split words', async () => {
    expect(await spoken('<p>Donau&shy;dampf&#x200B;schiff</p>')).to.deep.equal([
      'Donaudampfschiff',
    ]);
  });

  it('gives the language of each run, and applies no German rules to foreign words', async () => {
    const [cue] = await cuesOf(
      '<p>Am 3. Mai kam <em lang="en">NATO 3.5 <i lang="fr">etc.</i></em> nach Bern.</p>',
    );
    if (!cue) throw new Error('There is one sentence');
    const [part] = spokenParts(cue);
    expect(part?.runs).to.deep.equal([
      { text: 'Am dritten Mai kam ', lang: 'de' },
      { text: 'NATO 3.5 ', lang: 'en' },
      { text: 'etc.', lang: 'fr' },
      { text: ' nach Bern.', lang: 'de' },
    ]);
    expect(part?.runs.map(({ text }) => text).join('')).to.equal(part?.text);
  });

  it('maps every word back to its position in the page', async () => {
    const [cue] = await cuesOf('<p>Am <b>3.</b> Mai kam z.&nbsp;B. Lud&shy;wig.</p>');
    if (!cue) throw new Error('There is one sentence');
    const [part] = spokenParts(cue);
    const placeOf = (word: string) => {
      const start = part?.text.indexOf(word) ?? -1;
      const source = part?.source(start, start + word.length);
      return cue.rangeOf(source?.start ?? 0, source?.end ?? 0)?.toString();
    };
    expect(placeOf('dritten')).to.equal('3.');
    expect(placeOf('Mai')).to.equal('Mai');
    expect(placeOf('Beispiel')).to.equal('z.\u00A0B.');
    expect(placeOf('Ludwig')).to.equal('Lud\u00ADwig');
  });

  it('applies a lexicon, and does not apply rules that are switched off', async () => {
    const lexicon = new Lexicon({ 'Kim Jong-un': 'Kim Dschong Un' });
    expect(await spoken('<p>Kim Jong-un kam am 3. Mai.</p>', { lexicon })).to.deep.equal([
      'Kim Dschong Un kam am dritten Mai.',
    ]);
    expect(
      await spoken('<p>Am 3. Mai z. B. hier.</p>', {
        without: new Set(['ordinals', 'dates'] as const),
      }),
    ).to.deep.equal(['Am 3. Mai zum Beispiel hier.']);
  });

  it('splits a sentence of more than a minute at its clauses', async () => {
    const clause = 'und dann ging er noch ein Stück weiter durch den dunklen Wald, ';
    const [cue] = await cuesOf(`<p>Er kam am 3. Mai, ${clause.repeat(40)}bis er dort war.</p>`);
    if (!cue) throw new Error('There is one sentence');
    const parts = spokenParts(cue);
    expect(parts.length).to.be.within(3, 5);
    for (const { text } of parts) expect(text.length).to.be.at.most(1000);
    for (const { text } of parts.slice(0, -1)) expect(text).to.match(/, $/);
    const last = parts.at(-1);
    const at = last?.text.indexOf('dort') ?? -1;
    const { start, end } = last?.source(at, at + 4) ?? { start: 0, end: 0 };
    expect(cue.text.slice(start, end)).to.equal('dort');
    expect(parts.map(({ text }) => text).join('')).to.equal(cue.text.replace('3.', 'dritten'));
  });

  it('leaves out characters that are no text, wherever they come from, and keeps the positions of words', async () => {
    const root = await fixture<HTMLElement>(html`<article lang="de"><p></p></article>`);
    const paragraph = root.querySelector('p') as HTMLElement;
    paragraph.textContent = 'Am\0 3.\u0001 Mai\u009f ka\ud83dm \ufdd0\u{1ffff}der Hund, sagt \x1b';
    const alias = document.createElement('abbr');
    alias.title = 'All\u0001e';
    alias.textContent = 'A.';
    paragraph.append(alias, ' dort.');
    const cues = createNarration(root);
    await cues.cutAll();
    const [cue] = cues.cues;
    const lexicon = new Lexicon({ Hund: 'Hun\0d' });
    const [part, ...others] = spokenParts(cue!, { lexicon });
    expect(others).to.deep.equal([]);
    expect(part?.text).to.equal('Am dritten Mai kam der Hund, sagt Alle dort.');
    for (const word of ['Mai', 'der', 'dort']) {
      const at = part?.text.indexOf(word) ?? -1;
      const { start, end } = part?.source(at, at + word.length) ?? { start: 0, end: 0 };
      expect(cue?.text.slice(start, end)).to.contain(word);
    }
    cues.dispose();
  });

  it('splits no character in two', async () => {
    const [cue] = await cuesOf(`<p>ä${'𝒳'.repeat(1200)}</p>`);
    for (const { text } of spokenParts(cue!)) expect(text.isWellFormed()).to.equal(true);
  });

  it('says the names of TeX commands that it does not know, whatever they are called', async () => {
    const markup =
      '<p><math alttext="\\constructor{x} \\__proto__ \\toString"><mi>x</mi></math>.</p>';
    expect((await spoken(markup)).join())
      .to.not.contain('native code')
      .and.not.contain('[object');
    expect((await spoken('<p>constructor, toString, __proto__.</p>')).join()).to.equal(
      'constructor, toString, proto.',
    );
  });

  it('splits text without clauses and spaces', async () => {
    const [cue] = await cuesOf(`<p>${'ä'.repeat(2500)}</p>`);
    expect(cue && spokenParts(cue).map(({ text }) => text.length)).to.deep.equal([1000, 1000, 500]);
  });

  describe('speaks before a cue', () => {
    const prefixes: [what: string, markup: string, texts: string[]][] = [
      [
        'the number of a list item',
        '<ol><li>Eier. Milch.</li><li><p>Mehl.</p><p>Fein.</p></li></ol>',
        ['1: Eier.', 'Milch.', '2: Mehl.', 'Fein.'],
      ],
      [
        'numbers with a start value, and in reverse',
        '<ol start="3"><li>A.<li value="9">B.<li>C.</ol><ol reversed><li>D.<li>E.</ol>',
        ['3: A.', '9: B.', '10: C.', '2: D.', '1: E.'],
      ],
      ['letters', '<ol type="a"><li>Eins.<li>Zwei.</ol>', ['A: Eins.', 'B: Zwei.']],
      [
        'nothing if the page shows no number',
        '<ul><li>Eins.</ul><ol style="list-style:none"><li>Zwei.</ol>',
        ['Eins.', 'Zwei.'],
      ],
      [
        'the header of a column',
        '<table><tr><th>Stadt<th colspan="2">Fluss</tr><tr><th scope="row">Bern<td>Aare<td>groß</tr></table>',
        ['Stadt', 'Fluss', 'Stadt: Bern', 'Fluss: Aare', 'Fluss: groß'],
      ],
      [
        'the header that a cell refers to',
        '<table><tr><td id="h">Kopf</tr><tr><td headers="h">Zelle</tr></table>',
        ['Kopf', 'Kopf: Zelle'],
      ],
      [
        'the headers of a column below cells of several rows',
        '<table><tr><th>Tag<th>Kurs<th>Raum</tr><tr><td rowspan="2">Montag<td>Chemie<td>101</tr><tr><td>Physik<td>102</tr></table>',
        [
          'Tag',
          'Kurs',
          'Raum',
          'Tag: Montag',
          'Kurs: Chemie',
          'Raum: 101',
          'Kurs: Physik',
          'Raum: 102',
        ],
      ],
      [
        'the headers of several rows, from the top',
        '<table><tr><td><th colspan="2">Umsatz</tr><tr><td><th>2020<th>2021</tr><tr><th scope="row">Bern<td>5<td>6</tr></table>',
        ['Umsatz', '2020', '2021', 'Bern', 'Umsatz, 2020: 5', 'Umsatz, 2021: 6'],
      ],
      [
        'the nearest headers of a table with several parts',
        '<table><tr><th>Ort<th>Höhe</tr><tr><td>Bern<td>540</tr><tr><th>Fluss<th>Länge</tr><tr><td>Aare<td>288</tr></table>',
        ['Ort', 'Höhe', 'Ort: Bern', 'Höhe: 540', 'Fluss', 'Länge', 'Fluss: Aare', 'Länge: 288'],
      ],
      [
        'the header of a column in a table that is one by its roles',
        '<div role="table"><div role="row"><div role="columnheader">Ort</div><div role="columnheader">Höhe</div></div><div role="row"><div role="rowheader">Bern</div><div role="cell">540</div></div><div role="row"><div role="cell">Chur</div><div role="cell">593</div></div></div><div role="row"><div role="cell">Rest</div></div>',
        ['Ort', 'Höhe', 'Ort: Bern', 'Höhe: 540', 'Ort: Chur', 'Höhe: 593', 'Rest'],
      ],
      [
        'nothing in a table without headers',
        '<table><tr><td>Bern<td>Aare</tr></table>',
        ['Bern', 'Aare'],
      ],
    ];
    for (const [what, markup, texts] of prefixes)
      it(what, async () => expect(await spoken(markup)).to.deep.equal(texts));
  });
});

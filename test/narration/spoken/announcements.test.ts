import { expect, fixture, html } from '@open-wc/testing';
import { createNarration, type NarrationOptions } from '../../../src/narration/index.js';
import { spokenParts } from '../../../src/narration/spoken/index.js';

async function announced(markup: string, lang = 'de', options?: NarrationOptions) {
  const root = await fixture<HTMLElement>(
    html`<article lang=${lang} .innerHTML=${markup}></article>`,
  );
  const narration = createNarration(root, options);
  await narration.cutAll();
  return narration.cues.map((cue) =>
    spokenParts(cue, { announce: true })
      .map(({ text }) => text)
      .join(''),
  );
}

const TABLE =
  '<table><tr><th>Ort<th>Jahr<th>Art<tr><td>Bern<td>1999<td>Haus<tr><td>Chur<td>2001<td>Dach</table>';

describe('announcements', () => {
  const cases: [what: string, markup: string, spoken: string[]][] = [
    [
      'a list and its length',
      '<p>Man braucht:</p><ul><li>Eier.<li>Mehl. Fein.<li>Salz.</ul><p>Dann rühren.</p>',
      ['Man braucht:', 'Liste mit 3 Punkten. Eier.', 'Mehl.', 'Fein.', 'Salz.', 'Dann rühren.'],
    ],
    [
      'the number of an item after its list',
      '<ol><li>Eier.</ol>',
      ['Liste mit einem Punkt. 1: Eier.'],
    ],
    [
      'a list in a list',
      '<ul><li>Obst<ul><li>Apfel<li>Birne</ul></ul>',
      ['Liste mit einem Punkt. Obst', 'Liste mit 2 Punkten. Apfel', 'Birne'],
    ],
    [
      'a quote and its end',
      '<blockquote><p>Ich kam. Ich sah.</p><p>Ich „siegte“</p></blockquote><p>Sagte er.</p>',
      ['Zitat. Ich kam.', 'Ich sah.', 'Ich „siegte“. Ende des Zitats.', 'Sagte er.'],
    ],
    [
      'a quote of one sentence, and the list around it',
      '<ul><li><blockquote>Ja!</blockquote></ul>',
      ['Liste mit einem Punkt. Zitat. Ja! Ende des Zitats.'],
    ],
    [
      'a table and its columns',
      TABLE,
      [
        'Tabelle mit 3 Spalten. Ort',
        'Jahr',
        'Art',
        'Ort: Bern',
        'Jahr: neunzehnhundertneunundneunzig',
      ],
    ],
    [
      'a heading',
      '<h2>Am See. Ein Tag</h2><p>Text.</p>',
      ['Überschrift: Am See.', 'Ein Tag', 'Text.'],
    ],
    [
      'neither what the article stands in nor tables for layout',
      '<table role="presentation"><tr><td>Eins.<td>Zwei.</table><table><tr><td>Drei.</table>',
      ['Eins.', 'Zwei.', 'Drei.'],
    ],
  ];
  for (const [what, markup, expected] of cases)
    it(`names ${what}`, async () => {
      expect((await announced(markup)).slice(0, expected.length)).to.deep.equal(expected);
    });

  it('names struck-out text, where it is read', async () => {
    const markup =
      '<p>Er kostet <s>100</s> <span style="text-decoration:line-through">90 Franken</span> 80 Franken.</p><del><p>Alt. Neu.</p></del>';
    expect(await announced(markup, 'de', { struckOut: true })).to.deep.equal([
      'Er kostet gestrichen: 100, Ende der Streichung, gestrichen: 90 Franken, Ende der Streichung, 80 Franken.',
      'gestrichen: Alt., Ende der Streichung,',
      'gestrichen: Neu., Ende der Streichung,',
    ]);
    expect(await announced(markup)).to.deep.equal(['Er kostet 80 Franken.']);
  });

  it('names images, where they are read', async () => {
    const markup = '<p>Hier <img src="data:," alt="Ein Boot."> liegt es.</p>';
    expect(await announced(markup, 'de', { images: true })).to.deep.equal([
      'Hier Bild: Ein Boot. liegt es.',
    ]);
  });

  it('does not announce what an article stands in', async () => {
    const list = await fixture<HTMLElement>(
      html`<ul>
        <li>
          <article lang="de"><p>Ein Satz.</p></article>
        </li>
      </ul>`,
    );
    const narration = createNarration(list.querySelector('article') as Element);
    const [part] = spokenParts(narration.at(0) as never, { announce: true });
    expect(part?.text).to.equal('Ein Satz.');
  });

  it('speaks the language of the text', async () => {
    const markup = '<ul><li>Un.<li>Deux.</ul><blockquote>Trois.</blockquote>';
    expect(await announced(markup, 'fr-CH')).to.deep.equal([
      'Liste de 2 éléments. Un.',
      'Deux.',
      'Citation. Trois. Fin de la citation.',
    ]);
    expect((await announced(markup, 'it'))[0]).to.equal('Elenco con 2 elementi. Un.');
    expect((await announced(markup, 'en'))[0]).to.equal('List with 2 items. Un.');
    expect((await announced(markup, 'es'))[0]).to.equal('Un.');
    expect((await announced(markup, 'constructor'))[0]).to.equal('Un.');
  });

  it('belongs to the runs of the voice, and to no word of the text', async () => {
    const root = await fixture<HTMLElement>(
      html`<article lang="de">
        <blockquote>Ein <i lang="en">word</i></blockquote>
      </article>`,
    );
    const cue = createNarration(root).at(0);
    const [part] = cue ? spokenParts(cue, { announce: true }) : [];
    expect(part?.runs).to.deep.equal([
      { text: 'Zitat. Ein ', lang: 'de' },
      { text: 'word', lang: 'en' },
      { text: '. Ende des Zitats.', lang: 'de' },
    ]);
    expect(part?.source(0, 5)).to.deep.equal({ start: 0, end: 0 });
    expect(part?.source(7, 10)).to.deep.equal({ start: 0, end: 3 });
  });
});

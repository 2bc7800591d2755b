/** What is spoken of pages by their structure: of each kind, the forms that pages have. */
import { expect, fixture, html } from '@open-wc/testing';
import { createNarration, type NarrationOptions } from '../../src/narration/index.js';
import { spokenParts } from '../../src/narration/spoken/index.js';

/** What is spoken, sentence by sentence. */
async function spoken(markup: string, options?: NarrationOptions): Promise<string[]> {
  const root = await fixture<HTMLElement>(html`<article lang="de" .innerHTML=${markup}></article>`);
  const narration = createNarration(root, options);
  await narration.cutAll();
  return narration.cues.map((cue) =>
    spokenParts(cue)
      .map(({ text }) => text)
      .join(''),
  );
}

type Page = [what: string, markup: string, texts: string[]];

const KINDS: Record<string, Page[]> = {
  'raised text': [
    [
      'powers of units, variables, numbers and formulas',
      '<p>Die 80 m<sup>2</sup> und 5 m<sup>3</sup>.</p><p>Es ist πr<sup>2</sup>, (a+b)<sup>2</sup> und x<sup>3</sup>.</p><p>Nur 10<sup>−6</sup> und 10<sup>9</sup>.</p>',
      [
        'Die 80 Quadratmeter und 5 Kubikmeter.',
        'Es ist πr hoch 2, (a+b) hoch 2 und x hoch 3.',
        'Nur 10 hoch minus 6 und 10 hoch 9.',
      ],
    ],
    [
      'ions and isotopes',
      '<p>Das Ion SO<sub>4</sub><sup>2−</sup> und Na<sup>+</sup>.</p><p>Das Isotop <sup>14</sup>C zerfällt.</p>',
      ['Das Ion SO4 2 minus und Na plus.', 'Das Isotop 14C zerfällt.'],
    ],
    ['ordinals', '<p>Im 20<sup>ten</sup> Jahrhundert.</p>', ['Im zwanzigsten Jahrhundert.']],
    [
      'no marks of notes',
      '<p>Eins.<sup>1</sup> Zwei.<sup>3,4</sup> Drei.<sup>5–7</sup> Vier.<sup>*</sup> Fünf.<sup>a</sup> Sechs.<sup>[8]</sup> Sieben.† Acht.<sup>9)</sup> Ende.</p>',
      ['Eins.', 'Zwei.', 'Drei.', 'Vier.', 'Fünf.', 'Sechs.', 'Sieben.', 'Acht.', 'Ende.'],
    ],
    [
      'no marks of notes within a sentence',
      '<p>Seit 1990<sup>3</sup> gilt das Wort<sup>4</sup> „viel“<sup>5</sup> noch.</p>',
      ['Seit neunzehnhundertneunzig gilt das Wort „viel“ noch.'],
    ],
  ],
  lines: [
    ['of a list', '<p>Farben:<br>Rot<br>Blau</p>', ['Farben:', 'Rot', 'Blau']],
    [
      'of an address',
      '<p>Café Muster<br>Hauptstraße 5<br>10115 Berlin</p>',
      ['Café Muster', 'Hauptstraße 5', '10115 Berlin'],
    ],
    [
      'of a poem',
      '<p>Der Mond ist aufgegangen<br>Die goldnen Sternlein prangen<br>Am Himmel hell und klar</p>',
      ['Der Mond ist aufgegangen', 'Die goldnen Sternlein prangen', 'Am Himmel hell und klar'],
    ],
    [
      'below a title',
      '<p><strong>Überblick</strong><br>Der Fan ist eine Figur.</p>',
      ['Überblick', 'Der Fan ist eine Figur.'],
    ],
    [
      'that a sentence goes on after',
      '<p>Er ging in das<br>Haus und war<br>da.</p><p>Der lange Satz hört am Ende dieser vollen Zeile hier nicht auf, denn sein<br>Ende folgt.<br>Ja.</p><h2>Der große<br>Plan</h2>',
      [
        'Er ging in das Haus und war da.',
        'Der lange Satz hört am Ende dieser vollen Zeile hier nicht auf, denn sein Ende folgt.',
        'Ja.',
        'Der große Plan',
      ],
    ],
    [
      'that divide a word',
      '<p>Aus einem Buch ko-\npiert.</p><p>Die Wör-<br>ter.</p><p><span>Im Som-</span><br><span>mer.</span></p><p>Die West-\nOst-Achse. Links-\nund Rechtshänder.</p>',
      [
        'Aus einem Buch kopiert.',
        'Die Wörter.',
        'Im Sommer.',
        'Die West-Ost-Achse.',
        'Links und Rechtshänder.',
      ],
    ],
  ],
  'formulas that are shown without their MathML': [
    [
      'by KaTeX',
      '<p>Die Formel <span class="katex"><span style="position:absolute;clip:rect(1px,1px,1px,1px);height:1px;width:1px;overflow:hidden"><math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math></span><span aria-hidden="true">E=mc²</span></span> ist berühmt.</p>',
      ['Die Formel E=mc hoch 2 ist berühmt.'],
    ],
    [
      'by MathJax',
      '<p>Die <mjx-container><mjx-math aria-hidden="true">½</mjx-math><mjx-assistive-mml style="position:absolute;clip:rect(1px,1px,1px,1px)"><math alttext="\\frac{1}{2}"><mn>1</mn></math></mjx-assistive-mml></mjx-container> bleibt.</p>',
      ['Die 1 durch 2 bleibt.'],
    ],
    [
      'by Wikipedia',
      '<p>Die <span><span style="display:none"><math alttext="{\\displaystyle \\sqrt{2}}"><mn>2</mn></math></span><img alt="x" aria-hidden="true"></span> bleibt.</p>',
      ['Die Wurzel aus 2 bleibt.'],
    ],
    ['but none that is hidden', '<p>Da.<span hidden><math alttext="x"></math></span></p>', ['Da.']],
  ],
  initials: [
    [
      'that float',
      '<p><span style="float:left">D</span>ie Stadt.</p><p><span style="float:left">D</span> ie Stadt.</p><p><span style="float:left"><b>N</b></span> <span>a endlich!</span></p>',
      ['Die Stadt.', 'Die Stadt.', 'Na endlich!'],
    ],
    [
      'that are words',
      '<p lang="en"><span style="float:left">A</span> <b>lie</b>.</p><p><span style="float:left">O</span> Berg.</p>',
      ['A lie.', 'O Berg.'],
    ],
  ],
  'text that cannot be seen': [
    [
      'collapsed boxes',
      '<p>Da.</p><div style="height:0;overflow:hidden"><p>A</p></div><div style="max-height:0;overflow:clip"><p>B</p></div><div style="display:grid;grid-template-rows:0fr"><div style="overflow:hidden"><p>C</p></div></div>',
      ['Da.'],
    ],
    [
      'text that is shrunk',
      '<p>Da.</p><p style="transform:scale(0)">A</p><p style="scale:0">B</p><p style="font-size:0">C <b style="font-size:1rem">Auch da.</b></p>',
      ['Da.', 'Auch da.'],
    ],
    [
      'text that is clipped',
      '<p>Da.</p><p style="clip-path:inset(100%)">A</p><p style="clip-path:circle(0)">B</p><p style="clip-path:polygon(0 0, 0 0, 0 0)">C</p>',
      ['Da.'],
    ],
    [
      'text that is moved away',
      '<p>Da.</p><h2 style="text-indent:-9999px;overflow:hidden">A</h2><p style="margin-left:-9999px">B</p><p style="position:relative;left:-9999px">C</p>',
      ['Da.'],
    ],
    [
      'but text that only looks like it',
      '<p style="overflow:hidden">Auch <span style="overflow:hidden">das</span>.</p><p style="clip-path:inset(0)">Und das.</p><div style="height:0"><p>Und das hier.</p></div>',
      ['Auch das.', 'Und das.', 'Und das hier.'],
    ],
  ],
  'text in elements that are no text elsewhere': [
    [
      'a form around the page',
      '<form><input name="q"><h1>Titel</h1><div>Eins.</div><button>Nein</button></form><form><p>Zwei.</p></form><form>Drei.<br><br>Vier.</form>',
      ['Titel', 'Eins.', 'Zwei.', 'Drei.', 'Vier.'],
    ],
    [
      'the form of a server that keeps the state of the page in it',
      '<form><input type="hidden" name="__VIEWSTATE" value="a"><div>Eins.</div></form><form><input type="hidden" name="javax.faces.ViewState"><div>Zwei.</div></form>',
      ['Eins.', 'Zwei.'],
    ],
    [
      'headings that show and hide the text below them',
      '<h3><button aria-expanded="true">Frage eins</button></h3><p>Eins.</p><h3><a role="button">Frage zwei</a></h3><div role="button"><h3>Frage drei</h3></div><h3>Teil <button>Link kopieren</button></h3><h3>Teil <a role="button">#</a></h3>',
      ['Frage eins', 'Eins.', 'Frage zwei', 'Frage drei', 'Teil', 'Teil'],
    ],
    [
      'a list of tabs around their panels',
      '<div role="tablist"><h3 role="tab">Teil</h3><div role="tabpanel">Eins.</div></div><div role="tablist"><p>Zwei.</p></div>',
      ['Teil', 'Eins.', 'Zwei.'],
    ],
    [
      'but no forms and tabs without text',
      '<p>Da.</p><form><label>Name <input name="name"></label></form><div role="tablist"><a role="tab">Eins</a><a role="tab">Zwei</a></div>',
      ['Da.'],
    ],
    [
      'a form that is spoken as its author says',
      '<form data-vorleser-say="Ein Formular."><label>Name <input></label></form>',
      ['Ein Formular.'],
    ],
  ],
  'what is not read': [
    [
      'numbers of pages',
      '<p>Der Satz <span role="doc-pagebreak" title="43"></span>geht über <span role="doc-pagebreak">44</span>eine Sei<span class="pagenum">[45]</span>te.</p>',
      ['Der Satz geht über eine Seite.'],
    ],
    [
      'text that no longer holds',
      '<p>Nur <del>99 €</del> <ins>79 €</ins>. Kommt <s>heute</s> morgen. <strike>Alt</strike> Da <span style="text-decoration:line-through">weg</span> bin ich.</p>',
      ['Nur 79 Euro.', 'Kommt morgen.', 'Da bin ich.'],
    ],
  ],
};

for (const [kind, pages] of Object.entries(KINDS))
  describe(`${kind}:`, () => {
    for (const [what, markup, texts] of pages)
      it(what, async () => expect(await spoken(markup)).to.deep.equal(texts));
  });

it('reads text that only screen readers know, if requested', async () => {
  const hidden = '<p style="position:absolute;clip-path:inset(50%)">Für Screenreader.</p>';
  expect(await spoken(hidden)).to.deep.equal([]);
  expect(await spoken(hidden, { screenReaderText: true })).to.deep.equal(['Für Screenreader.']);
});

import { expect, fixture, html } from '@open-wc/testing';
import type { Block } from '../../src/narration/block.js';
import { createNarration, type NarrationOptions } from '../../src/narration/index.js';
import { Walk } from '../../src/narration/walk.js';

async function blocksOf(markup: string, options?: NarrationOptions) {
  const root = await fixture<HTMLElement>(html`<article lang="de" .innerHTML=${markup}></article>`);
  return wholeBlocks(walk(root, options));
}

/** Walks an article in its own language. */
function walk(
  root: Element,
  options: NarrationOptions = {},
  onShadow: (root: ShadowRoot) => void = () => undefined,
) {
  return new Walk(root, createNarration(root).lang, options, onShadow).blocks();
}

const wholeBlocks = (steps: Iterable<Block | null>) => [...steps].filter((block) => block !== null);

const textsOf = async (markup: string, options?: NarrationOptions) =>
  (await blocksOf(markup, options)).map(({ text }) => text.trim()).filter((text) => text !== '');

describe('a walk', () => {
  describe('reads', () => {
    const pages: [what: string, markup: string, texts: string[], options?: NarrationOptions][] = [
      [
        'nested lists, item by item',
        '<ol><li>Eins<ul><li>Innen</li></ul></li><li><p>Zwei</p><p>Weiter</p></li></ol>',
        ['Eins', 'Innen', 'Zwei', 'Weiter'],
      ],
      [
        'description lists and quotations',
        '<dl><dt>Wort</dt><dd>Sinn</dd></dl><blockquote><p>Ja.</p></blockquote><p>Er rief <q>Halt</q>.</p>',
        ['Wort', 'Sinn', 'Ja.', 'Er rief Halt.'],
      ],
      [
        'tables row by row',
        '<table><caption>Städte</caption><tr><th>Ort<th>Fluss</tr><tr><td>Bern<td>Aare</tr></table>',
        ['Städte', 'Ort', 'Fluss', 'Bern', 'Aare'],
      ],
      [
        'captions, but no images',
        '<figure><img alt="Ein Hund"><figcaption>Foto: Keystone</figcaption></figure>',
        ['Foto: Keystone'],
      ],
      [
        'images, if requested',
        '<p>Vor <img alt="dem Bild"> nach.</p><img alt="Ein Hund"><img alt=""><img>',
        ['Vor dem Bild nach.', 'Ein Hund'],
        { images: true },
      ],
      [
        'what has the role of an image, if requested',
        '<p>Vor <i role="img" aria-label="dem Bild"></i> nach.</p>',
        ['Vor dem Bild nach.'],
        { images: true },
      ],
      [
        'what has the role of an image as its text',
        '<p>Vor <i role="img" aria-label="dem Bild"></i> und <i role="img" aria-label="Stern">*</i> nach.</p>',
        ['Vor und * nach.'],
      ],
      [
        'the visible content of details',
        '<details><summary>Zu</summary>Nein <p>Nein</p></details><details open><summary>Auf</summary>Ja</details>',
        ['Zu', 'Auf', 'Ja'],
      ],
      [
        'code in a sentence, but no listings',
        '<p>Mit <code>ls</code>.</p><pre>rm -rf</pre>',
        ['Mit ls.'],
      ],
      ['listings, if requested', '<pre>eins\nzwei</pre>', ['eins\nzwei'], { code: true }],
      [
        'words with optional line breaks',
        '<p>Donau<wbr>dampf&shy;schiff</p>',
        ['Donaudampf\u00ADschiff'],
      ],
      [
        'no-break and thin spaces unchanged',
        '<p>z.&nbsp;B.&#x202F;so \n  und&#x2009;so</p>',
        ['z.\u00A0B.\u202Fso und\u2009so'],
      ],
      ['lines as one block', '<p>Eine Zeile<br>und noch eine</p>', ['Eine Zeile und noch eine']],
      [
        'empty lines as ends of blocks',
        'Ein Absatz<br>weiter<br><br>Noch einer<br> <br>Ende',
        ['Ein Absatz weiter', 'Noch einer', 'Ende'],
      ],
      [
        'text outside of paragraphs',
        '<div>Eins<div>Zwei<div>Drei</div></div>Vier <b>fünf</b><section>Sechs</section></div>',
        ['Eins', 'Zwei', 'Drei', 'Vier fünf', 'Sechs'],
      ],
      [
        'spans that are laid out as columns',
        '<div style="display:flex"><span>Links</span><span>Rechts</span></div>',
        ['Links', 'Rechts'],
      ],
      [
        'an initial with its word',
        '<p><span style="float:left">E</span>s war einmal.</p>',
        ['Es war einmal.'],
      ],
      [
        'visible content of an invisible element',
        '<div style="visibility:hidden">Nein <p style="visibility:visible">Ja</p></div>',
        ['Ja'],
      ],
      [
        'no word that a rule for a tag hides',
        '<style>i { visibility: hidden; }</style><p>Ja<i>Nein</i></p>',
        ['Ja'],
      ],
      [
        'the base of ruby',
        '<p><ruby>北京<rp>(</rp><rt>Peking</rt><rp>)</rp></ruby> ist groß.</p>',
        ['北京 ist groß.'],
      ],
      [
        'formulas as one unit',
        '<p>Also <math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math> gilt.</p>',
        ['Also a2 gilt.'],
      ],
    ];
    for (const [what, markup, texts, options] of pages)
      it(what, async () => expect(await textsOf(markup, options)).to.deep.equal(texts));

    it('open shadow roots, with slotted content where it is shown', async () => {
      const root = await fixture<HTMLElement>(
        html`<article>
          <p>Davor</p>
          <div>Gegeben <i slot="end">Ende</i></div>
        </article>`,
      );
      const host = root.lastElementChild as HTMLElement;
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<p>Schatten</p><slot>Vorgabe</slot><p><slot name="end"></slot><slot name="none">Vorgabe</slot></p>';
      const shadows: ShadowRoot[] = [];
      const blocks = wholeBlocks(walk(root, {}, (shadow) => shadows.push(shadow)));
      expect(blocks.map(({ text }) => text.trim())).to.deep.equal([
        'Davor',
        'Schatten',
        'Gegeben',
        'EndeVorgabe',
      ]);
      expect(shadows).to.deep.equal([host.shadowRoot]);
    });
  });

  describe('does not read', () => {
    const hidden: [what: string, markup: string][] = [
      ['content that is not displayed', '<p hidden>Nein</p><p style="display:none">Nein</p>'],
      ['content that is hidden until found', '<p hidden="until-found">Nein</p>'],
      [
        'content hidden from assistive technology',
        '<p aria-hidden="true">Nein</p><p inert>Nein</p>',
      ],
      [
        'navigation and asides',
        '<nav>Nein</nav><aside>Nein</aside><div role="navigation">Nein</div><div role="toolbar">Nein</div>',
      ],
      [
        'forms and buttons',
        '<form>Nein <label>Nein <input></label> <h2>Nein</h2></form><form style="display:inline">Nein</form><button>Nein</button><select><option>Nein</select><textarea>Nein</textarea><a role="button">Nein</a>',
      ],
      [
        'advertisements and share bars',
        '<div class="ad">Nein</div><div class="box anzeige">Nein</div><div id="werbung">Nein</div><ul class="social-share"><li>Nein</ul><ins class="adsbygoogle">Nein</ins>',
      ],
      [
        'references to footnotes',
        '<sup><a href="#n1">1</a></sup><a href="#n2"><sup>2</sup></a><a role="doc-noteref" href="#n">3</a><sup class="reference">[4]</sup>',
      ],
      ['content excluded from search snippets', '<p data-nosnippet>Nein</p>'],
      [
        'content that the author excludes',
        '<p data-vorleser="skip">Nein</p><i data-vorleser-say="">Nein</i>',
      ],
      [
        'content for screen readers only',
        `<span style="position:absolute;clip-path:inset(50%);white-space:nowrap">Nein</span>
         <span style="position:absolute;left:-9999px">Nein</span>`,
      ],
      [
        'scripts, styles, templates and comments',
        '<script>"Nein"</script><style>p{}</style><template>Nein</template><noscript>Nein</noscript><!-- Nein -->',
      ],
    ];
    for (const [what, markup] of hidden)
      it(what, async () =>
        expect(await textsOf(`<p>Ja${markup}</p><div>Auch${markup}</div>`)).to.deep.equal([
          'Ja',
          'Auch',
        ]),
      );

    it('elements that match the selector', async () => {
      expect(await textsOf('<p>Ja</p><p class="x">Nein</p>', { skip: '.x, h6' })).to.deep.equal([
        'Ja',
      ]);
    });
  });

  it('reads elements whose class or id only resembles those of advertisements', async () => {
    expect(
      await textsOf('<p class="admin shared leading">Ja</p><p id="adresse">Auch</p>'),
    ).to.deep.equal(['Ja', 'Auch']);
  });

  it('reads text for screen readers, if requested', async () => {
    const markup = '<p>Ja <span style="position:absolute;clip-path:inset(50%)">doch</span></p>';
    expect(await textsOf(markup, { screenReaderText: true })).to.deep.equal(['Ja', 'doch']);
  });

  it('gives the language of each block and of the spans in it', async () => {
    const blocks = await blocksOf(
      '<p>Die <em lang="en">Artificial <b>Intelligence</b></em> lernt.</p><p lang="fr">Oui.</p>',
    );
    expect(blocks.map(({ lang }) => lang)).to.deep.equal(['de', 'fr']);
    const [annotation] = blocks[0]?.annotations ?? [];
    expect(blocks[0]?.text.slice(annotation?.start, annotation?.end)).to.equal(
      'Artificial Intelligence',
    );
    expect(annotation?.lang).to.equal('en');
  });

  it('takes the language from xml:lang, in HTML and in XML', async () => {
    const [block] = await blocksOf('<p xml:lang="fr">Oui.</p>');
    expect(block?.lang).to.equal('fr');
    const root = await fixture<HTMLElement>(html`<p lang="de">Das ist <i>amore</i></p>`);
    root.lastElementChild?.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', 'it');
    const [annotation] = wholeBlocks(walk(root))[0]?.annotations ?? [];
    expect(annotation?.lang).to.equal('it');
  });

  it('does not read references to notes and numbers of pages in XHTML', async () => {
    const root = await fixture<HTMLElement>(
      html`<p>Ein Satz<a href="#n">[1]</a> <b>45</b>hier.</p>`,
    );
    const types = { a: 'noteref', b: 'pagebreak' };
    for (const [name, type] of Object.entries(types))
      root.querySelector(name)?.setAttributeNS('http://www.idpf.org/2007/ops', 'epub:type', type);
    expect(wholeBlocks(walk(root)).map(({ text }) => text)).to.deep.equal(['Ein Satz hier.']);
  });

  it('finds the language outside of the root, and defaults to German', async () => {
    const around = await fixture<HTMLElement>(html`<div lang="fr-CH"><p>Oui</p></div>`);
    expect([...walk(around.firstElementChild as Element)][0]?.lang).to.equal('fr-CH');
    document.documentElement.removeAttribute('lang');
    const bare = await fixture<HTMLElement>(html`<p>Ja</p>`);
    expect([...walk(bare)][0]?.lang).to.equal('de');
  });

  const alternatives: [what: string, markup: string, text: string, spoken: string][] = [
    [
      'text with a data-vorleser-say attribute',
      '<p>Bei <b data-vorleser-say="Häkeln">H&auml;k.</b></p>',
      'Häk.',
      'Häkeln',
    ],
    [
      'an abbreviation with its title',
      '<p>Die <abbr title="Schweizerische Bundesbahnen">SBB</abbr></p>',
      'SBB',
      'Schweizerische Bundesbahnen',
    ],
    ['ruby with its reading', '<p><ruby>北<rt>Pe</rt>京<rt>king</rt></ruby></p>', '北京', 'Peking'],
    ['raised digits', '<p>5 km<sup>2</sup></p>', '2', '^2'],
    [
      'a formula with its description',
      '<p><math alttext="a hoch zwei"><mi>a</mi></math></p>',
      'a',
      'a hoch zwei',
    ],
    [
      'a formula with its TeX',
      '<p><math><semantics><mi>a</mi><annotation encoding="application/x-tex">\\alpha</annotation></semantics></math></p>',
      'a',
      '\\alpha',
    ],
    [
      'a formula in text with its label',
      '<p>Also <span role="math" aria-label="a Quadrat">a²</span></p>',
      'a²',
      'a Quadrat',
    ],
    [
      'a drawing with the author’s description',
      '<p>Hier <svg data-vorleser-say="ein Pfeil"></svg></p>',
      'ein Pfeil',
      'ein Pfeil',
    ],
    [
      'a whole block with the author’s words',
      '<table data-vorleser-say="Eine Tabelle"><tr><td>1<td>2</table>',
      '12',
      'Eine Tabelle',
    ],
  ];
  for (const [what, markup, text, spoken] of alternatives)
    it(`annotates ${what}`, async () => {
      const blocks = await blocksOf(markup);
      const annotation = blocks[0]?.annotations.find(({ spoken }) => spoken !== undefined);
      expect(blocks).to.have.length(1);
      expect(blocks[0]?.text.slice(annotation?.start, annotation?.end)).to.equal(text);
      expect(annotation?.spoken).to.equal(spoken);
    });

  it('is lazy: visits no text before its block is requested', async () => {
    const root = await fixture<HTMLElement>(
      html`<article>
        <p>Eins.</p>
        <p>Zwei.</p>
      </article>`,
    );
    const blocks = walk(root);
    expect(blocks.next().value?.text).to.equal('Eins.');
    root.lastElementChild?.replaceChildren('Drei.');
    expect(blocks.next().value?.text).to.equal('Drei.');
  });

  it('can be interrupted within a block of many nodes', async () => {
    const root = await fixture<HTMLElement>(
      html`<p lang="de" .innerHTML=${'<span>Wort</span> '.repeat(2000)}></p>`,
    );
    const steps = [...walk(root)];
    expect(steps.filter((block) => block === null)).to.have.length.above(3);
    expect(wholeBlocks(steps)[0]?.text).to.equal('Wort '.repeat(2000));
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { createNarration } from '../../src/narration/index.js';
import { furnitureIn, isSurelyFurniture } from '../../src/page/furniture.js';

const TEXT =
  'Am Morgen stieg der Fluss über die Mauer, und die Leute auf dem Markt räumten ihre Stände zusammen. '.repeat(
    4,
  );

/** What is read of an article that begins and ends with text, besides that text. */
async function readOf(markup: string, skip = ''): Promise<string> {
  const article = await fixture<HTMLElement>(
    html`<article .innerHTML=${`<p>${TEXT}</p>${markup}<p>${TEXT}</p>`}></article>`,
  );
  const narration = createNarration(article, { leaveOut: furnitureIn(article), skip });
  await narration.cutAll();
  const texts = narration.cues.map(({ text }) => text);
  narration.dispose();
  return texts.filter((text) => !TEXT.includes(text)).join(' ');
}

const CAPTION = 'Der Markt am Tag nach dem Hochwasser, von der Brücke aus.';
const FIGURE = `<figure><img><figcaption>${CAPTION}</figcaption></figure>`;

describe('furniture in an article', () => {
  for (const [what, markup] of Object.entries({
    'a related article': '<div class="related-posts"><p>Lesen Sie auch diesen.</p></div>',
    'a box of a plugin': '<div id="jp-relatedposts"><h3>Ähnliches</h3></div>',
    'an advertisement': '<div class="article-ad">Anzeige</div>',
    'the same in camel case': '<div class="articleByline">Von Anna Muster</div>',
    'a share bar': '<div class="sharedaddy"><h3>Teilen mit</h3></div>',
    'a newsletter box': '<section class="newsletter-signup"><p>Jetzt abonnieren.</p></section>',
    'a form with paragraphs':
      '<form><p>Bleiben Sie auf dem Laufenden.</p><p><label>E-Mail <input></label></p></form>',
    comments: `<div id="comments"><p>${TEXT}Sehr schön!</p></div>`,
    'a list of links': '<ul><li><a href="/1">Anderes</a></li><li><a href="/2">Mehr</a></li></ul>',
    'the heading of a list of links':
      '<h3>Das könnte Sie auch interessieren</h3><ul><li><a href="/1">Anderes</a></li></ul>',
    'the heading of comments that are not loaded yet':
      '<div><h3>Kommentare</h3><div id="disqus_thread"></div><script></script><noscript>Ohne JavaScript geht es nicht.</noscript></div>',
    'a list of links with a script in it':
      '<div><script>var text = "longer than all of the links";</script><a href="/1">Anderes</a></div>',
    'a link after a label':
      '<p><strong>Lesen Sie auch: <a href="/1">Was danach geschah</a></strong></p>',
    'headlines that are links, with a word after each': `<p>${['1', '2'].map((name) => `<a href="/${name}">Ein anderer Artikel aus dem Land, Teil ${name}</a> [VIDEO]<br>`).join('')}</p>`,
    'a link between paragraphs': '<a href="/1">Was danach <b>geschah</b></a>',
    'a list of headlines with their first words': `<div>${['1', '2', '3', '4'].map((name) => `<div><a href="/${name}">Ein anderer Artikel aus dem Land, Teil ${name}</a> Worum es …</div>`).join('')}</div>`,
    'such a name in two words': '<div class="by-line">Von Anna Muster</div>',
    'a paragraph with such a name': '<p class="byline">Von Anna Muster</p>',
    'a line with such a name': '<div><span class="authors">Von Anna Muster</span></div>',
    'what a missing style sheet hides':
      '<span class="hidden">Bild öffnen</span><div class="hidden">Menü</div>',
    'what a missing style sheet shows in a state only':
      '<div class="hidden aria-expanded:block">Zusammenfassung</div>',
    'the labels of a poll':
      '<div><label><input type="radio"> Ja</label><label><input type="radio"> Nein</label></div>',
    'a list of labels with a link each': `<ul>${['Hochwasser:', 'Wieder nass?'].map((label) => `<li><strong>${label}</strong> <a href="/1">Wie die Stadt sich schützen will</a></li>`).join('')}</ul>`,
    'a list of topics, however it is indented':
      '<ul>\n      <li><a href="/1">Bern</a></li>\n      <li><a href="/2">Aare</a></li>\n  </ul>',
    'a line that names the links below':
      '<p>Mehr zum Thema</p><ul><li><a href="/1">Anderes</a></li><li><a href="/2">Mehr</a></li></ul>',
    'an `article` with a link over all of it':
      '<article><a href="/3"></a><h3>Anderes</h3><p>Worum es da geht.</p></article>',
    'a credit': '<div>© Anna Muster</div><p>(Foto: Anna Muster/dpa)</p>',
    'the label of an advertisement': '<span>Publicité</span><div><b>– Anzeige –</b></div>',
    'a box for feedback': '<p class="Feedback_root">Fehler gefunden? Jetzt melden.</p>',
    'the label of a teaser': '<div class="teaser-flag">Live</div>',
    'the heading of an author’s biography': `<h3>Zur Autorin</h3><div class="author-bio"><p>Anna Muster schreibt seit vielen Jahren über Flüsse. ${'Sie lebt in Bern. '.repeat(8)}</p></div>`,
    'a linked teaser':
      '<a href="/3"><article><h3>Anderes</h3><p>Worum es da geht.</p></article></a>',
    'a teaser with a linked heading':
      '<div><h3><a href="/4">Anderes</a></h3><p>Worum es da geht.</p></div>',
  }))
    it(`is ${what}`, async () => {
      expect(await readOf(markup)).to.equal('');
    });

  for (const [what, markup, text] of [
    ['a text with such a name', `<div class="related share"><p>Lies mich.</p><p>${TEXT}</p></div>`],
    ['a form around text', `<form class="page"><p>Lies mich.</p><p>${TEXT}</p></form>`],
    [
      'a long paragraph with such a name',
      `<p class="social">${'Lies mich, es lohnt sich. '.repeat(6)}</p>`,
      'Lies mich, es lohnt sich. '.repeat(6).trim(),
    ],
    [
      'a long quotation with such a name',
      `<blockquote class="twitter-tweet">${'Lies mich, es lohnt sich. '.repeat(6)}</blockquote>`,
      'Lies mich, es lohnt sich. '.repeat(6).trim(),
    ],
    ['a lead with such a name', '<div class="teaser lead">Lies mich.</div>'],
    [
      'a list of labels with a link to another site each',
      `<ul>${['Verband:', 'Verlag:'].map((label) => `<li>${label} <a href="https://a.example/">Gesellschaft für deutsche Sprache</a>.</li>`).join('')}</ul>`,
      'Verband: Gesellschaft für deutsche Sprache. Verlag: Gesellschaft für deutsche Sprache.',
    ],
    [
      'a list of links to other sites',
      '<ul>\n   <li><a href="https://a.example/">Rhein</a></li>\n   <li><a href="https://b.example/">Aare</a></li>\n</ul>',
      'Rhein Aare',
    ],
    [
      'a sentence above links',
      '<p>Lies mich.</p><ul><li><a href="/1">Anderes</a></li><li><a href="/2">Mehr</a></li></ul>',
    ],
    [
      'a line above a link to another site',
      '<p>Empfehlung von Anna:</p><p><a href="https://a.example/">Ein Schirm</a></p>',
      'Empfehlung von Anna:',
    ],
    ['a line above text', '<p>An Anna</p><p>Lies mich.</p>', 'An Anna Lies mich.'],
    [
      'a paragraph that begins like a credit',
      '<p>Credit Suisse wird verkauft.</p><p>Bild: Das sagt sie.</p><p>(c) Die Stadt zahlt.</p>',
      'Credit Suisse wird verkauft. Bild: Das sagt sie. (c) Die Stadt zahlt.',
    ],
    ['a word with such a name', '<p>Lies <span class="author">mich</span>.</p>'],
    [
      'a link with a label in a sentence',
      '<p>Sie sagte es so: <a href="/5">Geht.</a> Und ging.</p>',
      'Sie sagte es so: Geht. Und ging.',
    ],
    ['text for screen readers that is shown', '<p class="screen-reader-text">Lies mich.</p>'],
    ['what is hidden on small screens only', '<div class="hidden md:block">Lies mich.</div>'],
    [
      'a list of short links with explanations',
      `<ul>${['Aa', 'Bb', 'Cc', 'Dd'].map((name) => `<li><a href="/${name}">${name}</a> fließt in den Rhein.</li>`).join('')}</ul>`,
      'Aa fließt in den Rhein. Bb fließt in den Rhein. Cc fließt in den Rhein. Dd fließt in den Rhein.',
    ],
    [
      'a paragraph of long links in a sentence',
      `<p>Nach <a href="/1">einem Artikel über das Hochwasser vom Montag</a> und <a href="/2">einem zweiten über die Mauer am Hafen</a> kam dieser.</p>`,
      'Nach einem Artikel über das Hochwasser vom Montag und einem zweiten über die Mauer am Hafen kam dieser.',
    ],
    [
      'a heading above the empty place of an advertisement',
      '<h2>Teil zwei.</h2><div class="ad-slot"><script>show()</script></div><p>Lies mich.</p>',
      'Teil zwei. Lies mich.',
    ],
    ...Object.entries({
      'a line about its author': '<div class="article-meta">Von Anna Muster</div>',
      'an advertisement with a label': '<div class="ad">Anzeige</div><p></p>',
      'a share bar':
        '<ul class="meta"><li>Anna Muster</li></ul><div class="share"><a href="https://a.example/">email</a></div>',
      'the label of an advertisement': '<div>Anzeige</div><p></p>',
      'an embed that waits for consent': `<div class="social-placeholder"><h3>Externer Inhalt</h3><p>${'Zeigen Sie ihn an. '.repeat(10)}</p></div>`,
    }).map(([what, below]) => [
      `a heading above ${what}`,
      `<div><h2>Lies mich.</h2>${below}</div>`,
      'Lies mich.',
    ]),
    ['a heading whose id is made of its text', '<h2 id="h-werbung">Lies mich.</h2>'],
    [
      'paragraphs with classes that only say how they look',
      '<p class="print:mt-2 [.widget_&]:mt-0">Lies mich.</p>',
    ],
    [
      'a lead that is called a teaser',
      `<p class="article-teaser">${'Lies mich, es lohnt sich. '.repeat(4)}</p>`,
      'Lies mich, es lohnt sich. '.repeat(4).trim(),
    ],
    ['a generated name', '<p class="css-1a4d">Lies mich.</p>'],
    ['a name that only contains such a word', '<p class="shadow loads">Lies mich.</p>'],
    ['a paragraph with links', '<p>Das sagte <a href="/5">Anna</a>.</p>', 'Das sagte Anna.'],
    [
      'a heading that links to itself',
      '<div><h2><a href="#h">Teil</a></h2><p>Zwei.</p></div>',
      'Teil Zwei.',
    ],
    [
      'a heading that links to a source',
      '<div><h2><a href="https://a.example/">Teil</a></h2><p>Zwei.</p></div>',
      'Teil Zwei.',
    ],
    [
      'cells with links',
      '<table><tr><td><a href="/6">Bern</a></td><td>Stadt</td></tr></table>',
      'Bern Stadt',
    ],
  ])
    it(`is not ${what}`, async () => {
      expect(await readOf(markup ?? '')).to.equal(text ?? 'Lies mich.');
    });

  it('is never most of the text, whatever its name', async () => {
    const article = await fixture<HTMLElement>(
      html`<div .innerHTML=${`<p>Kurz.</p><div class="related"><p>${TEXT}</p></div>`}></div>`,
    );
    const box = article.querySelector('.related') as Element;
    expect(furnitureIn(article)(box)).to.equal(false);
  });

  it('is known by its names alone after much prose, where it has little of that', async () => {
    const box = await fixture<HTMLElement>(html`<div class="widget">${TEXT}</div>`);
    const isFurniture = (prose: number) => isSurelyFurniture(box, 'div', prose);
    expect([40_000, 60_000].map(isFurniture)).to.deep.equal([false, true]);
    box.textContent = TEXT.repeat(20);
    expect([60_000, 90_000].map(isFurniture)).to.deep.equal([false, true]);
    box.className = 'text';
    expect(isFurniture(90_000)).to.equal(false);
  });

  describe('in a caption', () => {
    for (const [what, credit] of Object.entries({
      'is the credit at its end': '<small>(Bild: Anna Muster/dpa)</small>',
      'is the name after „©“': '© <span>Anna Muster/dpa</span>',
      'is a name after its last sentence': '<span>Keystone / Anna Muster</span>',
      'is a credit in parentheses': '<span>(AP Photo/Anna Muster)</span>',
      'is what is called a credit': '<b><span class="credit">Anna Muster/AP</span></b>',
      'is a credit without a colon': '<span>Image copyright Keystone</span>',
    }))
      it(what, async () =>
        expect(
          (
            await readOf(`<figure><img><figcaption>${CAPTION} ${credit}</figcaption></figure>`)
          ).replace(/\s*©\s*$/, ''),
        ).to.equal(CAPTION),
      );

    for (const part of [
      'Rechts die Mauer.',
      'Rechts die Mauer, die im Herbst erhöht wird, und links der Hafen',
    ])
      it(`is not „${part}“`, async () =>
        expect(
          await readOf(
            `<figure><img><figcaption>${CAPTION} <span>${part}</span></figcaption></figure>`,
          ),
        ).to.equal(`${CAPTION} ${part}`));

    it('is not who said what a figure quotes', async () =>
      expect(
        await readOf(
          '<figure><blockquote>Das Wasser kam schnell.</blockquote><figcaption><p>Anna Muster, Bern</p></figcaption></figure>',
        ),
      ).to.equal('Das Wasser kam schnell. Anna Muster, Bern'));

    it('is not the first part', async () =>
      expect(
        await readOf(
          `<figure><img><figcaption><b>Der Markt</b> <span>${CAPTION}</span></figcaption></figure>`,
        ),
      ).to.equal(`Der Markt ${CAPTION}`));
  });

  describe('that shows the text again', () => {
    for (const [what, markup] of Object.entries({
      'is a caption below an enlarged picture': `${FIGURE}<div class="lightbox"><img><p>${CAPTION}</p><p>1 / 5</p></div>`,
      'is such a box before the picture': `<div id="fancyboxCaption"><p>${CAPTION}</p></div>${FIGURE}`,
    }))
      it(what, async () => expect(await readOf(markup)).to.equal(CAPTION));

    for (const [what, markup] of Object.entries({
      'is the caption of a second picture': `${FIGURE}${FIGURE}`,
      'is such a caption by its name': `<div class="wp-caption"><p>${CAPTION}</p></div>`.repeat(3),
      'is a caption, but not the first one outside of furniture': `<div class="gallery">${FIGURE}</div>${FIGURE}${FIGURE}`,
    }))
      it(what, async () => expect(await readOf(markup)).to.equal(CAPTION));

    it('is a version for print, however long it is', async () => {
      const article = await fixture<HTMLElement>(
        html`<div
          .innerHTML=${`<div><p>${TEXT}</p>${FIGURE}</div><div class="print-view"><p>${TEXT}</p><p>${CAPTION}</p></div>`}
        ></div>`,
      );
      expect(furnitureIn(article)(article.querySelector('.print-view') as Element)).to.equal(true);
    });

    for (const [what, markup, text] of [
      [
        'is not what the text does not have',
        `<div class="lightbox"><p>${TEXT}</p><p>Es war das dritte in diesem Jahr.</p></div>`,
        'Es war das dritte in diesem Jahr.',
      ],
      [
        'is not what the text hides',
        `<div style="display:none">${FIGURE}</div><div class="lightbox"><p>${CAPTION}</p></div>`,
        CAPTION,
      ],
      [
        'is not what only another such box has',
        `<div class="lightbox"><p>${CAPTION}</p></div><div class="fancybox"><p>${CAPTION}</p></div>`,
        `${CAPTION} ${CAPTION}`,
      ],
      [
        'is not a text without such a name',
        `${FIGURE}<blockquote><p>${CAPTION}</p></blockquote>`,
        `${CAPTION} ${CAPTION}`,
      ],
      [
        'is not a caption whose earlier copy is not read',
        `<aside>${FIGURE}</aside>${FIGURE}`,
        CAPTION,
      ],
      [
        'is not the first caption that can be seen',
        `<div style="display:none">${FIGURE}</div>${FIGURE}`,
        CAPTION,
      ],
      [
        'is not a caption with more text',
        `${FIGURE}<figure><img><figcaption>${CAPTION} Foto: dpa</figcaption></figure>`,
        `${CAPTION} ${CAPTION} Foto: dpa`,
      ],
      [
        'is not mostly labels',
        `${FIGURE}<div class="lightbox"><p>${CAPTION}</p>${'<p>Nur heute: zehn Prozent.</p>'.repeat(3)}</div>`,
        [CAPTION, CAPTION, ...Array<string>(3).fill('Nur heute: zehn Prozent.')].join(' '),
      ],
    ] as const)
      it(what, async () => expect(await readOf(markup)).to.equal(text));
  });

  it('is read where the author wants that', async () => {
    expect(await readOf('<div class="byline" data-vorleser="read">Von Anna.</div>')).to.equal(
      'Von Anna.',
    );
    expect(
      await readOf('<div class="byline">Von <b data-vorleser="read">Anna.</b></div>'),
    ).to.equal('Von Anna.');
    expect(
      await readOf('<div data-vorleser="read"><ul><li><a href="/1">Anderes.</a></li></ul></div>'),
    ).to.contain('Anderes.');
  });

  it('does not change what the publisher leaves out', async () => {
    expect(await readOf('<p class="credit-line" data-vorleser="skip">Weg.</p>')).to.equal('');
    expect(await readOf('<p class="lead">Weg.</p>', '.lead')).to.equal('');
  });
});

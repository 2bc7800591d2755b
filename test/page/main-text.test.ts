import { expect } from '@open-wc/testing';
import { createNarration } from '../../src/narration/index.js';
import { mainTextOf } from '../../src/page/main-text.js';

const LONG = [
  'Am Morgen stieg der Fluss über die Mauer, und die Leute auf dem Markt räumten ihre Stände zusammen.',
  'Gegen Mittag fiel das Wasser wieder, doch in den Kellern steht der Schlamm noch immer kniehoch.',
  'Der Bürgermeister dankte allen, die geholfen hatten, und versprach, die Mauer bis zum Herbst zu erhöhen.',
  'Die Versicherungen rechnen mit mehreren Millionen Euro, und die Schule am Hafen bleibt vorerst geschlossen.',
];
const TEXT = LONG.map((sentence) => `<p>${sentence}</p>`).join('');
const OTHER =
  'Wer im Winter über den Pass will, braucht Ketten und Geduld, denn geräumt wird erst am Vormittag.';
const teaser = (title: string, tag = 'div') =>
  `<${tag} class="box"><h3><a href="/${title}">${title}</a></h3><p>${OTHER}</p></${tag}>`;
const TEASERS = ['Eins', 'Zwei', 'Drei', 'Vier'].map((title) => teaser(title)).join('');
const NAVIGATION = '<ul class="m1"><li><a href="/a">Start</a><li><a href="/b">Archiv</a></ul>';

/** What is read of a page, or null. Cues are joined by a line break. */
async function readingOf(body: string, head = ''): Promise<string | null> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="de"><head>${head}</head><body>${body}</body></html>`;
  document.body.append(frame);
  await new Promise((resolve) => (frame.onload = resolve));
  const found = mainTextOf(frame.contentDocument as Document);
  lastIsList = found.isList;
  const narration =
    found.root &&
    createNarration(found.root, { leaveOut: found.leaveOut, skip: 'vorleser-player' });
  await narration?.cutAll();
  const text = narration && narration.cues.map((cue) => cue.text).join('\n');
  narration?.dispose();
  frame.remove();
  return text;
}

let lastIsList = false;
const ARTICLE = ['Hochwasser', ...LONG].join('\n');

describe('the main text of a page', () => {
  for (const [what, body] of Object.entries({
    'in an `article`': `<main><article><h1>Hochwasser</h1>${TEXT}</article></main>`,
    'in elements that say nothing': `<div>${NAVIGATION}</div><div><div><h1>Hochwasser</h1></div><div>${TEXT}</div></div><div>Impressum</div>`,
    'after a teaser that is an `article`': `<header>${teaser('Eil', 'article')}</header><main><article><h1>Hochwasser</h1>${TEXT}</article></main>`,
    'after an empty `article`': `<article></article><article><h1>Hochwasser</h1>${TEXT}</article>`,
    'after a hidden text': `<article style="display:none"><h1>Alt</h1>${TEXT}${TEXT}</article><article><h1>Hochwasser</h1>${TEXT}</article>`,
    'before more prose in teasers': `<div><h1>Hochwasser</h1>${TEXT}</div><div>${TEASERS}${TEASERS}</div>`,
    'before more prose in comments': `<div><h1>Hochwasser</h1>${TEXT}</div><div id="comments">${`<p>${OTHER}</p>`.repeat(6)}</div>`,
    'before ten times as much in comments': `<div><h1>Hochwasser</h1>${TEXT}</div>${`<div class="comment"><p>${OTHER}</p></div>`.repeat(50)}`,
    'in parts with the same name of furniture each': `<div>Anzeige</div><div><h1>Hochwasser</h1>${LONG.map((sentence) => `<section class="section--ads"><p>${sentence}</p></section>`).join('')}</div>`,
    'in the comments of a page with nothing else': `<div>Anmelden</div><div><h1>Hochwasser</h1>${LONG.map((sentence) => `<div class="match-comment"><p>${sentence}</p></div>`).join('')}</div>`,
    'in the only post of a page, beside more in a sidebar': `<div><div class="hentry"><h1>Hochwasser</h1>${TEXT}</div></div><div id="sidebar"><div>${`<p>${OTHER}</p>`.repeat(9)}</div></div>`,
    'before comments that are `article`s': `<article><h1>Hochwasser</h1>${TEXT}</article><div class="comment-list">${`<article class="comment"><p>${OTHER}</p></article>`.repeat(6)}</div>`,
    'before linked headings': `<div><h1>Hochwasser</h1>${TEXT}</div><div><h3><a href="/a">A</a></h3><h3><a href="/b">B</a></h3><h3><a href="/c">C</a></h3><h3><a href="/d">D</a></h3></div>`,
    'in several `article`s': `<main><h1>Hochwasser</h1>${LONG.map((sentence) => `<article><p>${sentence}</p></article>`).join('')}</main>`,
    'with a name of furniture around it': `<body class="widget"><div class="share related"><h1>Hochwasser</h1>${TEXT}</div>`,
    'with a name of furniture around all but its start': `<h1>Hochwasser</h1><p>${LONG[0]}</p><p>${LONG[1]}</p><div class="widget"><p>${LONG[2]}</p><p>${LONG[3]}</p></div>`,
    'in a form around the page': `<form id="aspnetForm">${NAVIGATION}<input><div><h1>Hochwasser</h1>${TEXT}</div></form>`,
    'in a form below the headline': `<main><h1>Hochwasser</h1><form><div>${TEXT}</div></form></main>`,
    'in a list of tabs': `<main><h1>Hochwasser</h1><div role="tablist">${TEXT}</div></main>`,
    'beside a form with paragraphs': `<main><h1>Hochwasser</h1>${TEXT}<form><p>Bleiben Sie auf dem Laufenden.</p></form></main>`,
    'beside paragraphs that stand in divisions of their own': `<main><div><h1>Hochwasser</h1><p>${LONG[0]}</p></div>${LONG.slice(
      1,
    )
      .map((sentence) => `<div><div><div><div><p>${sentence}</p></div></div></div></div>`)
      .join('')}</main>`,
    'in a post whose topic is named like furniture': `<div class="post type-post status-publish hentry category-kommentar tag-widget"><h1>Hochwasser</h1>${TEXT}</div>${NAVIGATION}`,
    'before a footer without an element of its own': `<div><h1>Hochwasser</h1><p>${LONG[0]}</p><p>${LONG[1]}</p><p>${LONG[2]}</p><p>${LONG[3]}</p></div><div class="page-footer"><p>${OTHER} ${OTHER} ${OTHER} ${OTHER}</p></div>`,
    'beside links to other pages with their first words': `<div><div class="x1"><ul>${['eins', 'zwei', 'drei', 'vier'].map((name) => `<li><a href="/${name}">Ein anderer Artikel aus dem Land, Teil ${name}</a> <span>${OTHER.slice(0, 60)} …</span></li>`).join('')}</ul></div><div><h1>Hochwasser</h1>${TEXT}${''}</div></div>`,
    'in a page that is out of sight until its scripts have run': `<style>body { visibility: hidden }</style><article><h1>Hochwasser</h1>${TEXT}</article>`,
    'between lists of links': `<div>${NAVIGATION}<h1>Hochwasser</h1>${TEXT}${NAVIGATION}</div>`,
  }))
    it(`is found ${what}`, async () => {
      const text = await readingOf(body);
      expect(text?.replace(/^Hochwasser\n/, '')).to.equal(LONG.join('\n'));
      expect(text).to.equal(ARTICLE);
    });

  it('includes a headline and a lead in another branch', async () => {
    const lead = 'Ein Fluss tritt über die Ufer, und eine Stadt räumt auf.';
    const text = await readingOf(
      `<div>${NAVIGATION}</div><main><header><h1>Hochwasser</h1><p>${lead}</p></header><div><div>${TEXT}</div></div><div>${TEASERS}</div></main>`,
    );
    expect(text).to.equal(['Hochwasser', lead, ...LONG].join('\n'));
  });

  describe('of a page that says its title', () => {
    const title = 'Hochwasser in der Altstadt';
    const text = [title, ...LONG].join('\n');
    for (const [what, head] of Object.entries({
      'in `title`': `<title>${title} – Der Bote</title>`,
      'in Open Graph': `<meta property="og:title" content="${title}">`,
      'in JSON-LD': `<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "${title}"}]}</script>`,
    }))
      it(`has the headline that is the title ${what}, of whatever level`, async () => {
        const body = `<div><h1>Der Bote</h1><p>Nachrichten</p>${NAVIGATION}</div><div><h2>${title}</h2><div>${TEXT}</div></div>`;
        expect(await readingOf(body, head)).to.equal(text);
      });

    it('has no headline that is a link to the home page', async () => {
      const body = `<div><h1><a href="/">Der Bote</a></h1>${NAVIGATION}<p>Nachrichten</p></div><div>${TEXT}</div>`;
      const text = await readingOf(body, '<base href="/2026/hochwasser.html">');
      expect(text).to.equal(LONG.join('\n'));
    });
  });

  it('leaves out when and by whom it was published, in any language', async () => {
    const lead = 'Ein Fluss tritt über die Ufer.';
    const text = await readingOf(
      `<main><h1>Hochwasser</h1><p>${lead}</p><div>Posted on Oktober 27, 2015 by Admin</div><p>20 Nov, 2019 05:47</p><div><span>기사입력 :[ 2018-08-25 15:24 ]</span></div>${TEXT}<p>12. Mai 2019</p>${TEXT}</main>`,
    );
    expect(text).to.equal(['Hochwasser', lead, ...LONG, '12. Mai 2019', ...LONG].join('\n'));
  });

  for (const [what, line] of Object.entries({
    'beside the headline': '<time>21. Mai 2026</time>',
    'by the time alone': '<div><time>13:37 Uhr</time></div>',
    'with a day in digits': '<p>By Anna Muster - 11/18/19 11:04 PM EST</p>',
    'around elements without text':
      '<div><meta itemprop="datePublished" content="2019-11-19"><time>10:48, Tue, Nov 19, 2019</time> | UPDATED: <time>11:05, Tue, Nov 19, 2019</time><ul><li></li></ul></div>',
  }))
    it(`leaves out when it was published ${what}`, async () => {
      expect(await readingOf(`<main><h1>Hochwasser</h1>${line}${TEXT}</main>`)).to.equal(ARTICLE);
    });

  it('leaves out when it was published above the headline and below a long one', async () => {
    const second = `${LONG[0]} Danach kam der Regen.`;
    const text = await readingOf(
      `<main><p>Von Anna Muster am 30. Juli 2018</p><h1>Hochwasser</h1><h2>${second}</h2><figure><figcaption>${OTHER}</figcaption></figure><p>30. Juli 2018, 12:15</p>${TEXT}</main>`,
    );
    const [one, two] = second.split(/(?<=\.) /);
    expect(text).to.equal(['Hochwasser', one, two, OTHER, ...LONG].join('\n'));
  });

  for (const [what, line, head] of [
    ['that JSON-LD names', '<p>Von Anna Muster</p>', { author: { name: 'Anna Muster' } }],
    [
      'of whom there are two',
      '<p>Von Anna Muster und Max Huber</p>',
      { author: [{ name: 'Anna Muster' }, 'Max Huber'] },
    ],
    [
      'in an `address`',
      '<figure><figcaption><address>Von Anna Muster, Redakteurin</address><time>6. 11. 2025, 17:06 Uhr</time></figcaption></figure>',
      {},
    ],
    [
      'in a figure with her office',
      '<figure><figcaption><address>Von <a rel="author" href="/anna">Anna Muster</a></address><p>Redaktionsleiterin</p></figcaption></figure>',
      {},
    ],
    ['whom a link names', '<p>Kolumne von <a href="/anna">Anna Muster</a></p>', {}],
    ['whom a link marks', '<div>Von <a rel="author" href="/anna">Anna Muster</a></div>', {}],
    [
      'and how long it takes to be read',
      '<ul><li>3 Minuten Lesezeit</li><li>Von Anna Muster</li></ul>',
      { author: 'Anna Muster' },
    ],
  ] as const)
    it(`leaves out its author ${what}`, async () => {
      const json = JSON.stringify({ '@type': 'NewsArticle', headline: 'Hochwasser', ...head });
      expect(
        await readingOf(
          `<main><div><h1>Hochwasser</h1>${line}</div>${TEXT}</main>`,
          `<script type="application/ld+json">${json}</script>`,
        ),
      ).to.equal(ARTICLE);
    });

  it('leaves out the authors that the head names', async () => {
    const text = await readingOf(
      `<main><h1>Hochwasser</h1><p>Anna Muster, Max Huber</p>${TEXT}</main>`,
      '<meta name="author" content="Anna Muster, Max Huber">',
    );
    expect(text).to.equal(ARTICLE);
  });

  it('keeps a lead about its author, or with letters of a short name', async () => {
    const lead = 'Japan siegt. Anna Muster war in Tokio dabei und sah zu.';
    const text = await readingOf(
      `<main><h1>Hochwasser</h1><p>${lead}</p>${TEXT}</main>`,
      '<meta name="author" content="Anna Muster; apa; Jap">',
    );
    expect(text).to.equal(['Hochwasser', ...lead.split(/(?<=\.) /), ...LONG].join('\n'));
  });

  it('has its headline and its lead, whatever the name of what they stand in', async () => {
    const lead = 'Ein Fluss tritt über die Ufer, und eine Stadt räumt auf.';
    const text = await readingOf(
      `<main><div class="has-meta"><h1>Hochwasser</h1><div class="teaser lead">${lead}</div></div><div>${TEXT}</div></main>`,
    );
    expect(text).to.equal(['Hochwasser', lead, ...LONG].join('\n'));
  });

  it('has the first heading of its `article` as headline, on a page without `h1`', async () => {
    const page = (heading: string) =>
      `${NAVIGATION}<article>${heading}<div><p>${LONG[0]}</p></div><div><div>${TEXT}</div></div></article>`;
    expect(await readingOf(page('<header><h2>Hochwasser</h2></header>'))).to.match(/^Hochwasser\n/);
    expect(
      await readingOf(page('<header><h2><a href="/a">Anderes</a></h2></header>')),
    ).not.to.contain('Anderes');
  });

  it('has its headline once, where the page has it in a list of links as well', async () => {
    const heading = 'Hochwasser in der Altstadt';
    for (const again of [heading, `Unwetter: ${heading}`]) {
      const text = await readingOf(
        `<body><ul><li><a href="/">Start</a></li><li><h1>${heading}</h1></li></ul><div><article><h2>${again}</h2>${TEXT}<h3>${heading}</h3>${TEXT}</article></div></body>`,
      );
      expect(text).to.equal([again, ...LONG, heading, ...LONG].join('\n'));
    }
  });

  it('keeps a lead that has a date beside it', async () => {
    const text = await readingOf(
      `<main><h1>Hochwasser</h1><div><p>Eine Stadt räumt auf.</p><p>30. 7. 2018</p></div>${TEXT}</main>`,
    );
    expect(text).to.equal(['Hochwasser', 'Eine Stadt räumt auf.', ...LONG].join('\n'));
  });

  it('has its lead once, where the page shows it above and in the text', async () => {
    const lead = 'Ein Fluss tritt über die Ufer, und eine Stadt räumt auf.';
    const text = await readingOf(
      `<main><header><h1>Hochwasser</h1><p>${lead}</p></header><div><div>${lead}</div>${TEXT}</div></main>`,
    );
    expect(text).to.equal(['Hochwasser', lead, ...LONG].join('\n'));
  });

  it('keeps a line that comes twice in the text itself', async () => {
    const line = 'Und der Fluss steigt weiter, Stunde um Stunde.';
    const text = await readingOf(
      `<main><h1>Hochwasser</h1><div><p>${line}</p><p>${line}</p>${TEXT}</div></main>`,
    );
    expect(text).to.equal(['Hochwasser', line, line, ...LONG].join('\n'));
  });

  it('leaves out labels after its last sentence', async () => {
    const labels = '<div>Kommentare</div><h3>Mehr zum Thema</h3><div><span>17 von 17</span></div>';
    const text = await readingOf(`<main><h1>Hochwasser</h1>${TEXT}${labels}<div></div></main>`);
    expect(text).to.equal(ARTICLE);
  });

  for (const [what, end, lines] of [
    ['a paragraph', '<p>Anna Muster</p>', ['Anna Muster']],
    ['a list', '<h3>Vorrat</h3><ul><li>Eimer</li></ul>', ['Vorrat', 'Eimer']],
    ['a sentence', '<div>Mehr</div><div>Es regnet.</div>', ['Mehr', 'Es regnet.']],
    ['more lines', '<div>La</div>'.repeat(6), Array<string>(6).fill('La')],
  ] as const)
    it(`keeps ${what} at its end`, async () => {
      const text = await readingOf(`<main><h1>Hochwasser</h1>${TEXT}${end}</main>`);
      expect(text).to.equal([ARTICLE, ...lines].join('\n'));
    });

  it('is the text that JSON-LD has as well, where the page shows much more of another', async () => {
    const body = LONG.join(' ');
    const other = Array.from({ length: 120 }, (_, i) => `<p>${OTHER} Zum ${i}. Mal.</p>`).join('');
    const text = await readingOf(
      `<div><div><h1>Hochwasser</h1>${TEXT}</div></div><div><div>${other}</div></div>`,
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'Hochwasser', articleBody: body })}</script>`,
    );
    expect(text).to.equal(ARTICLE);
  });

  it('is not the lead alone, where JSON-LD has only that', async () => {
    const lead = OTHER.replace(',', ' und im Frühling,');
    const text = await readingOf(
      `<div><div><div><h1>Hochwasser</h1><p>${lead}</p></div></div><div><div>${TEXT.repeat(8)}</div></div></div>`,
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: lead })}</script>`,
    );
    expect(text).to.equal(['Hochwasser', lead, ...Array<string[]>(8).fill(LONG).flat()].join('\n'));
  });

  it('is not a list where the page says that it is one article', async () => {
    const text = `<main><h1>Hochwasser</h1><p>Es war schnell vorbei.</p>${TEASERS}</main>`;
    const head = '<script type="application/ld+json">{"@type": "BlogPosting"}</script>';
    expect(await readingOf(text, head)).to.equal('Hochwasser\nEs war schnell vorbei.');
    expect(await readingOf(text, '<script type="application/ld+json">{,}</script>')).to.equal(null);
  });

  it('includes text before the first of several headlines', async () => {
    const text = await readingOf(
      `<div><p>${OTHER}</p><h1>Eins</h1>${TEXT}<h1>Zwei</h1>${TEXT}</div>`,
    );
    expect(text).to.equal([OTHER, 'Eins', ...LONG, 'Zwei', ...LONG].join('\n'));
  });

  it('is the first of several articles with a headline each', async () => {
    const text = await readingOf(
      `<main><article><h1>Eins</h1>${TEXT}${TEXT}</article><article><h1>Zwei</h1>${TEXT.repeat(4)}</article></main>`,
    );
    expect(text).to.equal(['Eins', ...LONG, ...LONG].join('\n'));
  });

  it('may be short, where the markup names it', async () => {
    expect(await readingOf('<div itemprop="articleBody"><p>Kurz.</p></div>')).to.equal('Kurz.');
    expect(await readingOf('<main><p>Auch kurz.</p></main>')).to.equal('Auch kurz.');
  });

  it('is none on a page without text', async () => {
    expect(await readingOf(NAVIGATION)).to.equal(null);
    expect(lastIsList).to.equal(false);
  });

  for (const [what, body] of Object.entries({
    teasers: `<main><h1>Politik</h1>${TEASERS}</main>`,
    'teasers without boxes': `<main><h1>Politik</h1>${['a', 'b', 'c', 'd'].map((name) => `<h3><a href="/${name}">${name}</a></h3><p>${OTHER}</p>`).join('')}</main>`,
    'articles that have pages of their own': `<main>${['a', 'b', 'c'].map((name) => `<article><h2><a href="/${name}">${name}</a></h2>${TEXT}${TEXT}</article>`).join('')}</main>`,
  }))
    it(`is none on a list of ${what}`, async () => {
      expect(await readingOf(body)).to.equal(null);
      expect(lastIsList).to.equal(true);
    });
});

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
async function readingOf(body: string): Promise<string | null> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="de"><body>${body}</body></html>`;
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
    'before comments that are `article`s': `<article><h1>Hochwasser</h1>${TEXT}</article><div class="comment-list">${`<article class="comment"><p>${OTHER}</p></article>`.repeat(6)}</div>`,
    'before linked headings': `<div><h1>Hochwasser</h1>${TEXT}</div><div><h3><a href="/a">A</a></h3><h3><a href="/b">B</a></h3><h3><a href="/c">C</a></h3><h3><a href="/d">D</a></h3></div>`,
    'in several `article`s': `<main><h1>Hochwasser</h1>${LONG.map((sentence) => `<article><p>${sentence}</p></article>`).join('')}</main>`,
    'with a name of furniture around it': `<body class="widget"><div class="share related"><h1>Hochwasser</h1>${TEXT}</div>`,
    'in a form around the page': `<form id="aspnetForm">${NAVIGATION}<input><div><h1>Hochwasser</h1>${TEXT}</div></form>`,
    'in a form below the headline': `<main><h1>Hochwasser</h1><form><div>${TEXT}</div></form></main>`,
    'in a list of tabs': `<main><h1>Hochwasser</h1><div role="tablist">${TEXT}</div></main>`,
    'beside a form with paragraphs': `<main><h1>Hochwasser</h1>${TEXT}<form><p>Bleiben Sie auf dem Laufenden.</p></form></main>`,
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

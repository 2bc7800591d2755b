/** What the playground makes of pasted text and HTML. */
import { expect } from '@open-wc/testing';
import { articleOf } from '../../site/client/pasted.js';

/** The HTML of the article that is made of what was pasted. */
function htmlOf(pasted: string): string {
  const { content } = articleOf(pasted);
  const box = document.createElement('div');
  box.append(content);
  return box.innerHTML;
}

/** HTML that would run a script, load something or take over the page. What is kept of each is only “Text”. */
const HOSTILE = [
  `<script>window.ran = true</script><p>Text</p>`,
  `<p onclick="window.ran = true" onfocus="window.ran = true" tabindex="0">Text</p>`,
  `<img src=x onerror="window.ran = true"><p>Text</p>`,
  `<p><img src="https://stranger.example/pixel.png" alt="Bild">Text</p>`,
  `<picture><source srcset="https://stranger.example/x.png"></picture><p>Text</p>`,
  `<p style="position: fixed; inset: 0; background: url(https://stranger.example/x)">Text</p>`,
  `<style>body { display: none }</style><link rel="stylesheet" href="https://stranger.example/x.css"><p>Text</p>`,
  `<base href="https://stranger.example/"><meta http-equiv="refresh" content="0;url=https://stranger.example/"><p>Text</p>`,
  `<iframe src="javascript:window.ran = true"></iframe><iframe srcdoc="<script>parent.ran = true</script>"></iframe><p>Text</p>`,
  `<object data="https://stranger.example/x"></object><embed src="https://stranger.example/x"><p>Text</p>`,
  `<svg><script>window.ran = true</script><a href="javascript:window.ran = true"><text>Kurve</text></a></svg><p>Text</p>`,
  `<math><mtext><table><mglyph><style><!--</style><img src=x onerror="window.ran = true">--></table></mtext></math><p>Text</p>`,
  `<noscript><p title="</noscript><img src=x onerror=window.ran=true>"></noscript><p>Text</p>`,
  `<template><script>window.ran = true</script></template><p>Text</p>`,
  `<form action="https://stranger.example/"><input name="password"><button>Anmelden</button></form><p>Text</p>`,
  `<p>Text</p><video src="https://stranger.example/x.mp4" autoplay></video><audio autoplay src="https://stranger.example/x.mp3"></audio>`,
  `<p is="stranger-element" contenteditable slot="x" popover style="color: red">Text</p>`,
  `<p><!-- Kommentar --><?php echo 1 ?>Text</p>`,
];

describe('articleOf', () => {
  it('makes a paragraph of each part of a text', () => {
    expect(htmlOf('Eins.\nNoch eins.\n\n \nZwei.\n')).to.equal(
      '<p>Eins.\nNoch eins.</p><p>Zwei.</p>',
    );
  });

  it('shows as text what only looks like markup', () => {
    expect(htmlOf('Wenn a < b und b > c, dann <nicht>.')).to.equal(
      '<p>Wenn a &lt; b und b &gt; c, dann &lt;nicht&gt;.</p>',
    );
  });

  it('takes the article of a page, else its main, else everything', () => {
    const page = (body: string) => `<!doctype html><body><nav>Start</nav>${body}</body>`;
    expect(htmlOf(page('<main>Vorher<article><p>A</p></article></main>'))).to.equal('<p>A</p>');
    expect(htmlOf(page('<main><p>M</p></main>'))).to.equal('<p>M</p>');
    expect(htmlOf(page('<p>B</p>'))).to.equal('<nav>Start</nav><p>B</p>');
  });

  it('takes the language that the HTML says', () => {
    expect(articleOf('<html lang="fr"><body><article><p>A</p></article></body>').lang).to.equal(
      'fr',
    );
    expect(articleOf('<html lang="fr"><article lang="it">A</article></html>').lang).to.equal('it');
    expect(articleOf('<p>A</p>').lang).to.equal('');
  });

  it('keeps what decides what is read', () => {
    const html =
      '<div class="anzeige" id="ad" role="note" hidden="">x</div>' +
      '<p lang="en">Artificial <em>Intelligence</em><br><span data-vorleser-say="WHO">W</span></p>' +
      '<p data-vorleser="skip" aria-hidden="true" inert="" data-nosnippet="">y</p>' +
      '<ol start="3" reversed=""><li value="2">z</li></ol>' +
      '<table><tbody><tr><th scope="row" colspan="2">k</th><td>v</td></tr></tbody></table>' +
      '<p><abbr title="zum Beispiel">z. B.</abbr> <ruby>漢<rt>kan</rt></ruby></p>';
    expect(htmlOf(html)).to.equal(html);
  });

  it('keeps the text of elements that it does not know', () => {
    expect(
      htmlOf('<article><my-box><p>Der <font color="red">erste</font> Satz.</p></my-box></article>'),
    ).to.equal('<p>Der erste Satz.</p>');
  });

  it('lets links lead to the web only, and tells nobody who links', () => {
    const links = [
      'https://a.example/',
      'javascript:alert(1)',
      'data:text/html,x',
      ' java\nscript:x',
      '/x',
      '//b.example',
    ];
    const { content } = articleOf(links.map((href) => `<a href="${href}">x</a>`).join(''));
    const kept = [...(content as DocumentFragment).querySelectorAll('a')];
    expect(kept.map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://a.example/',
      ...Array<null>(5).fill(null),
    ]);
    expect(kept[0]?.rel).to.equal('noopener noreferrer nofollow');
  });

  for (const html of HOSTILE)
    it(`leaves only the text of ${html.slice(0, 60)}`, async () => {
      const { content } = articleOf(html);
      const box = document.createElement('div');
      box.append(content);
      document.body.append(box);
      await new Promise((resolve) => setTimeout(resolve));
      const kept = [...box.querySelectorAll('*')];
      // The parser keeps an empty table, and what ends `noscript` within a title.
      expect(kept.filter((element) => !element.matches('p, table'))).to.deep.equal([]);
      const attributes = kept.flatMap((element) => element.getAttributeNames());
      expect(attributes.filter((name) => name !== 'title')).to.deep.equal([]);
      expect(box.textContent.replace(/^-->/, '')).to.equal('Text');
      expect('ran' in window).to.equal(false);
      box.remove();
    });

  it('copies at any depth', () => {
    const deep = '<div>'.repeat(5000);
    expect(articleOf(`${deep}Text`).content.textContent).to.equal('Text');
  });
});

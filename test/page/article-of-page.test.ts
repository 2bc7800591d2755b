import { expect } from '@open-wc/testing';
import { articleOf } from '../../src/page/article-of-page.js';

const prose = `<p>${'Ein Satz von dreißig Zeichen. '.repeat(5)}</p>`;
const text = prose.repeat(3);
const teaser = `<article><h2><a href="/a">Titel</a></h2>${prose}</article>`;

/** The id of the article that is found in a page, or null. */
function found(body: string): string | null {
  const page = new DOMParser().parseFromString(body, 'text/html');
  return articleOf(page)?.id ?? null;
}

describe('the article of a page', () => {
  const cases: Record<string, [body: string, id: string | null]> = {
    'is its article': [`<main><article id="a"><h1>Titel</h1>${text}</article></main>`, 'a'],
    'is its longest article': [`${teaser}<article id="a">${text}</article>${teaser}`, 'a'],
    'is around its comments': [`<article id="a">${text}<article>${prose}</article></article>`, 'a'],
    'is its main where articles are teasers': [`<main id="m">${text}${teaser}</main>`, 'm'],
    'is its main without an article': [`<nav>${text}</nav><main id="m">${text}</main>`, 'm'],
    'is the element around its text': [
      `<div><div>Menü</div><div id="d">${text}</div></div><footer>${text}</footer>`,
      'd',
    ],
    'is not a front page': [`<main id="m">${teaser.repeat(8)}</main>`, null],
    'is not a front page without articles': [
      `<main id="m">${`<h3><a href="/a">Titel</a></h3>${prose}`.repeat(8)}</main>`,
      null,
    ],
    'is not a short text': [`<main id="m">${prose}<p>Kurz.</p></main>`, null],
    'is not what consists of links': [
      `<main id="m">${`<p><a href="/a">${prose.slice(3, -4)}</a></p>`.repeat(9)}</main>`,
      null,
    ],
    'is not furniture': [`<aside>${text}</aside><form>${text}</form>`, null],
    'is not there in an empty page': ['', null],
  };
  for (const [name, [body, id]] of Object.entries(cases))
    it(name, () => expect(found(body)).to.equal(id));
});

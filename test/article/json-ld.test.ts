import { expect } from '@open-wc/testing';
import { newsArticleJsonLd } from '../../src/article/json-ld.js';

describe('newsArticleJsonLd', () => {
  it('describes the article, and cannot end the script element around it', () => {
    const title = 'Ein </script><b>Titel';
    const json = newsArticleJsonLd({
      title,
      titleSupplied: false,
      lang: 'de',
      date: '2023-09-14',
      credit: '',
      source: 'Wir',
      body: [],
    });
    expect(json).not.to.contain('<');
    expect(JSON.parse(json)).to.deep.include({
      '@type': 'NewsArticle',
      headline: title,
      inLanguage: 'de',
      datePublished: '2023-09-14',
    });
  });
});

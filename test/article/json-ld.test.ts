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
      lead: 'Worum es geht.',
      credit: 'Text: Wir',
      source: 'Wir',
      body: [],
    });
    expect(json).not.to.contain('<');
    expect(JSON.parse(json)).to.deep.include({
      '@type': 'NewsArticle',
      headline: title,
      inLanguage: 'de',
      datePublished: '2023-09-14',
      description: 'Worum es geht.',
      author: { '@type': 'Organization', name: 'Wir' },
      creditText: 'Text: Wir',
    });
  });
});

import type { Article } from './article.js';

/**
 * The structured data of an article for search engines, escaped for a `<script type="application/ld+json">`.
 *
 * @see https://schema.org/NewsArticle
 */
export function newsArticleJsonLd({ title, lead, lang, date, credit, source }: Article): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: lead,
    inLanguage: lang,
    datePublished: date,
    author: { '@type': 'Organization', name: source },
    creditText: credit,
  };
  return JSON.stringify(data, null, 2).replaceAll('<', '\\u003c');
}

/** Elements whose text belongs to the page's machinery or its surroundings, not to the article. */
const UNREAD_TAGS = new Set(
  (
    'script style template noscript nav aside footer form button input select textarea datalist ' +
    'iframe object embed canvas svg audio video dialog menu'
  )
    .toUpperCase()
    .split(' '),
);

const UNREAD_ATTRIBUTES =
  '[aria-hidden="true"], [inert], [data-vorleser="skip"], [role="navigation"]';

/**
 * Whether an element and all in it is left out when an article is read: what nobody sees, what is hidden from
 * assistive technology, page furniture, and what the author named.
 *
 * @param skip a CSS selector of further elements to leave out, or an empty string
 */
export function isUnread(element: Element, skip: string): boolean {
  if (UNREAD_TAGS.has(element.tagName.toUpperCase())) return true;
  if (element.matches(UNREAD_ATTRIBUTES)) return true;
  return skip !== '' && element.matches(skip);
}

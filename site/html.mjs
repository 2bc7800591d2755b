/** Escapes text for HTML, also for the value of an attribute. */
export function escapeHtml(/** @type {string} */ text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * The path from one file of the site to another: `../styling.html` from `de/start.html` to `styling.html`.
 *
 * @param {string} from
 * @param {string} to
 */
export function relativePath(from, to) {
  return '../'.repeat(from.split('/').length - 1) + to;
}

/**
 * Reads the entries of a .po file whose texts are on one line each.
 *
 * @param {string} po
 * @returns {Map<string, string>} the header under the empty text
 */
export function readPo(po) {
  const entries = new Map();
  for (const [, id = '', text = ''] of po.matchAll(
    /^msgid ("(?:.*)"(?:\n".*")*)\nmsgstr (".*"(?:\n".*")*)/gm,
  ))
    entries.set(unquoted(id), unquoted(text));
  return entries;
}

function unquoted(/** @type {string} */ lines) {
  return lines
    .split('\n')
    .map((line) => /** @type {string} */ (JSON.parse(line)))
    .join('');
}

/**
 * Writes the binary form of translations that WordPress reads.
 *
 * @param {Map<string, string>} entries
 * @returns {Buffer}
 * @see https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
 */
export function writeMo(entries) {
  const sorted = [...entries].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const tables = 28 + 16 * sorted.length;
  const header = Buffer.alloc(tables);
  [0x950412de, 0, sorted.length, 28, 28 + 8 * sorted.length].forEach((value, index) =>
    header.writeUInt32LE(value, 4 * index),
  );
  /** @type {Buffer[]} */
  const texts = [];
  let offset = tables;
  for (const column of [0, 1])
    sorted.forEach((entry, row) => {
      const text = Buffer.from(`${entry[column]}\0`);
      const at = 28 + 8 * (column * sorted.length + row);
      header.writeUInt32LE(text.length - 1, at);
      header.writeUInt32LE(offset, at + 4);
      offset += text.length;
      texts.push(text);
    });
  return Buffer.concat([header, ...texts]);
}

/**
 * The translations of a script in the form that `wp.i18n` reads.
 *
 * @param {Map<string, string>} entries
 * @param {string} language
 */
export function writeJed(entries, language) {
  const messages = Object.fromEntries(
    [...entries].filter(([id]) => id).map(([id, text]) => [id, [text]]),
  );
  const header = { '': { domain: 'vorleser', lang: language } };
  return JSON.stringify({
    domain: 'vorleser',
    locale_data: { vorleser: { ...header, ...messages } },
  });
}

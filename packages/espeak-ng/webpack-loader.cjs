/** A loader for webpack and Rspack: emits a file as it is, marked as minified, and exports its address. */
const { createHash } = require('node:crypto');
const path = require('node:path');

/**
 * @typedef {{ minimized: boolean, immutable: boolean }} AssetInfo
 * @typedef {{ resourcePath: string, emitFile(file: string, content: Buffer, map: undefined, info: AssetInfo): void }} LoaderContext
 * @type {((this: LoaderContext, content: Buffer) => string) & { raw?: boolean }}
 */
module.exports = function emit(content) {
  const { name, ext } = path.parse(this.resourcePath);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const file = `static/media/${name}.${hash}${ext}`;
  this.emitFile(file, content, undefined, { minimized: true, immutable: true });
  return `export default __webpack_public_path__ + ${JSON.stringify(file)};`;
};
module.exports.raw = true;

/** @typedef {import('./manifest-plugin.mjs').Declaration} Declaration */
/** @typedef {import('./types.mjs').NamedType} NamedType */

/**
 * What VS Code offers while one writes HTML: https://code.visualstudio.com/blogs/2020/02/24/custom-data-format.
 *
 * @param {readonly Declaration[]} elements
 * @param {readonly NamedType[]} types the types that the elements mention
 */
export function htmlData(elements, types) {
  const tags = elements.map(({ tagName, description, attributes = [] }) => ({
    name: tagName,
    description: markdown(description),
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: markdown(attribute.description),
      ...valuesOf(attribute.type?.text, types),
    })),
  }));
  return { version: 1.1, tags };
}

/** The same for CSS: the custom properties. */
export function cssData(/** @type {readonly Declaration[]} */ elements) {
  const properties = elements
    .flatMap(({ cssProperties = [] }) => cssProperties)
    .map(({ name, description }) => ({ name, description: line(description) }));
  return { version: 1.1, properties };
}

/**
 * The same for the editors of JetBrains: https://github.com/JetBrains/web-types.
 *
 * @param {string} version of the package
 * @param {readonly Declaration[]} elements
 */
export function webTypes(version, elements) {
  const described = (/** @type {{ name: string, description?: string }} */ each) => ({
    name: each.name,
    description: line(each.description),
  });
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name: 'vorleser',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          ...described({ name: element.tagName ?? '', description: element.description }),
          attributes: (element.attributes ?? []).map((attribute) => ({
            ...described(attribute),
            value: { type: attribute.type?.text ?? 'string' },
          })),
          js: {
            properties: (element.members ?? [])
              .filter(({ kind }) => kind === 'field')
              .map((member) => ({
                ...described(member),
                type: 'type' in member ? member.type?.text : undefined,
              })),
            events: (element.events ?? []).map(described),
          },
          css: {
            properties: (element.cssProperties ?? []).map(described),
            parts: (element.cssParts ?? []).map(described),
          },
        })),
      },
    },
  };
}

/** The strings that a type allows, where it is a list of strings. */
function valuesOf(
  /** @type {string | undefined} */ type = '',
  /** @type {readonly NamedType[]} */ types,
) {
  const definition = types.find(({ name }) => name === type)?.definition ?? type;
  const parts = definition.split('|').map((part) => part.trim());
  return parts.every((part) => /^'[^']*'$/.test(part))
    ? { values: parts.map((part) => ({ name: part.slice(1, -1) })) }
    : {};
}

function markdown(/** @type {string | undefined} */ text) {
  return { kind: 'markdown', value: line(text) };
}

function line(/** @type {string | undefined} */ text = '') {
  return text.replace(/\s+/g, ' ').trim();
}

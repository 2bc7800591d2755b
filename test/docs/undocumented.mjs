/** What the reference lacks: things that a page can use and that no docstring describes. */
import { readdirSync, readFileSync } from 'node:fs';

/** @typedef {import('../../build/reference/manifest-plugin.mjs').Declaration} Declaration */
/** @typedef {import('../../build/reference/types.mjs').NamedType} NamedType */
/** @typedef {{ name: string, description?: string }} Described */

/**
 * Elements, and types that they mention, without a description, or with members that have none.
 *
 * @param {readonly Declaration[]} elements
 * @param {readonly NamedType[]} types
 * @returns {string[]} such as `vorleser-player: method pause`
 */
export function withoutDescription(elements, types) {
  const lacking = (
    /** @type {string} */ owner,
    /** @type {string} */ kind,
    /** @type {readonly Described[]} */ all = [],
  ) =>
    all
      .filter(({ description }) => !description?.trim())
      .map(({ name }) => `${owner}: ${kind} ${name}`);
  return [
    ...elements.flatMap((element) => {
      const { tagName = '', name, description, members = [] } = element;
      const of = (
        /** @type {string} */ kind,
        /** @type {readonly Described[] | undefined} */ all,
      ) => lacking(tagName, kind, all);
      return [
        ...lacking(tagName, 'class', [{ name, description }]),
        // An attribute with a property is described there.
        ...of(
          'attribute',
          element.attributes?.filter(({ fieldName }) => !fieldName),
        ),
        ...members.flatMap((member) =>
          of(member.kind === 'method' ? 'method' : 'property', [member]),
        ),
        ...of('event', element.events),
        ...of('slot', element.slots),
        ...of('part', element.cssParts),
        ...of('custom property', element.cssProperties),
      ];
    }),
    ...types.flatMap(({ name, description, members }) => [
      ...lacking(name, 'type', [{ name, description }]),
      ...lacking(name, 'property', members),
    ]),
  ];
}

/**
 * Elements, parts and custom properties that occur in the source and that no element's docstring names.
 *
 * @param {readonly Declaration[]} elements
 * @returns {string[]} such as `part panel-group: src/controls/settings/fields.ts`
 */
export function unnamed(elements) {
  const tags = elements.map(({ tagName = '' }) => tagName);
  const parts = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
  const properties = elements.flatMap(({ cssProperties = [] }) =>
    cssProperties.map(({ name }) => name),
  );
  const found = sources().flatMap((file) => {
    const source = readFileSync(file, 'utf8').replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '');
    const matches = (/** @type {RegExp} */ pattern) =>
      [...source.matchAll(pattern)].flatMap(([, names = '']) => names.split(/\s+/));
    const of = (
      /** @type {string} */ kind,
      /** @type {string[]} */ used,
      /** @type {string[]} */ named,
    ) =>
      used
        .filter((name) => name && !named.includes(name))
        .map((name) => `${kind} ${name}: ${file}`);
    return [
      ...of('element', matches(/<(vorleser-[a-z-]+)/g), tags),
      ...of('part', matches(/\bpart="([a-z\s-]+)"/g), parts),
      ...of('part', matches(/exportparts="([^"]+)"/g).flatMap(exposedAs), parts),
      ...of('custom property', matches(/(--vorleser-[a-z-]*[a-z])(?![\w-])/g), properties),
    ];
  });
  return [...new Set(found)];
}

/** The name under which an element exposes a part: `button:play-button,` says `play-button`. */
function exposedAs(/** @type {string} */ entry) {
  return entry.match(/[a-z-]+(?=,?$)/) ?? [];
}

function sources() {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`);
}

import { site } from './site.mjs';

/** The properties of a node that are compared, besides its role and name. Those of sliders are left to the audit. */
const PROPERTIES = [
  'value',
  'disabled',
  'expanded',
  'haspopup',
  'pressed',
  'checked',
  'focused',
  'live',
];

/** An accessibility tree as lines of text, without passing times, the site's address and the choices of a closed list. */
export function treeLines(
  /** @type {any} */ node,
  /** @type {string[]} */ without = ['option'],
  depth = 0,
) {
  const { role, name = '', children = [] } = node;
  const properties = PROPERTIES.filter((key) => node[key] !== undefined && role !== 'slider');
  const line = [`${role} „${name}“`, ...properties.map((key) => `${key}=${node[key]}`)].join(' ');
  /** @type {string[]} */
  const all = [
    '  '.repeat(depth) +
      line.replaceAll(/\d+ (Sekunde|Minute)n?/g, '… $1n').replace(site.page, '…/'),
  ];
  for (const child of children)
    if (!without.includes(child.role)) all.push(...treeLines(child, without, depth + 1));
  return all;
}

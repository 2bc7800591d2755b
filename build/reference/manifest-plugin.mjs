/** @typedef {import('custom-elements-manifest/schema').CustomElement & { kind: 'class' }} Declaration */
/** @typedef {import('custom-elements-manifest/schema').ClassMember} Member */
/** @typedef {import('custom-elements-manifest/schema').Module} Module */
/** @typedef {typeof import('typescript')} TypeScript */
/** @typedef {import('typescript').Node} Node */
/** @typedef {import('typescript').ClassDeclaration} ClassDeclaration */

/** What the source of a class says about one member: the return type as it is written, for a method that has one. */
/** @typedef {Map<string, { returns?: string }>} Members */

/**
 * A plugin for the custom elements analyzer. Reduces the manifest to what a page can use, and adds what the analyzer does not
 * find by itself:
 *
 * - tag names that are registered from a table, `{ 'vorleser-time': VorleserTime }`, or listed in `HTMLElementTagNameMap`
 * - return types of methods whose docstring has a `@returns`, which the analyzer drops
 *
 * It removes everything that is not a registered element, private, protected and static members, and properties of other
 * objects that a constructor assigns (the analyzer takes `this.#internals.role = …` for a property of the element).
 */
export function publishedElements() {
  /** @type {Map<string, string>} */
  const tags = new Map();
  /** @type {Map<string, Members>} */
  const classes = new Map();
  return {
    name: 'published-elements',
    analyzePhase(/** @type {{ ts: TypeScript, node: Node }} */ { ts, node }) {
      if (ts.isClassDeclaration(node) && node.name)
        classes.set(node.name.text, membersOf(ts, node));
      const [tag, name] = registration(ts, node) ?? [];
      if (tag && name) tags.set(name, tag);
    },
    packageLinkPhase(
      /** @type {{ customElementsManifest: { modules: Module[] } }} */ { customElementsManifest },
    ) {
      const modules = customElementsManifest.modules
        .map((module) => publishedModule(module, tags, classes))
        .filter(({ declarations }) => declarations?.length)
        .sort((one, other) => (one.path < other.path ? -1 : 1));
      customElementsManifest.modules = modules;
    },
  };
}

/**
 * The tag name and the class of an entry in a table of elements or in TypeScript's map of tag names; undefined for any other
 * node.
 *
 * @returns {[tag: string, className: string] | undefined}
 */
function registration(/** @type {TypeScript} */ ts, /** @type {Node} */ node) {
  if (!(ts.isPropertyAssignment(node) || ts.isPropertySignature(node))) return undefined;
  if (!ts.isStringLiteral(node.name) || !/^[a-z]+-[a-z-]+$/.test(node.name.text)) return undefined;
  if (ts.isPropertyAssignment(node)) {
    const registers = /customElements\.define\(|defineElements\(/.test(node.getSourceFile().text);
    const { initializer } = node;
    return registers && ts.isIdentifier(initializer)
      ? [node.name.text, initializer.text]
      : undefined;
  }
  const { parent, type } = node;
  const isTagMap =
    ts.isInterfaceDeclaration(parent) && parent.name.text === 'HTMLElementTagNameMap';
  return isTagMap && type ? [node.name.text, type.getText()] : undefined;
}

/** @returns {Members} */
function membersOf(/** @type {TypeScript} */ ts, /** @type {ClassDeclaration} */ node) {
  return new Map(
    node.members.flatMap((member) => {
      if (!member.name || !ts.isIdentifier(member.name)) return [];
      const returns = ts.isMethodDeclaration(member) ? member.type?.getText() : undefined;
      return [[member.name.text, { returns }]];
    }),
  );
}

/** @returns {Module} */
function publishedModule(
  /** @type {Module} */ module,
  /** @type {Map<string, string>} */ tags,
  /** @type {Map<string, Members>} */ classes,
) {
  const declarations = (module.declarations ?? []).flatMap((declaration) => {
    const { tagName = tags.get(declaration.name) } = /** @type {Declaration} */ (declaration);
    if (declaration.kind !== 'class' || !tagName) return [];
    const members = classes.get(declaration.name) ?? new Map();
    return [publishedElement(/** @type {Declaration} */ (declaration), tagName, members)];
  });
  const path = published(module.path);
  const exports = declarations.flatMap(({ name, tagName = '' }) => [
    { kind: /** @type {const} */ ('js'), name, declaration: { name, module: path } },
    {
      kind: /** @type {const} */ ('custom-element-definition'),
      name: tagName,
      declaration: { name, module: path },
    },
  ]);
  return { kind: 'javascript-module', path, declarations, exports };
}

/** @returns {Declaration} */
function publishedElement(
  /** @type {Declaration} */ declaration,
  /** @type {string} */ tagName,
  /** @type {Members} */ members,
) {
  const { kind, name, description, attributes, events, slots, cssParts, cssProperties } =
    declaration;
  const isPublic = (/** @type {Member} */ member) =>
    members.has(member.name) &&
    !('static' in member && member.static) &&
    (member.privacy ?? 'public') === 'public';
  // The analyzer takes the internal state of an element for attributes.
  const state = new Set(
    declaration.members
      ?.filter((member) => member.privacy === 'private')
      .map((member) => member.name),
  );
  const observed = attributes?.filter(({ fieldName = '' }) => !state.has(fieldName)) ?? [];
  return {
    kind,
    customElement: true,
    name,
    tagName,
    description,
    // Those without a property, which the class observes itself, come last.
    attributes: observed.length
      ? observed.toSorted((a, b) => Number(!a.fieldName) - Number(!b.fieldName))
      : undefined,
    members: declaration.members
      ?.filter(isPublic)
      // The analyzer writes down the default for some of them.
      .map((member) => ({ ...member, privacy: undefined }))
      .map((member) => withReturnType(member, members.get(member.name)?.returns)),
    // An event whose type is not a literal has no name.
    events: events
      ?.filter((event) => event.name)
      .map((event) => ({ ...event, type: event.type ?? { text: 'Event' } }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    slots,
    cssParts,
    cssProperties,
  };
}

/** @returns {Member} */
function withReturnType(/** @type {Member} */ member, /** @type {string | undefined} */ returns) {
  if (member.kind !== 'method' || !returns) return member;
  return { ...member, return: { ...member.return, type: { text: returns } } };
}

/** Where the package has a module: `src/define.ts` is published as `lib/define.js`. */
function published(/** @type {string} */ path) {
  return path.replace(/^src\//, 'lib/').replace(/\.ts$/, '.js');
}

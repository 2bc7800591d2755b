import path from 'node:path';
import ts from 'typescript';

/**
 * A type that members of elements mention, such as `Cue`.
 *
 * @typedef {object} NamedType
 * @property {string} name
 * @property {string} module in which it is declared, as a module in src/ imports it
 * @property {string} description
 * @property {string} [definition] what an alias stands for; absent for a class or an interface
 * @property {{ name: string, type: string, readonly: boolean, description: string }[]} members
 */

/**
 * Finds the project's own types that are mentioned in a list of type texts.
 *
 * @param {string} entry a module that imports, directly or not, the modules in which the types are declared
 * @param {readonly string[]} texts such as `readonly Cue[]`
 * @returns {NamedType[]} by name
 */
export function namedTypes(entry, texts) {
  const program = programOf(entry);
  const checker = program.getTypeChecker();
  const symbols = typesOfProject(program, checker);
  const names = texts.flatMap((text) => text.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? []);
  return [...new Set(names)].sort().flatMap((name) => {
    const symbol = symbols.get(name);
    return symbol ? [describe(checker, symbol)] : [];
  });
}

function programOf(/** @type {string} */ entry) {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  return ts.createProgram([entry], options);
}

/**
 * The types that the modules of an entry export, by name. Where several have the same name, the entry's own comes first.
 *
 * @returns {Map<string, ts.Symbol>}
 */
function typesOfProject(/** @type {ts.Program} */ program, /** @type {ts.TypeChecker} */ checker) {
  const [entry] = program.getRootFileNames();
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => path.resolve(fileName).startsWith(path.resolve('src')))
    .sort((one, other) => Number(other.fileName === entry) - Number(one.fileName === entry));
  /** @type {Map<string, ts.Symbol>} */
  const types = new Map();
  for (const file of files) {
    const module = checker.getSymbolAtLocation(file);
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const isAlias = exported.flags & ts.SymbolFlags.Alias;
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
      if (symbol.flags & ts.SymbolFlags.Type && !types.has(symbol.name))
        types.set(symbol.name, symbol);
    }
  }
  return types;
}

/** @returns {NamedType} */
function describe(/** @type {ts.TypeChecker} */ checker, /** @type {ts.Symbol} */ symbol) {
  const { name } = symbol;
  const description = textOf(symbol, checker);
  const declaration = symbol.declarations?.[0];
  const module = declaration ? moduleOf(declaration) : '';
  if (declaration && ts.isTypeAliasDeclaration(declaration))
    return { name, module, description, definition: declaration.type.getText(), members: [] };
  const properties = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  const members = properties.flatMap((each) => memberOf(checker, each));
  return { name, module, description, members };
}

function moduleOf(/** @type {ts.Node} */ declaration) {
  const file = path.relative('src', declaration.getSourceFile().fileName);
  return `./${file.replaceAll(path.sep, '/').replace(/\.ts$/, '.js')}`;
}

/** A property that a reader of the type may use; methods are left to the docs of the module. */
function memberOf(/** @type {ts.TypeChecker} */ checker, /** @type {ts.Symbol} */ property) {
  const declaration = property.declarations?.[0];
  if (!declaration || property.flags & ts.SymbolFlags.Method) return [];
  const name = ts.getNameOfDeclaration(declaration);
  const flags = ts.getCombinedModifierFlags(declaration);
  const isInternal = ts
    .getJSDocTags(declaration)
    .some(({ tagName }) => tagName.text === 'internal');
  if (!name || ts.isPrivateIdentifier(name) || isInternal) return [];
  if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return [];
  const type = checker.getTypeOfSymbol(property);
  const hasSetter = property.declarations?.some((each) => ts.isSetAccessor(each)) ?? false;
  const isGetter = ts.isGetAccessor(declaration);
  return {
    name: property.name,
    type: checker
      .typeToString(type, declaration, ts.TypeFormatFlags.NoTruncation)
      .replaceAll('"', "'"),
    readonly: isGetter ? !hasSetter : (flags & ts.ModifierFlags.Readonly) !== 0,
    description: textOf(property, checker),
  };
}

function textOf(/** @type {ts.Symbol} */ symbol, /** @type {ts.TypeChecker} */ checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

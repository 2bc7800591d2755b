import MagicString from 'magic-string';
import { type ESTree, parseSync, type Plugin, Visitor } from 'vite';

/** Where a chunk finds what it shares with the entry. */
const SHARED = "globalThis[Symbol.for('vorleser')]";

/**
 * Makes the entry work as a classic script as well as a module. It may then have no `export`, and the chunks may not import it, which
 * would load it again as a module. So what they share is passed on through a global.
 *
 * A classic script of another origin has no base URL, unless it is loaded with CORS: its chunks are found by the URL of its tag.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script
 */
export function scriptOrModule(): Plugin {
  return {
    name: 'script-or-module',
    renderChunk(code, { isEntry, fileName }) {
      return isEntry ? entry(code) : chunk(code, fileName);
    },
  };
}

function entry(code: string): string {
  const edited = new MagicString(code);
  visit(code, {
    ImportDeclaration() {
      throw new Error('The entry imports a chunk statically, which a classic script cannot');
    },
    ExportNamedDeclaration({ start, end, specifiers }) {
      const shared = specifiers.map((each) => `${nameOf(each.exported)}: ${nameOf(each.local)}`);
      edited.update(start, end, `${SHARED} ??= { ${shared.join()} };`);
    },
    ImportExpression({ source }) {
      if (source.type === 'Literal') edited.appendLeft(source.start, 'folder + ');
    },
  });
  edited.prepend(`(() => {
    const { src } = document.currentScript ?? {};
    const folder = src ? new URL('.', src).href : '';\n`);
  return edited.append('})();').toString();
}

/** What `src/` exports does not change later, which lint checks, so a copy of it will do. */
function chunk(code: string, fileName: string): string {
  const edited = new MagicString(code);
  visit(code, {
    ImportDeclaration({ start, end, source, specifiers }) {
      if (!source.value.endsWith('/vorleser.js')) return;
      const shared = specifiers.map((each) => {
        if (each.type !== 'ImportSpecifier')
          throw new Error(`${fileName} imports the entry as a whole`);
        return `${nameOf(each.imported)}: ${each.local.name}`;
      });
      edited.update(start, end, `const { ${shared.join()} } = ${SHARED};`);
    },
  });
  return edited.toString();
}

function visit(code: string, visitor: ConstructorParameters<typeof Visitor>[0]): void {
  new Visitor(visitor).visit(parseSync('chunk.js', code).program);
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === 'Literal' ? JSON.stringify(name.value) : name.name;
}

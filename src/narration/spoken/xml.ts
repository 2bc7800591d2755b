/** The beginning of an element, with its attributes as they are written, or text within one. */
export interface XmlToken {
  readonly kind: 'start' | 'text';
  readonly text: string;
  /** The names of the elements around it and of itself, without prefixes, the outermost first. It changes with the next token. */
  readonly path: readonly string[];
}

/** What is no tag: how it begins and ends. The content of the first kind is text, that of the others is skipped. */
const SECTIONS = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!DOCTYPE', '>'],
] as const;

/** A tag. Nothing in it can be matched in two ways, so that the time is proportional to its length. */
const TAG = /<(\/?)(?:[^\s"'<>/:]+:)?([^\s"'<>/:]+)((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>/y;

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));|&/g;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Control characters, and halves of characters. @see https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/**
 * Splits an XML document into tokens, in a time proportional to its length whatever it contains. The parsers of browsers do not
 * guarantee that: they expand entities and look every prefix up among all namespaces, which can take minutes. Nor do they parse where
 * Trusted Types are required. Entities cannot be declared here.
 *
 * @see https://www.w3.org/TR/xml/
 * @throws an Error if a document is not well-formed or declares entities
 */
export function* xmlTokens(xml: string): Generator<XmlToken, void> {
  const path: string[] = [];
  let roots = 0;
  for (let at = 0, end: number; at < xml.length; at = end) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at);
      end = next < 0 ? xml.length : next;
      yield { kind: 'text', text: decoded(xml.slice(at, end)), path };
    } else if (xml[at + 1] === '!' || xml[at + 1] === '?') {
      const { content, isText, length } = sectionAt(xml, at);
      end = at + length;
      if (isText) yield { kind: 'text', text: content, path };
    } else {
      const { tag, slash, name, attributes } = tagAt(xml, at);
      end = at + tag.length;
      if (!slash) {
        if (path.push(name) === 1) roots++;
        yield { kind: 'start', text: attributes, path };
      }
      if ((slash || attributes.endsWith('/')) && path.pop() !== name)
        throw new Error(`${tag} closes nothing`);
    }
  }
  if (path.length > 0) throw new Error(`<${path.at(-1)}> is not closed`);
  if (roots !== 1) throw new Error('there must be one element around all others');
}

function sectionAt(xml: string, at: number) {
  const [opening, closing] = SECTIONS.find(([opening]) => xml.startsWith(opening, at)) ?? [];
  const end = opening ? xml.indexOf(closing, at + opening.length) : -1;
  if (!opening || end < 0) throw new Error(`${xml.slice(at, at + 20)} is not closed`);
  const content = xml.slice(at + opening.length, end);
  // What a document type declares is in brackets.
  if (opening === '<!DOCTYPE' && content.includes('['))
    throw new Error('it must not declare entities');
  const length = opening.length + content.length + closing.length;
  return { content, isText: opening === '<![CDATA[', length };
}

function tagAt(xml: string, at: number) {
  TAG.lastIndex = at;
  const [tag, slash, name = '', attributes = ''] = TAG.exec(xml) ?? [];
  if (tag === undefined) throw new Error(`${xml.slice(at, at + 20)} is no tag`);
  return { tag, slash, name, attributes };
}

function decoded(text: string): string {
  const characters = text.replace(
    REFERENCE,
    (reference, decimal?: string, hex?: string, name?: string) => {
      if (reference === '&') throw new Error('& must be written as &amp;');
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return ENTITIES.get(name ?? '') ?? String.fromCodePoint(code);
    },
  );
  if (FORBIDDEN.test(characters)) throw new Error('it contains control characters');
  return characters;
}

import { chunkMark } from './word-chunks.ts';
import { formulaRuns } from './word-formula.ts';
import type { WordElement, WordNode } from './word-tree.ts';

/**
 * A part of a Word file written anew in the elements that its reader, mammoth,
 * knows: what it does not know is unwrapped, so that no wrapper takes its text
 * with it. Of what is there twice one is kept; deleted and hidden text, readings
 * over characters and the instructions of fields are no text.
 */
export function plainWord(root: WordElement): WordElement {
  const codes = instructionsIn(root);
  /** Whether what is read stands in the instruction of a field. */
  let inCode = 0;
  return { ...root, children: all(root.children) };

  function all(nodes: readonly WordNode[]): WordNode[] {
    return nodes.flatMap((node) => (typeof node === 'string' ? [] : rewritten(node)));
  }

  function rewritten(element: WordElement): WordNode[] {
    const { name, attributes, children } = element;
    if (name === 'w:fldChar') {
      if (codes.begins.has(element)) inCode += 1;
      if (codes.ends.has(element)) inCode -= 1;
      return [withoutStrangers(element)];
    }
    if (name === 'w:t') return inCode > 0 ? [] : [textOf(element)];
    if (name === 'w:instrText') return [textOf(element)];
    if (DROPPED_ELEMENTS.has(name)) return [];
    if (PROPERTY_ELEMENTS.has(name)) return [withoutStrangers(element)];
    if (name.endsWith('Pr')) return [];
    if (name === 'w:r') return isHidden(element) ? [] : [{ name, attributes, children: all(withoutOwnMark(children)) }];
    if (name === 'w:sym') return symbol(element);
    if (name === 'w:altChunk') return [chunkParagraph(attributes['r:id'] ?? '')];
    if (name === 'w:ruby')
      return all(children.filter((child) => typeof child !== 'string' && child.name === 'w:rubyBase'));
    if (name === 'mc:AlternateContent') return all(firstAlternative(children));
    if (PICTURE_ELEMENTS.has(name)) return textBoxes(all(children));
    if (name === 'm:oMath') return formulaRuns(element);
    const renamed = RENAMED_ELEMENTS[name];
    if (renamed !== undefined) return [{ name: renamed, attributes: {}, children: all(children) }];
    if (name === 'a:t') return [{ name: 'w:t', attributes: {}, children }];
    return KNOWN_ELEMENTS.has(name)
      ? [{ name, attributes: withoutStrange(attributes), children: all(children) }]
      : all(children);
  }
}

/** Elements that are kept as they are, with their text rewritten. */
const KNOWN_ELEMENTS = new Set(
  'w:document w:body w:footnotes w:footnote w:endnotes w:endnote w:p w:r w:tbl w:tr w:tc w:tab w:br w:noBreakHyphen w:softHyphen w:hyperlink w:footnoteReference w:endnoteReference w:sdt w:sdtContent w:ins w:moveTo w:txbxContent w:footnoteRef w:endnoteRef'.split(
    ' ',
  ),
);

/** Properties that say what kind of paragraph, run, table or field it is. */
const PROPERTY_ELEMENTS = new Set('w:pPr w:rPr w:tblPr w:trPr w:tcPr w:sdtPr w:ffData'.split(' '));

/** Elements whose text is not shown: deleted, moved away, a reading, data of programs. */
const DROPPED_ELEMENTS = new Set(
  'w:del w:moveFrom w:delText w:delInstrText w:rt w:fldData w:binData w:sectPr w:tblGrid w:annotationRef'.split(' '),
);

/** Pictures; all that is read in them is text boxes. */
const PICTURE_ELEMENTS = new Set(['w:drawing', 'w:pict', 'w:object']);

/** Breaks by other names, and the text of drawings, which has elements of its own. */
const RENAMED_ELEMENTS: Readonly<Record<string, string>> = {
  'w:cr': 'w:br',
  'w:ptab': 'w:tab',
  'a:p': 'w:p',
  'a:r': 'w:r',
  'a:fld': 'w:r',
};

function textOf({ name, children }: WordElement): WordElement {
  const text = children.filter((child) => typeof child === 'string').join('');
  return { name, attributes: { 'xml:space': 'preserve' }, children: [text] };
}

/** The same without elements and attributes of namespaces that nobody here knows. */
function withoutStrangers({ name, attributes, children }: WordElement): WordElement {
  return {
    name,
    attributes: withoutStrange(attributes),
    children: children.flatMap((child): WordNode[] => {
      if (typeof child === 'string') return [child];
      return /^(?:w|w14):/u.test(child.name) ? [withoutStrangers(child)] : [];
    }),
  };
}

function withoutStrange(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => /^(?:w|r|w14|xml):|^[^:]+$/u.test(key)));
}

/** Whether a run is not shown: a switch that is there is on, unless its value says otherwise. */
export function isHidden({ children }: WordElement): boolean {
  const properties = children.find((child) => typeof child !== 'string' && child.name === 'w:rPr');
  if (properties === undefined || typeof properties === 'string') return false;
  return properties.children.some(
    (child) =>
      typeof child !== 'string' &&
      child.name === 'w:vanish' &&
      !/^(?:false|0|off)$/u.test(child.attributes['w:val'] ?? ''),
  );
}

/** A run without the text that an author has put in place of a note's number. */
function withoutOwnMark(children: readonly WordNode[]): readonly WordNode[] {
  const own = children.some(
    (child) =>
      typeof child !== 'string' &&
      /^w:(?:foot|end)noteReference$/u.test(child.name) &&
      /^(?:1|true|on)$/u.test(child.attributes['w:customMarkFollows'] ?? ''),
  );
  return own ? children.filter((child) => typeof child === 'string' || child.name !== 'w:t') : children;
}

/** A document of another format that stands here, held whole in the file. */
function chunkParagraph(id: string): WordElement {
  const text = { name: 'w:t', attributes: {}, children: [chunkMark(id)] };
  return { name: 'w:p', attributes: {}, children: [{ name: 'w:r', attributes: {}, children: [text] }] };
}

/** A character named by its number; mammoth knows those of picture fonts, the others are what they are. */
function symbol(element: WordElement): WordNode[] {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  if (!(code >= 0x20 && code < 0xf000)) return [withoutStrangers(element)];
  return [{ name: 'w:t', attributes: {}, children: [String.fromCodePoint(code)] }];
}

/** Of alternatives for newer and older programs, the first that has text. */
export function firstAlternative(children: readonly WordNode[]): readonly WordNode[] {
  const ways = children.filter((child) => typeof child !== 'string');
  const way = ways.find(hasText) ?? ways.find(({ name }) => name === 'mc:Fallback') ?? ways[0];
  return way ? way.children : [];
}

function hasText({ name, children }: WordElement): boolean {
  return /^[wma]:t$/u.test(name)
    ? children.length > 0
    : children.some((child) => typeof child !== 'string' && hasText(child));
}

/** The text boxes of a picture, where mammoth puts them behind the paragraph that they hang on. */
function textBoxes(children: readonly WordNode[]): WordNode[] {
  const boxes = children.flatMap((child): readonly WordNode[] => {
    if (typeof child === 'string') return [];
    if (child.name === 'w:pict') return child.children;
    return child.name === 'w:txbxContent' || child.name === 'w:p' ? [child] : [];
  });
  return boxes.length > 0 ? [{ name: 'w:pict', attributes: {}, children: boxes }] : [];
}

/** Where the instruction of each field begins and ends; a field that is never closed does not count. */
function instructionsIn(root: WordElement): { begins: Set<WordElement>; ends: Set<WordElement> } {
  const begins = new Set<WordElement>();
  const ends = new Set<WordElement>();
  const open: { begin: WordElement; codeEnd?: WordElement }[] = [];
  visit(root);
  return { begins, ends };

  function visit(element: WordElement): void {
    if (element.name === 'w:fldChar') {
      const kind = element.attributes['w:fldCharType'];
      const field = open.at(-1);
      if (kind === 'begin') open.push({ begin: element });
      else if (kind === 'separate' && field) field.codeEnd ??= element;
      else if (kind === 'end' && field) {
        begins.add(field.begin);
        ends.add(field.codeEnd ?? element);
        open.pop();
      }
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  }
}

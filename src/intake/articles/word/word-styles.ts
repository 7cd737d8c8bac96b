import { TEXT_STYLES, type TextStyle } from '../../../core/bitext/inline/styled-spans.ts';
import type { WordElement, WordNode } from './word-tree.ts';

/** What the styles of a Word file say of bold and italics, by the style's id; what a style leaves open is not given. */
export type WordStyles = ReadonlyMap<string, Readonly<Partial<Record<TextStyle, boolean>>>>;

export const NO_WORD_STYLES: WordStyles = new Map();

/** The properties that make text bold or italic. */
const PROPERTIES: Readonly<Record<TextStyle, string>> = { bold: 'w:b', italic: 'w:i' };

/** Styles whose looks say what a paragraph is, and nothing of its words. */
const STYLES_OF_KINDS = /^(?:heading|title|subtitle|caption|toc|table|header|footer|quote|intense quote)\b/iu;

/** A style is based on another, but no chain of them is so long. */
const MAX_CHAIN_LENGTH = 20;

/** Reads the part of a Word file that holds its styles: those of paragraphs and characters, but for headings and their like. */
export function readWordStyles(part: WordElement): WordStyles {
  const all = new Map(
    elementsIn(part, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style] as const),
  );
  const styles = new Map<string, Partial<Record<TextStyle, boolean>>>();
  for (const [id, style] of all) {
    const chain = [style];
    for (let based = baseOf(style); based && chain.length < MAX_CHAIN_LENGTH; based = baseOf(based)) chain.push(based);
    if (style.attributes['w:default'] || chain.some(isOfKind)) continue;
    const said: Partial<Record<TextStyle, boolean>> = {};
    for (const shown of TEXT_STYLES) {
      const switched = chain.map((one) => switchIn(one, PROPERTIES[shown])).find((value) => value !== undefined);
      if (switched !== undefined) said[shown] = switched;
    }
    if (Object.keys(said).length > 0) styles.set(id, said);
  }
  return styles;

  function baseOf(style: WordElement): WordElement | undefined {
    return all.get(valueIn(style, 'w:basedOn') ?? '');
  }
}

function isOfKind(style: WordElement): boolean {
  const properties = elementsIn(style, 'w:pPr');
  return (
    STYLES_OF_KINDS.test(valueIn(style, 'w:name') ?? '') ||
    properties.some((one) => elementsIn(one, 'w:outlineLvl').length > 0)
  );
}

/** A part with what its styles say of bold and italics written into its runs, which have their own word where they say any. */
export function withStyles(element: WordElement, styles: WordStyles, paragraph = ''): WordElement {
  if (styles.size === 0) return element;
  const { name, children } = element;
  const own = name === 'w:p' ? (propertyIn(element, 'w:pPr', 'w:pStyle') ?? '') : paragraph;
  const inner = children.map((child) => (typeof child === 'string' ? child : withStyles(child, styles, own)));
  return { ...element, children: name === 'w:r' ? styledRun(element, inner, styles, own) : inner };
}

function styledRun(
  run: WordElement,
  children: readonly WordNode[],
  styles: WordStyles,
  paragraph: string,
): readonly WordNode[] {
  const said = { ...styles.get(paragraph), ...styles.get(propertyIn(run, 'w:rPr', 'w:rStyle') ?? '') };
  const [properties] = elementsIn(run, 'w:rPr');
  const added = TEXT_STYLES.filter(
    (style) => said[style] && switchIn(properties ?? run, PROPERTIES[style]) === undefined,
  ).map((style): WordElement => ({ name: PROPERTIES[style], attributes: {}, children: [] }));
  if (added.length === 0) return children;
  const rest = children.filter((child) => typeof child === 'string' || child.name !== 'w:rPr');
  return [{ name: 'w:rPr', attributes: {}, children: [...(properties?.children ?? []), ...added] }, ...rest];
}

/** Whether a switch is on among the properties of runs in an element; undefined where it is not there. */
function switchIn(element: WordElement, property: string): boolean | undefined {
  const own = element.name === 'w:rPr' ? [element] : elementsIn(element, 'w:rPr');
  const [found] = own.flatMap((one) => elementsIn(one, property));
  return found && !/^(?:false|0|off)$/u.test(found.attributes['w:val'] ?? '');
}

function propertyIn(element: WordElement, properties: string, name: string): string | undefined {
  const [own] = elementsIn(element, properties);
  return own && valueIn(own, name);
}

function valueIn(element: WordElement, name: string): string | undefined {
  return elementsIn(element, name)[0]?.attributes['w:val'];
}

/** The children of a name. */
function elementsIn({ children }: WordElement, name: string): WordElement[] {
  return children.filter((child): child is WordElement => typeof child !== 'string' && child.name === name);
}

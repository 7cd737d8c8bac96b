import type { WordElement, WordNode } from './word-tree.ts';

/**
 * A formula (Office MathML) as runs of text on one line: fractions with a
 * stroke, powers and indices as such, brackets and roots by their signs.
 */
export function formulaRuns(formula: WordElement): WordElement[] {
  return inside(formula, '');
}

type Align = '' | 'superscript' | 'subscript';

function inside({ children }: WordElement, align: Align): WordElement[] {
  return elementsIn(children).flatMap((child) => runsOf(child, align));
}

function runsOf(element: WordElement, align: Align): WordElement[] {
  const { name, children } = element;
  const part = (of: string, as: Align = align) =>
    elementsIn(children)
      .filter((child) => child.name === of)
      .flatMap((child) => inside(child, as));
  const sign = (of: string, usual: string) => [run(signIn(element, of) ?? usual, align)];
  switch (name) {
    case 'm:t':
    case 'w:t':
      return [run(children.filter((child) => typeof child === 'string').join(''), align)];
    case 'm:f':
      return [...part('m:num'), run('/', align), ...part('m:den')];
    case 'm:rad':
      return [...part('m:deg', 'superscript'), run('√', align), ...part('m:e')];
    case 'm:d':
      return [...sign('m:begChr', '('), ...part('m:e'), ...sign('m:endChr', ')')];
    case 'm:nary':
      return [...sign('m:chr', '∫'), ...part('m:sub', 'subscript'), ...part('m:sup', 'superscript'), ...part('m:e')];
    case 'm:sup':
      return inside(element, 'superscript');
    case 'm:sub':
      return inside(element, 'subscript');
    default:
      return /^w:(?:del|moveFrom)$|Pr$/u.test(name) ? [] : inside(element, align);
  }
}

/** The sign that the properties of a bracket or a sum name; undefined where they name none. */
function signIn({ children }: WordElement, name: string): string | undefined {
  return elementsIn(children)
    .filter((child) => child.name.endsWith('Pr'))
    .flatMap((child) => elementsIn(child.children))
    .find((child) => child.name === name)?.attributes['m:val'];
}

function run(text: string, align: Align): WordElement {
  const content: WordElement = { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text] };
  const properties: WordElement[] =
    align === ''
      ? []
      : [
          {
            name: 'w:rPr',
            attributes: {},
            children: [{ name: 'w:vertAlign', attributes: { 'w:val': align }, children: [] }],
          },
        ];
  return { name: 'w:r', attributes: {}, children: [...properties, content] };
}

function elementsIn(nodes: readonly WordNode[]): WordElement[] {
  return nodes.filter((node) => typeof node !== 'string');
}

/**
 * Data categories of TBX-Basic that have no field here, in the order in which the schema has them: each stands in a line
 * of a note, "context: …", and goes out as what it was.
 */
const TERM_LINES: Readonly<Record<string, string>> = {
  geographicalUsage: 'termNote',
  termLocation: 'termNote',
  context: 'descrip',
  customerSubset: 'admin',
  projectSubset: 'admin',
};
const CONCEPT_LINES: Readonly<Record<string, string>> = { customerSubset: 'admin', projectSubset: 'admin' };

/** A line of a note, as TBX has it. */
export interface NoteLine {
  /** The element, "note" for plain ones. */
  readonly element: string;
  readonly category: string;
  readonly text: string;
}

/** A line that says what a data category without a field says. */
export function noteLine(category: string, text: string): string {
  return `${category}: ${text}`;
}

/** The categories of which a line of a note goes out as what it was. */
export function categoriesInNotes(where: 'concept' | 'term'): string[] {
  return Object.keys(where === 'term' ? TERM_LINES : CONCEPT_LINES);
}

/** The lines of a note, first those that are of a data category. */
export function noteLines(note: string, where: 'concept' | 'term'): NoteLine[] {
  const known = where === 'term' ? TERM_LINES : CONCEPT_LINES;
  const lines = note.split(/\r\n|[\r\n\u2028\u2029]/u).flatMap((line): NoteLine[] => {
    const text = line.trim();
    const [, category = '', value = ''] = /^([A-Za-z]+): (.+)$/u.exec(text) ?? [];
    const element = Object.hasOwn(known, category) ? known[category]! : 'note';
    if (!text) return [];
    return [element === 'note' ? { element, category: '', text } : { element, category, text: value }];
  });
  const order = [...Object.keys(known), ''];
  return lines.toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
}

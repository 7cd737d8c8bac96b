import { SaxesParser } from 'saxes';
import { Problem } from '../core/problem.ts';

/** No file of units nests much deeper, and no segment is longer; what does was made to break a reader. */
export const DEEPEST = 60;
export const LONGEST = 1_000_000;

/** Letters that are parsed at once. */
const STEP = 1 << 16;

/** What kind of file is read, and what is done with its parts. */
export interface UnitFile {
  readonly name: string;
  readonly format: 'TMX' | 'XLIFF' | 'TBX' | 'TEI';
  /** Outermost elements that there may be; none for any. */
  readonly roots: readonly string[];
  readonly deepest: number;
  /** The name of an element as the reader knows it. */
  nameOf(qualified: string): string;
  /** An element begins, `depth` deep, the outermost being 1. */
  open(tag: string, attributes: Record<string, string>, depth: number): void;
  text(piece: string): void;
  /** An element ends and leaves `depth` open. Is not called once the file has proved to be damaged. */
  close(tag: string, depth: number): void;
}

export interface UnitParser {
  write(piece: string): void;
  /** The file's end. Returns what is wrong with it, else null. */
  end(): Problem | null;
  /** Whether it has proved to be damaged, so that nothing more is read of it. */
  isDamaged(): boolean;
  /** Says what is wrong; the first to be said counts, and nothing is read after it. */
  fail(detail: string): void;
}

/**
 * Parses a file of translation units piece by piece, up to where it is damaged.
 * Entities other than XML's own are refused, and so is what would fill the memory.
 */
export function unitParser(file: UnitFile): UnitParser {
  const parser = new SaxesParser();
  let failed: Problem | null = null;
  let root = '';
  let depth = 0;
  /** Letters since the last tag, which the parser may be holding. */
  let quiet = 0;

  function fail(detail: string): void {
    failed ??= new Problem(
      'unreadable-file',
      `${file.name} cannot be read as ${file.format}.`,
      detail,
      'Export it again from the tool it comes from, or mend it in an editor.',
    );
  }

  parser.on('error', (error) => {
    fail(error.message);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) fail('It declares entities of its own, which are not read.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = file.nameOf(name);
    root ||= tag;
    depth += 1;
    quiet = 0;
    if (depth > file.deepest) fail(`Its elements are nested more than ${file.deepest} deep.`);
    file.open(tag, attributes, depth);
  });
  const text = (piece: string) => {
    file.text(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    quiet = 0;
    // What closes after the damage is not whole.
    if (!failed) file.close(file.nameOf(name), depth);
  });

  return {
    write(piece) {
      // In small steps, so that what was made to fill the memory is refused before it does.
      for (let at = 0; at < piece.length && !failed; at += STEP) {
        const part = piece.slice(at, at + STEP);
        parser.write(part);
        quiet += part.length;
        if (quiet > 2 * LONGEST) fail('One of its tags or comments has more than two million letters.');
      }
      if (root && file.roots.length > 0 && !file.roots.includes(root)) fail(`Its outermost element is “${root}”.`);
    },
    end() {
      if (!failed) parser.close();
      if (!failed && !root) fail('There is no element in it.');
      return failed;
    },
    isDamaged: () => failed !== null,
    fail,
  };
}

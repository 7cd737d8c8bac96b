import { SaxesParser } from 'saxes';
import { Problem } from '../core/problem.ts';
import { xmlMender } from './mend-xml.ts';

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
  /** Places that were no XML and were read as they are meant. */
  mended(): number;
  /** Says what is wrong at the place that is being read; the first to be said counts, and nothing is read after it. */
  fail(reason: string): void;
}

/**
 * Parses a file of translation units piece by piece, up to where it is damaged.
 * Entities other than XML's own are refused, and so is what would fill the memory.
 */
export function unitParser(file: UnitFile): UnitParser {
  const parser = new SaxesParser();
  const mender = xmlMender();
  let failed: Problem | null = null;
  let root = '';
  let depth = 0;
  /** Letters since the last tag, which the parser may be holding, and where that was. */
  let quiet = 0;
  let lastTag: Place = { line: 1, column: 0 };

  function fail(reason: string, place: Place = parser): void {
    failed ??= new Problem(
      'unreadable-file',
      `${file.name} cannot be read as ${file.format}.`,
      `${placeIn(place)}: ${reason}`,
      'Export it again from the tool it comes from, or mend it in an editor.',
    );
  }

  parser.on('error', (error) => {
    fail(reasonOf(error));
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) fail('It declares entities of its own, which are not read.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = file.nameOf(name);
    if (depth === 0 && file.roots.length > 0 && !file.roots.includes(tag)) fail(`Its outermost element is “${tag}”.`);
    root ||= tag;
    depth += 1;
    quiet = 0;
    lastTag = { line: parser.line, column: parser.column };
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
    lastTag = { line: parser.line, column: parser.column };
    // What closes after the damage is not whole.
    if (!failed) file.close(file.nameOf(name), depth);
  });

  function parse(xml: string): void {
    // In small steps, so that what was made to fill the memory is refused before it does.
    for (let at = 0; at < xml.length && !failed; at += STEP) {
      const part = xml.slice(at, at + STEP);
      parser.write(part);
      quiet += part.length;
      if (quiet > 2 * LONGEST) fail('One of its tags or comments has more than two million letters.', lastTag);
    }
  }

  return {
    write(piece) {
      if (!failed) parse(mender.write(piece));
    },
    end() {
      if (!failed) {
        parse(mender.end());
        if (!failed) parser.close();
      }
      if (!failed && !root) fail('There is no element in it.');
      return failed;
    },
    isDamaged: () => failed !== null,
    mended: mender.count,
    fail,
  };
}

/** The letter that a parser has read last: both counted from 1, but for a file in which it has read none. */
type Place = Pick<SaxesParser, 'line' | 'column'>;

/** Names a place, as editors do. */
export function placeIn({ line, column }: Place): string {
  return `Line ${line}, column ${Math.max(column, 1)}`;
}

/** What an error of the parser says, without its own way of naming the place. */
export function reasonOf({ message }: Error): string {
  return message.replace(/^\d+:\d+: /u, '');
}

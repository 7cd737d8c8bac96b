import { SaxesParser } from 'saxes';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countLetters } from '../../core/text/letters.ts';
import { xmlRepairer } from './repair-xml.ts';
import { atPlace, type Place, reasonOf } from './xml-error.ts';

/** No file of units nests much deeper, and no segment is longer; what does was made to break a reader. */
export const MAX_DEPTH = 60;
export const MAX_SEGMENT_LENGTH = 1_000_000;

/** Letters that are parsed at once. */
const PARSE_STEP_LENGTH = 1 << 16;

/** What kind of file is read, and what is done with its parts. */
export interface UnitFile {
  readonly name: string;
  readonly format: 'TMX' | 'XLIFF' | 'TBX' | 'TEI' | 'MultiTerm';
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

/** Parses what is XML or nothing. */
export interface PlainParser {
  write(piece: string): void;
  /** The file's end. Returns what is wrong with it, else null. */
  end(): Problem | null;
  /** Whether it has proved to be damaged, so that nothing more is read of it. */
  isDamaged(): boolean;
  /** Whether it was made to do harm, or is another file, so that nothing behind the damage is worth a look. */
  isRefused(): boolean;
  /** What stands behind the damage in what was written last. */
  rest(): string;
  /** Says what is wrong at the place that is being read; the first to be said counts, and nothing is read after it. */
  fail(reason: Message): void;
  /** Letters of all texts that were given to the file so far. */
  letters(): number;
}

/** Parses what is XML, or nearly. */
export interface UnitParser extends Pick<PlainParser, 'write' | 'end' | 'isDamaged' | 'fail' | 'letters'> {
  /** Places that were no XML and were read as they are meant. */
  repaired(): number;
}

/** Parses a file of translation units piece by piece, up to where it is damaged. What is nearly XML is mended. */
export function unitParser(file: UnitFile): UnitParser {
  const parser = plainParser(file);
  const repairer = xmlRepairer();
  return {
    ...parser,
    write(piece) {
      if (!parser.isDamaged()) parser.write(repairer.write(piece));
    },
    end() {
      parser.write(repairer.end());
      return parser.end();
    },
    repaired: repairer.count,
  };
}

/** Refuses a segment that is longer than any is. */
export function checkSegmentLength(length: number, parser: Pick<PlainParser, 'fail'>): void {
  if (length > MAX_SEGMENT_LENGTH) parser.fail(msg('One of its segments has more than a million characters.'));
}

/** Thrown to leave the parser at once. */
const DAMAGE = Symbol('damage');

/**
 * Parses a file of translation units that is XML, up to where it is not.
 * Entities other than XML's own are refused, and so is what would fill the memory.
 */
export function plainParser(file: UnitFile): PlainParser {
  const parser = new SaxesParser();
  let failed: Problem | null = null;
  let refused = false;
  let rest = '';
  let root = '';
  let depth = 0;
  let letters = 0;
  /** Letters of the pieces before. */
  let read = 0;
  /** Letters since the last tag, which the parser may be holding, and where that was. */
  let quiet = 0;
  let lastTag: Place = { line: 1, column: 0 };

  function fail(reason: Message, place: Place = parser): void {
    refused ||= failed === null;
    damage(reason, place);
  }

  function damage(reason: Message, place: Place): void {
    failed ??= new Problem(
      'unreadable-file',
      msg('{name} cannot be read as {format}.', { name: file.name, format: file.format }),
      atPlace(place, reason),
      'Export it again from the tool it comes from, or fix it in an editor.',
    );
  }

  parser.on('error', (error) => {
    damage(reasonOf(error), parser);
    throw DAMAGE;
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) fail(msg('It declares its own entities, which are not read.'));
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = file.nameOf(name);
    if (depth === 0 && file.roots.length > 0 && !file.roots.includes(tag))
      fail(msg('Its root element is “{tag}”.', { tag }));
    root ||= tag;
    depth += 1;
    quiet = 0;
    lastTag = { line: parser.line, column: parser.column };
    if (depth > file.deepest) fail(msg('Its elements are nested more than {deepest} deep.', { deepest: file.deepest }));
    if (!failed) file.open(tag, attributes, depth);
  });
  const text = (piece: string) => {
    if (failed) return;
    letters += countLetters(piece);
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

  /** Has the parser do something, and comes back where it finds damage. */
  function upToDamage(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error !== DAMAGE) throw error;
    }
  }

  return {
    write(piece) {
      // In small steps, so that what was made to fill the memory is refused before it does.
      for (let at = 0; at < piece.length && !failed; at += PARSE_STEP_LENGTH) {
        const part = piece.slice(at, at + PARSE_STEP_LENGTH);
        upToDamage(() => parser.write(part));
        if (failed) rest = piece.slice(at + parser.position - read);
        read += part.length;
        quiet += part.length;
        if (quiet > 2 * MAX_SEGMENT_LENGTH)
          fail(msg('One of its tags or comments has more than two million characters.'), lastTag);
      }
    },
    end() {
      if (!failed) upToDamage(() => parser.close());
      if (!failed && !root) fail(msg('There is no element in it.'));
      return failed;
    },
    isDamaged: () => failed !== null,
    isRefused: () => refused,
    rest: () => rest,
    fail,
    letters: () => letters,
  };
}

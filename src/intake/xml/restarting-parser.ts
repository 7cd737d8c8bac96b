import type { Problem } from '../../core/problem.ts';
import { xmlRepairer } from './repair-xml.ts';
import { plainParser, type UnitFile, type UnitParser } from './unit-parser.ts';

/** A file that is read on behind damage. */
export interface RestartableFile extends UnitFile {
  /** How a unit begins. */
  readonly unit: RegExp;
  /** What stands around units, as far as it opens. */
  readonly around: string;
  /** Forgets what is half read. */
  reset(): void;
}

export interface RestartingParser extends UnitParser {
  /** How often something damaged was left out and the next unit read. */
  restarts(): number;
}

/** After so much damage a file is not worth more looks. */
const MAX_RESTARTS = 1000;

/** How many letters the beginning of a unit may have. */
const MAX_BEGINNING_LENGTH = 10;

/**
 * Parses a file of translation units. Where one is damaged, it is left out up to
 * the next, instead of everything after it; the first damage is reported at the end.
 */
export function restartingParser(file: RestartableFile): RestartingParser {
  const repairer = xmlRepairer();
  let parser = plainParser(file);
  let first: Problem | null = null;
  let restarts = 0;
  /** Letters that parsers before this one have given. */
  let letters = 0;
  /** The end of what was looked through for the next unit; null while units are read. */
  let looked: string | null = null;

  function parse(xml: string): void {
    let text = xml;
    while (!isLost()) {
      if (looked !== null) {
        text = looked + text;
        const at = text.search(file.unit);
        looked = text.slice(-MAX_BEGINNING_LENGTH);
        if (at < 0) return;
        text = text.slice(at);
        looked = null;
        restarts += 1;
        file.reset();
        letters += parser.letters();
        parser = plainParser(file);
        parser.write(file.around);
      }
      parser.write(text);
      if (!parser.isDamaged()) return;
      first ??= parser.end();
      text = parser.rest();
      looked = '';
    }
  }

  function isLost(): boolean {
    return parser.isRefused() || (parser.isDamaged() && restarts >= MAX_RESTARTS);
  }

  return {
    write: (piece) => parse(isLost() ? '' : repairer.write(piece)),
    end() {
      parse(isLost() ? '' : repairer.end());
      return first ?? parser.end();
    },
    isDamaged: isLost,
    repaired: repairer.count,
    restarts: () => restarts,
    letters: () => letters + parser.letters(),
    fail: (reason) => parser.fail(reason),
  };
}

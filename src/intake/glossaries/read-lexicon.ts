import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** A word and one of its translations. */
export interface WordPair {
  readonly source: string;
  readonly target: string;
}

/**
 * Reads a lexicon from text: a pair a line, parted by a tab or a semicolon
 * (source first), or in hunalign's form `target @ source`. Lines that begin
 * with # are comments.
 * @throws Problem `bad-input` with the line that is not a pair
 */
export function readLexicon(text: string, name: string): WordPair[] {
  const pairs = text.split(/\r?\n/u).flatMap((line, i): WordPair[] => {
    if (!line.trim() || line.startsWith('#')) return [];
    const hunalign = /^(.*\S)\s+@\s+(\S.*)$/u.exec(line);
    const [source, target] = hunalign ? [hunalign[2], hunalign[1]] : line.split(/[\t;]/u);
    if (!source?.trim() || !target?.trim()) {
      throw new Problem(
        'bad-input',
        msg('{name}, line {line}: not a pair of words.', { name, line: String(i + 1) }),
        msg('It reads “{line}”.', { line: line.slice(0, 60) }),
        'A line is SOURCE, a tab or semicolon, TARGET; or TARGET @ SOURCE as hunalign has it.',
      );
    }
    return [{ source: source.trim(), target: target.trim() }];
  });
  if (pairs.length === 0)
    throw new Problem(
      'empty-text',
      msg('There are no words in {name}.', { name }),
      '',
      'Give a file with one pair of words per line.',
    );
  return pairs;
}

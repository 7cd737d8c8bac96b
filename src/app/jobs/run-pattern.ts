import vm from 'node:vm';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** How long a person's pattern may be at one text, in ms: any that does not repeat within a repetition is through with it in no time. */
const PATTERN_TIMEOUT_MS = 2000;

/** A person's regular expression, run over texts some at a time. */
export interface PatternRun {
  /**
   * In which texts it is found.
   * @throws Problem `bad-request` where it takes too long with one of them
   */
  foundIn(texts: readonly string[]): boolean[];
  /** The texts with every place of it replaced; "$1" and the like stand for what its groups found. */
  replacedIn(texts: readonly string[], replacement: string): string[];
}

/**
 * Runs a pattern where it can be stopped: a regular expression may take longer than anybody lives. To be used beside the
 * server's thread, which would stand still meanwhile. How long all texts together take is limited there, as of all work.
 * @param patience how long it may be at one text, in ms
 */
export function runPattern({ source, flags }: RegExp, patience = PATTERN_TIMEOUT_MS): PatternRun {
  const prepare = 'const pattern = new RegExp(source, flags);';
  const given = { source, flags, replacement: '' };
  const run = (work: string, texts: readonly string[], replacement = '') => {
    const { results, slow } = stoppable({ ...given, replacement }, { prepare, work, patience })(texts);
    if (!slow) return results;
    throw new Problem(
      'bad-request',
      'The regular expression takes too long.',
      msg('It ran for {seconds} seconds.', { seconds: patience / 1000 }),
      'Avoid repetitions within repetitions, such as (a+)+.',
    );
  };
  return {
    foundIn: (texts) => run('text.search(pattern) >= 0', texts) as boolean[],
    replacedIn: (texts, replacement) => run('text.replace(pattern, replacement)', texts, replacement) as string[],
  };
}

/** Work on texts that may have to be stopped, in JavaScript. */
interface StoppableWork {
  /** Done once for some texts. */
  readonly prepare: string;
  /** An expression that makes of a `text` what is wanted. */
  readonly work: string;
  /** How long it may be at one text, in ms. */
  readonly patience: number;
}

/**
 * Makes a function that does some work on texts, one after another, where it can be stopped.
 * @param given strings that the work finds under their names
 * @returns what was made of the texts, up to the first that took too long, if one did
 */
export function stoppable(
  given: Readonly<Record<string, string>>,
  { prepare, work, patience }: StoppableWork,
): (texts: readonly unknown[]) => { readonly results: unknown[]; readonly slow: boolean } {
  // Only strings go in and come out, so that nothing in this program can be reached from inside.
  const inside = { ...given, texts: '', at: 0, found: '[]' };
  const context = vm.createContext(inside);
  const script = new vm.Script(`{
    ${prepare}
    const list = JSON.parse(texts);
    for (; at < list.length; at += 1) {
      const text = list[at];
      results[at] = ${work};
    }
    found = JSON.stringify(results);
  }`);
  return (texts) => {
    Object.assign(inside, { texts: JSON.stringify(texts), at: 0, found: '[]' });
    vm.runInContext('var results = [];', context);
    for (;;) {
      const begun = inside.at;
      try {
        script.runInContext(context, { timeout: patience });
        return { results: JSON.parse(inside.found) as unknown[], slow: false };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        // The time was that of several texts; the one that it ended in has all of it once more.
        if (inside.at > begun) continue;
        vm.runInContext('found = JSON.stringify(results);', context);
        return { results: JSON.parse(inside.found) as unknown[], slow: true };
      }
    }
  };
}

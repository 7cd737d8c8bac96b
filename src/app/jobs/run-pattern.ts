import vm from 'node:vm';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** How long a person's pattern may run over all the texts that it is given, in ms. */
const PATIENCE = 2000;

/** A person's regular expression, run over texts some at a time. */
export interface PatternRun {
  /**
   * In which texts it is found.
   * @throws Problem `bad-request` where it takes too long, all that was asked before counted
   */
  foundIn(texts: readonly string[]): boolean[];
  /** The texts with every place of it replaced; "$1" and the like stand for what its groups found. */
  replacedIn(texts: readonly string[], replacement: string): string[];
}

/**
 * Runs a pattern where it can be stopped: a regular expression may take longer than anybody lives. To be used beside the
 * server's thread, which would stand still meanwhile.
 */
export function runPattern({ source, flags }: RegExp): PatternRun {
  // Strings only go in and come out, so that nothing of this program can be reached from within.
  const given = { source, flags, texts: '', replacement: '' };
  const context = vm.createContext(given);
  let left = PATIENCE;

  function run(work: string, texts: readonly string[], replacement = ''): unknown {
    Object.assign(given, { texts: JSON.stringify(texts), replacement });
    const begun = performance.now();
    try {
      const script = `{ const pattern = new RegExp(source, flags); JSON.stringify(JSON.parse(texts).map((text) => ${work})) }`;
      return JSON.parse(vm.runInContext(script, context, { timeout: Math.max(1, Math.floor(left)) }) as string);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      throw new Problem(
        'bad-request',
        'The regular expression takes too long.',
        msg('It ran for {seconds} seconds.', { seconds: PATIENCE / 1000 }),
        'Avoid repetitions within repetitions, such as (a+)+.',
      );
    } finally {
      left -= performance.now() - begun;
    }
  }

  return {
    foundIn: (texts) => run('text.search(pattern) >= 0', texts) as boolean[],
    replacedIn: (texts, replacement) => run('text.replace(pattern, replacement)', texts, replacement) as string[],
  };
}

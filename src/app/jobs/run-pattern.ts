import vm from 'node:vm';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** How long a person's pattern may run over the texts of a bitext, in ms. */
const PATIENCE = 2000;

/**
 * Which texts a pattern is found in. It runs where it can be stopped: a regular
 * expression may take longer than anybody lives.
 * @throws Problem `bad-request` where it takes too long
 */
export function textsWith(texts: readonly string[], pattern: RegExp): boolean[] {
  return JSON.parse(run('texts.map((text) => text.search(pattern) >= 0)', texts, pattern, '')) as boolean[];
}

/** The texts with every place of a pattern replaced; "$1" and the like stand for what its groups found. */
export function textsReplaced(texts: readonly string[], pattern: RegExp, replacement: string): string[] {
  return JSON.parse(
    run('texts.map((text) => text.replace(pattern, replacement))', texts, pattern, replacement),
  ) as string[];
}

function run(work: string, texts: readonly string[], pattern: RegExp, replacement: string): string {
  // Strings only go in and come out, so that nothing of this program can be reached from within.
  const given = { given: JSON.stringify(texts), source: pattern.source, flags: pattern.flags, replacement };
  const script = `const texts = JSON.parse(given); const pattern = new RegExp(source, flags); JSON.stringify(${work})`;
  try {
    return vm.runInNewContext(script, given, { timeout: PATIENCE }) as string;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new Problem(
      'bad-request',
      'The regular expression takes too long.',
      msg('It ran for {seconds} seconds.', { seconds: PATIENCE / 1000 }),
      'Avoid repetitions within repetitions, such as (a+)+.',
    );
  }
}

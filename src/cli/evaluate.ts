import { Command } from 'commander';
import { evaluate, parseBeads, type Score } from '../core/align/evaluate.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { readInput } from './files.ts';

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('Score alignments against gold ones: strict and lax precision, recall and F1.')
    .argument('<files...>', 'GOLD HYP pairs of files with one bead per line, [0, 1]:[2]')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  visavis evaluate story.gold story.beads')
    .action(run);
}

async function run(files: string[], { json }: { json?: boolean }): Promise<void> {
  if (files.length % 2 !== 0) {
    throw new Problem(
      'bad-request',
      'The files come in pairs.',
      msg('{length} were given.', { length: files.length }),
      'Give a gold file and a proposed one, as often as needed.',
    );
  }
  const beads = await Promise.all(
    files.map(async (file) => parseBeads(new TextDecoder().decode((await readInput(file)).bytes), file)),
  );
  const pairs = Array.from({ length: files.length / 2 }, (_, i) => ({
    gold: beads[2 * i] ?? [],
    proposed: beads[2 * i + 1] ?? [],
  }));
  const result = evaluate(pairs);
  process.stdout.write(
    json ? `${JSON.stringify(result)}\n` : `strict ${line(result.strict)} | lax ${line(result.lax)}\n`,
  );
}

function line({ precision, recall, f1 }: Score): string {
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
}

#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { Problem } from '../core/problem.ts';
import { alignCommand } from './align.ts';
import { evaluateCommand } from './evaluate.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { segmentCommand } from './segment.ts';
import { serveCommand } from './serve.ts';

/** The command line: one file a command, this one only names them and turns problems into exit codes. */
const program = new Command('visavis')
  .description('Align articles with their translations, review them, export translation memories.')
  .version('0.1.0')
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .exitOverride();

for (const command of [
  serveCommand(),
  alignCommand(),
  segmentCommand(),
  evaluateCommand(),
  importCommand(),
  exportCommand(),
]) {
  program.addCommand(command.exitOverride());
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong on stderr and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Problem) {
    const lines = [`visavis: ${error.title}`, error.detail, error.hint].filter(Boolean);
    process.stderr.write(`${lines.join('\n  ')}\n`);
    return error.exitCode;
  }
  process.stderr.write(
    `visavis: an unexpected error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 4;
}

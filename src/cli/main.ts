#!/usr/bin/env node
import { CommanderError } from 'commander';
import { Problem } from '../core/problem.ts';
import { commandLine } from './commands.ts';
import { describeProblem } from './report.ts';

const program = await commandLine(process.argv[2]);

// A reader that has seen enough (`| head`) closes the pipe; that is not an error.
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
    process.stderr.write(`visavis: ${describeProblem(error)}\n`);
    return error.exitCode;
  }
  process.stderr.write(
    `visavis: an unexpected error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 4;
}

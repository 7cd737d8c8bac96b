#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { Problem } from '../core/problem.ts';

/** Every command with its module; only the one that is asked for is loaded, unless help is wanted on all. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  align: async () => (await import('./align.ts')).alignCommand(),
  segment: async () => (await import('./segment.ts')).segmentCommand(),
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  lexicon: async () => (await import('./lexicon.ts')).lexiconCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  clean: async () => (await import('./clean.ts')).cleanCommand(),
  dump: async () => (await import('./dump.ts')).dumpCommand(),
  undump: async () => (await import('./dump.ts')).undumpCommand(),
  lookup: async () => (await import('./lookup.ts')).lookupCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./backup.ts')).restoreCommand(),
  glossary: async () => (await import('./glossary.ts')).glossaryCommand(),
  export: async () => (await import('./export.ts')).exportCommand(),
};

const program = new Command('visavis')
  .description('Align articles with their translations, review them, export translation memories.')
  .version('0.1.0')
  .exitOverride();

const asked = COMMANDS[process.argv[2] ?? ''];
for (const load of asked ? [asked] : Object.values(COMMANDS)) program.addCommand((await load()).exitOverride());

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

import { readFileSync } from 'node:fs';
import { Command } from 'commander';

/** Every command with its module; only the one that is asked for is loaded, unless help is wanted on all. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  config: async () => (await import('./operation/config.ts')).configCommand(),
  align: async () => (await import('./align.ts')).alignCommand(),
  segment: async () => (await import('./segment.ts')).segmentCommand(),
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  pair: async () => (await import('./pair/pair.ts')).pairCommand(),
  lexicon: async () => (await import('./lexicon.ts')).lexiconCommand(),
  check: async () => (await import('./check/check.ts')).checkCommand(),
  clean: async () => (await import('./clean.ts')).cleanCommand(),
  dump: async () => (await import('./dump.ts')).dumpCommand(),
  load: async () => (await import('./dump.ts')).loadCommand(),
  lookup: async () => (await import('./lookup.ts')).lookupCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./backup.ts')).restoreCommand(),
  trash: async () => (await import('./trash.ts')).trashCommand(),
  sources: async () => (await import('./sources.ts')).sourcesCommand(),
  user: async () => (await import('./accounts/user.ts')).userCommand(),
  sessions: async () => (await import('./accounts/sessions.ts')).sessionsCommand(),
  glossary: async () => (await import('./glossary.ts')).glossaryCommand(),
  export: async () => (await import('./export.ts')).exportCommand(),
};

/** Commands by the names that they had before. */
const ALIASES: Readonly<Record<string, string>> = { undump: 'load' };

/**
 * The command line as commander reads it.
 * @param asked the command that is wanted, whose module alone is loaded; without one, or for an unknown one, all are
 */
export async function commandLine(asked = ''): Promise<Command> {
  const program = new Command('visavis')
    .description('Align articles with their translations, review them, export translation memories.')
    .version(version())
    .exitOverride();
  const one = COMMANDS[ALIASES[asked] ?? asked];
  for (const load of one ? [one] : Object.values(COMMANDS)) program.addCommand(throwing(await load()));
  return program;
}

/** Wrong usage is thrown, by the commands within a command too, so that the exit code is ours. */
function throwing(command: Command): Command {
  command.commands.forEach(throwing);
  return command.exitOverride();
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

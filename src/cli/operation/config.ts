import { Command } from 'commander';
import { takeEnvironment, unknownVariables } from './environment.ts';
import { type Setting, variable, variableOf } from './setting.ts';
import { serverSettings } from './settings.ts';

export function configCommand(): Command {
  const settings = serverSettings();
  const command = new Command('config')
    .description('Show each setting of the server, its value and where it comes from; takes the options of serve.')
    .addHelpText('after', '\nExample:\n  VISAVIS_PORT=8080 visavis config');
  for (const { option } of settings) command.addOption(option);
  return command.action(() => {
    takeEnvironment(command, settings);
    process.stdout.write(aligned(settings.flatMap((one) => linesOf(command, one))));
    for (const name of unknownVariables(settings)) process.stderr.write(`There is no setting of the name ${name}.\n`);
  });
}

type Line = readonly [name: string, value: string, from: string];

function linesOf(command: Command, one: Setting): Line[] {
  const { option, secret } = one;
  const key = option.attributeName();
  const source = command.getOptionValueSource(key);
  const from = source === 'cli' ? (option.long ?? '') : source === 'env' ? variableOf(one) : 'default';
  const line: Line = [option.name(), shown(command.getOptionValue(key)), from];
  return secret !== null && command.getOptionValue(secret) !== undefined
    ? [line, [secret, '(hidden)', variable(secret)]]
    : [line];
}

function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '(none)';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).join(':');
  return withoutPassword(String(value));
}

/** An address may hold a name and a password. */
function withoutPassword(value: string): string {
  return value.replace(/^(\w+:\/\/)[^/@]*@/u, '$1(hidden)@');
}

function aligned(lines: readonly Line[]): string {
  const width = (column: 0 | 1) => Math.max(...lines.map((line) => line[column].length));
  return lines.map(([name, value, from]) => `${name.padEnd(width(0))}  ${value.padEnd(width(1))}  ${from}\n`).join('');
}

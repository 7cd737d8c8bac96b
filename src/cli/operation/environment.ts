import { type Command, InvalidArgumentError } from 'commander';
import { msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { type Setting, variable, variableOf } from './setting.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Gives a command the settings that stand in the environment and not among its flags. A variable that is empty is as good as none, as
 * compose files make them.
 * @throws Problem `bad-request` that names a variable which cannot be used
 */
export function takeEnvironment(command: Command, settings: readonly Setting[], env: Environment = process.env): void {
  for (const one of settings) {
    const key = one.option.attributeName();
    if (command.getOptionValueSource(key) === 'cli') continue;
    const given = env[variableOf(one)]?.trim();
    if (given) command.setOptionValueWithSource(key, valueIn(one, given), 'env');
    if (one.secret === null) continue;
    const secret = env[variable(one.secret)];
    if (!secret) continue;
    if (given) {
      throw refused(variable(one.secret), msg('{other} is set, too.', { other: variableOf(one) }));
    }
    command.setOptionValueWithSource(one.secret, secret, 'env');
  }
}

/** Variables of commands that work on the library of a server. */
const OTHERS = ['VISAVIS_TOKEN', 'VISAVIS_TOKEN_FILE'];

/** Variables of the environment that are named like settings and are none. */
export function unknownVariables(settings: readonly Setting[], env: Environment = process.env): string[] {
  const known = new Set([
    ...settings.flatMap((one) => [variableOf(one), ...(one.secret === null ? [] : [variable(one.secret)])]),
    ...OTHERS,
  ]);
  return Object.keys(env).filter((name) => name.startsWith('VISAVIS_') && !known.has(name));
}

function valueIn(one: Setting, given: string): unknown {
  const { option } = one;
  if (!option.required && !option.optional) return isOn(one, given);
  if (one.isList) return given.split(/[,\s]+/u).filter(Boolean);
  try {
    return option.parseArg ? option.parseArg(given, undefined) : given;
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw refused(variableOf(one), verbatim(error.message));
    throw error;
  }
}

const ON: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'on']);
const OFF: ReadonlySet<string> = new Set(['0', 'false', 'no', 'off']);

function isOn(one: Setting, given: string): boolean {
  const word = given.toLowerCase();
  if (!ON.has(word) && !OFF.has(word)) throw refused(variableOf(one), verbatim('It takes true or false.'));
  return ON.has(word);
}

function refused(name: string, why: ReturnType<typeof verbatim>): Problem {
  return new Problem('bad-request', msg('{variable} of the environment cannot be used.', { variable: name }), why);
}

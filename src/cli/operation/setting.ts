import { InvalidArgumentError, type Option } from 'commander';

/**
 * A setting of the server. It is a flag, a variable of the environment (`variableOf`), a line of `visavis config` and a row of
 * docs/operation.md, all of them from here.
 */
export interface Setting {
  readonly option: Option;
  /** Whether it is given again and again as a flag; in the environment its values stand one after another, with commas between. */
  readonly isList: boolean;
  /** The setting that a file holds which this one names; such a one is never a flag, which every user of the machine could read. */
  readonly secret: string | null;
}

/** The variable of the environment that a setting is read from. */
export function variableOf({ option }: Setting): string {
  return variable(option.name());
}

/** VISAVIS_BACKUP_KEEP of `backup-keep`. */
export function variable(name: string): string {
  return `VISAVIS_${name.replaceAll('-', '_').toUpperCase()}`;
}

export function setting(option: Option): Setting {
  return { option, isList: false, secret: null };
}

export function list(option: Option): Setting {
  const collected = (name: string, before: readonly string[]) => [...before, name];
  return { option: option.argParser(collected).default([], 'none'), isList: true, secret: null };
}

export function secretIn(option: Option, secret: string): Setting {
  return { option, isList: false, secret };
}

export function webAddress(value: string): string {
  if (!/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/u.test(value) || !URL.canParse(value))
    throw new InvalidArgumentError('It takes an address such as https://desk.example.org.');
  return value;
}

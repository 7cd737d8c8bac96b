import { type Message, msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

export interface NamedFile {
  readonly name: string;
}

/** The problems of work that reads a file from outside: where it is given up, and where it breaks, each with what to do. */
export function fileRefusals({
  refused,
  broken,
  because = verbatim,
}: {
  readonly refused: Message;
  readonly broken: Message;
  /** Says why it breaks, where the reason alone says little. */
  readonly because?: (reason: string) => Message;
}) {
  return {
    refused: ({ name }: NamedFile, why: Message) =>
      new Problem('too-large', msg('“{name}” is too much to read.', { name }), why, refused),
    broken: ({ name }: NamedFile, why: string) =>
      new Problem('unreadable-file', msg('“{name}” cannot be read.', { name }), because(why), broken),
  };
}

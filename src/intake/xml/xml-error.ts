import type { SaxesParser } from 'saxes';
import { type Message, msg, verbatim } from '../../core/message.ts';

/** The letter that a parser has read last: both counted from 1, but for a file in which it has read none. */
export type Place = Pick<SaxesParser, 'line' | 'column'>;

/** A reason with its place, as editors name places. */
export function atPlace({ line, column }: Place, reason: Message): Message {
  return msg('Line {line}, column {column}: {reason}', {
    line: String(line),
    column: String(Math.max(column, 1)),
    reason,
  });
}

/** What an error of the parser says, without its own way of naming the place. */
export function reasonOf({ message }: Error): Message {
  const words = message.replace(/^\d+:\d+: /u, '');
  const named = NAMING.find(([start]) => words.startsWith(start));
  if (named) {
    const [start, reason] = named;
    return reason(words.slice(start.length).replace(/\.$/u, ''));
  }
  return REASONS.find(({ text }) => text === words) ?? verbatim(words);
}

/** What saxes says, of which people see most. */
const REASONS = [
  msg('attribute without value.'),
  msg('disallowed character in tag name'),
  msg('disallowed character.'),
  msg('document must contain a root element.'),
  msg('documents may contain only one root.'),
  msg('incorrect syntax.'),
  msg('malformed character entity.'),
  msg('text data outside of root node.'),
  msg('undefined entity.'),
  msg('unexpected close tag.'),
  msg('unexpected end.'),
  msg('unquoted attribute value.'),
];

/** What it says with the name of a tag or an attribute at the end. */
const NAMING: readonly (readonly [string, (name: string) => Message])[] = [
  ['duplicate attribute: ', (name) => msg('duplicate attribute: {name}.', { name })],
  ['unclosed tag: ', (name) => msg('unclosed tag: {name}', { name })],
  ['unmatched closing tag: ', (name) => msg('unmatched closing tag: {name}.', { name })],
];

import { type Message, msg } from '../message.ts';

/** What somebody is told: a mention, a reply in a thread of theirs, a translation to translate, to revise, or to go on with. */
export const NOTICE_KINDS = ['mention', 'reply', 'assigned', 'review', 'returned'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice in words. */
export function noticeText(kind: NoticeKind, values: { readonly name: string; readonly title: string }): Message {
  switch (kind) {
    case 'mention':
      return msg('{name} mentions you in “{title}”.', values);
    case 'reply':
      return msg('{name} replies in “{title}”.', values);
    case 'assigned':
      return msg('{name} has assigned “{title}” to you.', values);
    case 'review':
      return msg('“{title}” is yours to revise, by {name}.', values);
    case 'returned':
      return msg('{name} has returned “{title}” to you.', values);
  }
}

import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** Why somebody whom another server knows does not come in here; as it stands in the audit log. */
export type Refusal = keyof typeof REASONS;

/** Each with what to do. */
const REASONS = {
  'no account': [msg('Nobody has invited you here.'), msg('Ask an administrator for an invitation.')],
  'not connected': [
    msg('An account has your e-mail address, but is not connected with this sign-in.'),
    msg('Ask an administrator for a link: on its page the account is connected.'),
  ],
  'address of another': [
    msg('The account with your e-mail address belongs to another person of your organisation.'),
    msg('Ask an administrator for a link.'),
  ],
  'other account': [
    msg('You already have another account here.'),
    msg('Ask an administrator which of the two is yours.'),
  ],
  'no verified e-mail': [
    msg('Your organisation does not say that your e-mail address is verified.'),
    msg('Have your e-mail address verified there, or ask an administrator for an invitation.'),
  ],
  'other domain': [
    msg('Accounts are for e-mail addresses of other domains than yours.'),
    msg('Ask an administrator for an invitation.'),
  ],
  'no role': [msg('Your organisation gives you no role here.'), msg('Ask whoever gives roles in your organisation.')],
  disabled: [msg('Your account is disabled.'), msg('Ask an administrator.')],
} as const satisfies Readonly<Record<string, readonly [Message, Message]>>;

/** What is said to them. The other server has shown who they are, so nothing is given away. */
export function refused(refusal: Refusal): Problem {
  return new Problem('forbidden', 'You cannot sign in here.', ...REASONS[refusal]);
}

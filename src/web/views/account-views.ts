import type { Account, ListedAccount } from '../../app/accounts/accounts.ts';
import type { AuditPage, AuditQuery } from '../../app/accounts/audit.ts';
import type { Session } from '../../app/accounts/sessions.ts';
import type { DeskSettings } from '../../app/workflow/desk-settings.ts';
import type { Problem } from '../../core/problem.ts';

/** How people come in here, once there are accounts. */
interface WaysIn {
  readonly hasPasswords: boolean;
  /** null where there is no OpenID Connect server; its words on the button, empty for ours. */
  readonly openId: { readonly label: string } | null;
}

/** What the views of accounts need. */
export interface AccountViews {
  'accounts/sign-in': {
    kind: 'password' | 'accounts';
    to: string;
    email: string;
    problem: Problem | null;
    ways: WaysIn;
  };
  'accounts/welcome': { account: Account; token: string; problem: Problem | null; ways: WaysIn };
  /** Leads on to another server, by itself or by a click. */
  'accounts/onward': { isOut: boolean; address: string };
  /** With the number of the session that one is in. */
  'accounts/account': {
    account: Account;
    sessions: readonly Session[];
    /** Those of programs. */
    programs: readonly Session[];
    current: number;
    /** Whether notices are sent by mail, where the server can. */
    isMailed: boolean;
    changesPassword: boolean;
    problem: Problem | null;
    isChanged: boolean;
    /** The token that was just made. */
    token: { readonly token: string; readonly name: string } | null;
  };
  /** With the search as it stands in the address, and the names of the actions. */
  'accounts/audit': AuditPage & {
    search: AuditQuery;
    address: string;
    labels: Readonly<Record<string, string>>;
  };
  /** With who looks at it, and the link that was just made. */
  'accounts/accounts': {
    accounts: readonly ListedAccount[];
    own: string;
    problem: Problem | null;
    typed: { name: string; email: string };
    settings: DeskSettings;
    link: { address: string; endsAt: string; name: string } | null;
  };
}

import type { Generated } from 'kysely';
import type { ProgramScope } from '../../core/accounts/permissions.ts';

/** The tables of accounts as Kysely sees them. */
export interface AccountTables {
  /** `roles` is a list as JSON; `password` a hash as argon2 writes it, empty until the person has set one; `disabled_at` empty where it is not. */
  account: {
    id: string;
    email: string;
    roles: string;
    password: Generated<string>;
    disabled_at: Generated<string>;
    created_at: string;
    /** 1 where it is sent its notices by mail, in this language; empty where that is not known. */
    mail: Generated<number>;
    language: Generated<string>;
  };
  session: {
    id: Generated<number>;
    account_id: string;
    token_hash: string;
    begun_at: string;
    used_at: string;
    ends_at: string;
    device: string;
    address: string;
    /** What a program may with it; empty for a browser. */
    program: Generated<ProgramScope | ''>;
    /** Who vouched for the person; empty where they signed in with a password. */
    issuer: Generated<string>;
    /** What signs out there, too; empty where there is no such thing. */
    id_token: Generated<string>;
  };
  audit: {
    id: Generated<number>;
    at: string;
    account_id: string;
    name: string;
    address: string;
    action: string;
    subject: string;
    outcome: 'done' | 'refused' | 'failed';
    detail: string;
  };
  account_identity: { issuer: string; subject: string; account_id: string; connected_at: string };
  account_link: { token_hash: string; account_id: string; ends_at: string };
}

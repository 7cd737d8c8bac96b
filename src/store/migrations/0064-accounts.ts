/**
 * Accounts: people who sign in, with what they may be on the desk. An account is a person, so that its name stands beside what
 * it did; it is disabled and never deleted, for the same reason. Of sessions and of links that set a password, only the hash of
 * the secret is kept: who reads the file cannot sign in with what stands there.
 */
export const accounts: readonly string[] = [
  `CREATE TABLE account (
    id TEXT PRIMARY KEY REFERENCES person (id),
    email TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (email <> ''),
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    password TEXT NOT NULL DEFAULT '',
    disabled_at TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    begun_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    device TEXT NOT NULL,
    address TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX session_account ON session (account_id)',
  `CREATE TABLE account_link (
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    ends_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX account_link_account ON account_link (account_id)',
];

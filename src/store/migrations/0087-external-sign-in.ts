/**
 * Who somebody is where they sign in elsewhere: the issuer, and the name that it gives to nobody else. Of one issuer an account has
 * one such name. A session says who vouched for it (empty for a password), and keeps what signs out there, too.
 */
export const externalSignIn: readonly string[] = [
  `CREATE TABLE account_identity (
    issuer TEXT NOT NULL CHECK (issuer <> ''),
    subject TEXT NOT NULL CHECK (subject <> ''),
    account_id TEXT NOT NULL REFERENCES account (id),
    connected_at TEXT NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (account_id, issuer)
  ) STRICT, WITHOUT ROWID`,
  "ALTER TABLE session ADD COLUMN issuer TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE session ADD COLUMN id_token TEXT NOT NULL DEFAULT ''",
];

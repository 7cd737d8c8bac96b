/**
 * Who did what, when, from where. Rows are added and never changed or taken away, which the database itself refuses. Names are
 * kept as they were; nothing refers to accounts, so that a row outlives everything.
 */
export const audit: readonly string[] = [
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action <> ''),
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    detail TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX audit_account ON audit (account_id, id)',
  'CREATE INDEX audit_at ON audit (at)',
  ...['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER audit_${change.toLowerCase()} BEFORE ${change} ON audit BEGIN
      SELECT RAISE(ABORT, 'the audit log is only added to');
    END`,
  ),
];

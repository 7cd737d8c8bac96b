/**
 * What people are told: that somebody mentions them, replies to them, gives them work. Each is read, and sent by mail, once. They
 * go with what they are about.
 */
export const notices: readonly string[] = [
  `CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL CHECK (kind IN ('mention', 'reply', 'assigned', 'review', 'returned')),
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    comment_id INTEGER REFERENCES comment (id) ON DELETE CASCADE,
    sender TEXT NOT NULL,
    at TEXT NOT NULL,
    read_at TEXT NOT NULL DEFAULT '',
    mailed_at TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX notice_account ON notice (account_id, id)',
  "CREATE INDEX notice_unread ON notice (account_id) WHERE read_at = ''",
  'CREATE INDEX notice_bitext ON notice (bitext_id)',
  'CREATE INDEX notice_comment ON notice (comment_id)',
];

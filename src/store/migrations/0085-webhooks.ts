/**
 * Addresses of other programs that are told what happens; what there is to tell, stored with what it tells of; and how far each
 * address has come.
 */
export const webhooks: readonly string[] = [
  `CREATE TABLE webhook (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret TEXT NOT NULL,
    old_secret TEXT NOT NULL DEFAULT '',
    old_secret_until TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at TEXT NOT NULL,
    failing_since TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0,
    retry_at TEXT NOT NULL DEFAULT '',
    claimed_by TEXT NOT NULL DEFAULT '',
    claimed_until TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE TABLE webhook_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    at TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX webhook_event_at ON webhook_event (at)',
  `CREATE TABLE webhook_delivery (
    webhook_id INTEGER NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    event_id INTEGER NOT NULL REFERENCES webhook_event (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered')),
    attempts INTEGER NOT NULL DEFAULT 0,
    attempted_at TEXT NOT NULL DEFAULT '',
    status INTEGER,
    failure TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (webhook_id, event_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX webhook_delivery_event ON webhook_delivery (event_id)',
  `CREATE INDEX webhook_delivery_waiting ON webhook_delivery (webhook_id, event_id) WHERE state = 'waiting'`,
];

/**
 * Sources that are looked at by the clock, what each look found, and what is proposed of it. A page is known by its address and
 * the hash of its text, so that nothing is proposed twice; its bytes and its text go once somebody has decided. A source is
 * looked at by the program that has claimed it, until the claim ends.
 */
export const sources: readonly string[] = [
  `CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('feed')),
    place TEXT NOT NULL UNIQUE CHECK (place <> ''),
    languages TEXT NOT NULL CHECK (json_valid(languages)),
    schedule TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    claimed_by TEXT NOT NULL DEFAULT '',
    claimed_until TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE TABLE source_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    found INTEGER NOT NULL,
    proposed INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    failure TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  'CREATE INDEX source_run_source ON source_run (source_id, id)',
  `CREATE TABLE source_page (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER REFERENCES source (id) ON DELETE SET NULL,
    address TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    hash TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,
    versions TEXT NOT NULL CHECK (json_valid(versions)),
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    charset TEXT NOT NULL,
    bytes BLOB,
    article_id INTEGER,
    refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1))
  ) STRICT`,
  'CREATE INDEX source_page_hash ON source_page (hash)',
  `CREATE TABLE proposal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'pair', 'revision')),
    page_id INTEGER NOT NULL UNIQUE REFERENCES source_page (id),
    partner_id INTEGER UNIQUE REFERENCES source_page (id),
    at TEXT NOT NULL,
    likeness REAL,
    doubtful INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1)),
    reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons))
  ) STRICT`,
];

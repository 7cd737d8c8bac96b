/**
 * Who works on what: running programs, each with a beat by which others know that it is there, and the
 * bitexts that each has taken on. What stands in the queue under no lease may be taken on by anybody.
 */
export const leases: readonly string[] = [
  `CREATE TABLE program (
    id TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    process INTEGER NOT NULL,
    serves INTEGER NOT NULL CHECK (serves IN (0, 1)),
    beat_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE lease (
    bitext_id INTEGER PRIMARY KEY REFERENCES bitext (id) ON DELETE CASCADE,
    program_id TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE
  ) STRICT`,
  'CREATE INDEX lease_program ON lease (program_id)',
];

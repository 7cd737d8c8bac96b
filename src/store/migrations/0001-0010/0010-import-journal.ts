/** Imports under way, so that one that was broken off can be told of afterwards. */
export const importJournal: readonly string[] = [
  `CREATE TABLE import_journal (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    job TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    process INTEGER NOT NULL,
    total INTEGER NOT NULL,
    stored INTEGER NOT NULL DEFAULT 0,
    stopped INTEGER NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1))
  ) STRICT`,
];

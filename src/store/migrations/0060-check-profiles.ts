/**
 * Profiles of checks: which are made, how much their findings matter, patterns of one's own. At most one is that of
 * all bitexts; a bitext may have one of its own. Without any, the checks are as they are.
 */
export const checkProfiles: readonly string[] = [
  `CREATE TABLE check_profile (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    content TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
    updated_at TEXT NOT NULL
  ) STRICT`,
  'CREATE UNIQUE INDEX check_profile_active ON check_profile (active) WHERE active = 1',
  `CREATE TABLE bitext_check_profile (
    bitext_id INTEGER PRIMARY KEY REFERENCES bitext (id) ON DELETE CASCADE,
    profile_id INTEGER NOT NULL REFERENCES check_profile (id) ON DELETE CASCADE
  ) STRICT`,
  'CREATE INDEX bitext_check_profile_profile ON bitext_check_profile (profile_id)',
];

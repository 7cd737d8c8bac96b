/** What programs have been answered, by the key that they gave their request, so that one sent twice is done once. */
export const apiAnswers = [
  `CREATE TABLE api_answer (
    author TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    status INTEGER,
    answer TEXT,
    PRIMARY KEY (author, key)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX api_answer_by_time ON api_answer (begun_at)',
];

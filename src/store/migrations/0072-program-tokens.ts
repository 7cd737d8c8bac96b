/** A session may be a program's: what its token may do, or empty where it is a browser's. */
export const programTokens: readonly string[] = [
  `ALTER TABLE session ADD COLUMN program TEXT NOT NULL DEFAULT '' CHECK (program IN ('', 'read', 'all'))`,
];

/** Whether an account is sent its notices by mail, and in which language. */
export const mail: readonly string[] = [
  'ALTER TABLE account ADD COLUMN mail INTEGER NOT NULL DEFAULT 1 CHECK (mail IN (0, 1))',
  "ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT ''",
];

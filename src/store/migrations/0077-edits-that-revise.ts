/** Whether an edit goes with a new revision of the translation, so that undoing it does, too. Those made before are known by their labels. */
export const editsThatRevise: readonly string[] = [
  'ALTER TABLE edit ADD COLUMN revises INTEGER NOT NULL DEFAULT 0 CHECK (revises IN (0, 1))',
  `UPDATE edit SET revises = 1 WHERE state <> 'reverse' AND label LIKE '%"Corrected %in Word"%'`,
];

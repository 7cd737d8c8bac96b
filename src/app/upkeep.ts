import type { Message } from '../core/message.ts';

// What whoever keeps the program running gets from it, as interfaces; `operation/` implements them.

/** What stands beside an event in the log. Never a text, a title, an address's query or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** What happens, a line an event. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /**
   * An error of ours: its kind and where it was thrown. What it says may hold words of a text, so that is left out, but at level
   * "debug".
   */
  fault(event: string, error: unknown, fields?: LogFields): void;
}

/** A mail as plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for one that is sent again. */
  readonly key: string;
}

/** Copies that are made by the clock. */
export interface BackupState {
  /** When the last copy was made that was found whole, in ms since 1970; null where there is none. */
  readonly checkedAt: number | null;
  /** The last attempt, where it failed: when, ISO 8601, and why. */
  readonly failure: { readonly at: string; readonly problem: Message } | null;
  /** How many attempts have failed since the program was started. */
  readonly failures: number;
}

/** Makes copies of the database by the clock, checks them, and removes old ones. */
export interface Backups {
  state(): BackupState;
  /** Begins; a copy that is overdue is made at once. */
  start(log: Log): Promise<void>;
  /** Makes a copy now. What goes wrong is in the state, never thrown. */
  run(): Promise<void>;
  /** Leaves off; a copy that is not whole yet is removed. */
  stop(): Promise<void>;
}

/** Tells other programs what happens, in the order in which it did. */
export interface Webhooks {
  /** Begins to look for what there is to tell. */
  start(): void;
  /** Tells what waits and may be told now. */
  deliver(): Promise<void>;
  /** Leaves off, once what is being sent is sent. */
  stop(): Promise<void>;
}

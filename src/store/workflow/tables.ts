import type { Generated } from 'kysely';
import type { WorkflowState } from '../../core/workflow/workflow.ts';

/** The tables of a desk's work as Kysely sees them. */
export interface WorkflowTables {
  /** People are ids of accounts, empty where nobody is named; `due_on` is a day. */
  workflow: {
    bitext_id: number;
    state: WorkflowState;
    translator: Generated<string>;
    reviser: Generated<string>;
    due_on: Generated<string>;
    signed_by: Generated<string>;
    changed_at: string;
  };
  desk_setting: { name: string; value: string };
}

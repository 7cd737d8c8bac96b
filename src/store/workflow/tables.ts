import type { Generated } from 'kysely';
import type { NoticeKind } from '../../core/workflow/notice.ts';
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
  /** `mailed_at` and `read_at` are empty until then. */
  notice: {
    id: Generated<number>;
    account_id: string;
    kind: NoticeKind;
    bitext_id: number;
    comment_id: number | null;
    sender: string;
    at: string;
    read_at: Generated<string>;
    mailed_at: Generated<string>;
  };
  desk_setting: { name: string; value: string };
}

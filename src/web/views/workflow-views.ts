import type { MyWork } from '../../app/workflow/my-work.ts';
import type { StoredNotice } from '../../app/workflow/notices.ts';

/** What the views of a desk's work need. */
export interface WorkflowViews {
  'workflow/my-work': MyWork & { notices: readonly StoredNotice[] };
}

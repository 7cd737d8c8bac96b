import type { Person } from '../../core/workflow/person.ts';
import { canMove, isOverdue, MOVE_NAMES, type MoveName, type Workflow } from '../../core/workflow/workflow.ts';
import { hasAccounts, listAccounts } from '../../store/accounts/accounts.ts';
import { namesOf } from '../../store/people.ts';
import { workflowsOf } from '../../store/workflow/workflow.ts';
import type { Desk } from '../desk.ts';
import { isAble } from './workflow.ts';

/** The work on a translation as a page or a program is shown it. */
export interface ShownWorkflow extends Workflow {
  readonly bitext: number;
  /** Of the accounts; empty where nobody is named. */
  readonly names: Readonly<Record<'translator' | 'reviser' | 'signedBy', string>>;
  readonly isOverdue: boolean;
  /** Where it can go from here. */
  readonly moves: readonly MoveName[];
}

/** The work on the translations of some bitexts, by bitext; null where nobody has an account. */
export async function shownWorkflows(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  bitexts: readonly number[],
): Promise<ReadonlyMap<number, ShownWorkflow> | null> {
  if (!(await hasAccounts(store.db))) return null;
  const workflows = await workflowsOf(store.db, bitexts);
  const shown = withNames(await namesOf(store.db), now());
  return new Map([...workflows].map(([bitext, workflow]) => [bitext, shown(bitext, workflow)]));
}

/** The same of one bitext. */
export async function shownWorkflow(desk: Pick<Desk, 'store' | 'now'>, bitext: number): Promise<ShownWorkflow | null> {
  return (await shownWorkflows(desk, [bitext]))?.get(bitext) ?? null;
}

/** Makes what is shown of the work on a translation. @param now ISO 8601 */
export function withNames(names: ReadonlyMap<string, string>, now: string) {
  const nameOf = (id: string) => names.get(id) ?? '';
  const today = now.slice(0, 10);
  return (bitext: number, workflow: Workflow): ShownWorkflow => ({
    ...workflow,
    bitext,
    names: {
      translator: nameOf(workflow.translator),
      reviser: nameOf(workflow.reviser),
      signedBy: nameOf(workflow.signedBy),
    },
    isOverdue: isOverdue(workflow, today),
    moves: MOVE_NAMES.filter((move) => canMove(workflow.state, move)),
  });
}

/** Who can be given work. */
export interface Workers {
  readonly translators: readonly Person[];
  readonly revisers: readonly Person[];
}

export async function workersOf({ store }: Pick<Desk, 'store'>): Promise<Workers> {
  const accounts = await listAccounts(store.db);
  return {
    translators: accounts.filter((account) => isAble(account, 'edit')),
    revisers: accounts.filter((account) => isAble(account, 'confirm')),
  };
}

import type { AccountAction } from '../../core/accounts/audit.ts';
import { mayDo } from '../../core/accounts/permissions.ts';
import { isDate } from '../../core/glossary/holders.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import {
  type Assignment,
  afterAssignment,
  afterEdit,
  afterMove,
  canMove,
  type MoveName,
  NEW_WORKFLOW,
  type Workflow,
} from '../../core/workflow/workflow.ts';
import { type Account, findAccount, hasAccounts } from '../../store/accounts/accounts.ts';
import type { Db } from '../../store/open-store.ts';
import { deskSettings } from '../../store/workflow/desk-settings.ts';
import { hasOwnWords, setWordedBy, setWorkflow, workflowOf } from '../../store/workflow/workflow.ts';
import { type Actor, record } from '../accounts/actor.ts';
import { headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { noticeWork } from './notices.ts';

type Work = Pick<Desk, 'store' | 'now'>;

const RECORDED_AS: Readonly<Record<MoveName, AccountAction>> = {
  submit: 'translation sent to review',
  return: 'translation returned',
  sign: 'translation signed off',
  publish: 'translation published',
  unlock: 'translation unlocked',
};

/**
 * Takes a translation on, or back; what that takes is asked by the address (`core/workflow/workflow.ts`).
 * @throws Problem `conflict` where it is in another state by now, `not-ready` where it is not aligned yet, `forbidden` where
 *   somebody else has to sign for it
 */
export function moveTranslation(desk: Work, bitext: number, move: MoveName, actor: Actor): Promise<Workflow> {
  return changed(desk, bitext, actor, async (tx, workflow) => {
    if (!canMove(workflow.state, move)) {
      throw new Problem(
        'conflict',
        'This translation is in another state by now.',
        '',
        'Reload the page and look at how far it is.',
      );
    }
    if (move === 'sign') await requireOthersWords(tx, bitext, actor.account);
    return { workflow: afterMove(workflow, move, actor.account), action: RECORDED_AS[move] };
  });
}

/**
 * Says who translates, who revises, and until when.
 * @throws Problem `bad-input` where somebody may not do it, or the day is none; `conflict` where it is published
 */
export function assignTranslation(desk: Work, bitext: number, given: Assignment, actor: Actor): Promise<Workflow> {
  if (given.dueOn !== '' && (given.dueOn.length !== 10 || !isDate(given.dueOn))) {
    throw new Problem('bad-input', msg('“{day}” is not a day.', { day: given.dueOn }), '', 'Write it as 2024-01-16.');
  }
  return changed(desk, bitext, actor, async (tx, workflow) => {
    if (workflow.state === 'published') {
      throw new Problem('conflict', 'This translation is published.', '', 'Unlock it first.');
    }
    if (given.translator !== workflow.translator) await requireAble(tx, given.translator, 'edit');
    if (given.reviser !== workflow.reviser) await requireAble(tx, given.reviser, 'confirm');
    return { workflow: afterAssignment(workflow, given), action: 'translation assigned' };
  });
}

/** What was signed for is no more where its words have changed; it is looked at again. In the transaction of the edit. */
export async function reopenAfterEdit(tx: Db, bitext: number, at: string): Promise<void> {
  const workflow = await workflowOf(tx, bitext);
  const after = afterEdit(workflow);
  if (after !== workflow) await setWorkflow(tx, bitext, after, at);
}

/** A bitext of newer texts, which somebody has brought in, is worked on as the one whose place it takes. */
export async function carryWorkflow(
  tx: Db,
  from: number,
  to: number,
  { author, at }: { readonly author: string; readonly at: string },
): Promise<void> {
  await setWordedBy(tx, to, [], author);
  const workflow = await workflowOf(tx, from);
  if (workflow !== NEW_WORKFLOW) await setWorkflow(tx, to, afterEdit(workflow), at);
}

async function changed(
  { store, now }: Work,
  bitext: number,
  actor: Actor,
  change: (tx: Db, workflow: Workflow) => Promise<{ workflow: Workflow; action: AccountAction }>,
): Promise<Workflow> {
  const { state } = await headOf({ store }, bitext);
  return store.transaction(async (tx) => {
    if (!(await hasAccounts(tx))) {
      throw new Problem('not-found', 'Nobody works with an account here.', '', 'Make accounts first.');
    }
    const before = await workflowOf(tx, bitext);
    const { workflow, action } = await change(tx, before);
    if (state !== 'ready' && action !== 'translation assigned') {
      throw new Problem('not-ready', 'This bitext is not aligned yet.', '', 'Wait until its rows are shown.');
    }
    await setWorkflow(tx, bitext, workflow, now());
    await noticeWork(tx, bitext, { before, after: workflow, sender: actor.account, at: now() });
    await record(tx, actor, { action, subject: `/bitexts/${bitext}`, detail: await inWords(tx, workflow) }, now());
    return workflow;
  });
}

/** Who and until when, as the log names it. */
async function inWords(tx: Db, { translator, reviser, dueOn }: Workflow): Promise<string> {
  const names = await Promise.all([translator, reviser].map((id) => findAccount(tx, id)));
  return [...names.map((account) => account?.email ?? ''), dueOn].filter(Boolean).join(', ');
}

/** On a desk of four eyes nobody signs for words that they have changed last. @throws Problem `forbidden` */
async function requireOthersWords(tx: Db, bitext: number, account: string): Promise<void> {
  if (!(await deskSettings(tx)).fourEyes || !(await hasOwnWords(tx, bitext, account))) return;
  throw new Problem(
    'forbidden',
    'You have changed words of this translation last.',
    'On this desk somebody else signs for them.',
    'Ask another reviser to look at it.',
  );
}

const ABLE = {
  edit: msg('It takes somebody who may edit rows.'),
  confirm: msg('It takes somebody who may confirm rows.'),
};

async function requireAble(tx: Db, id: string, permission: 'edit' | 'confirm'): Promise<void> {
  const account = id === '' ? null : await findAccount(tx, id);
  if (id === '' || (account && isAble(account, permission))) return;
  throw new Problem(
    'bad-input',
    account ? msg('{name} cannot do this.', { name: account.name }) : msg('This account is not there.'),
    ABLE[permission],
    'Choose somebody else.',
  );
}

/** Whether somebody can be given work. */
export function isAble({ roles, isDisabled }: Account, permission: 'edit' | 'confirm'): boolean {
  return !isDisabled && mayDo(roles, permission);
}

import type { CandidateDecision } from '../../core/wire/glossary.ts';
import { ask } from '../shared/ask.ts';
import { watchFaults } from '../shared/faults.ts';
import { fieldsOf } from '../shared/fields.ts';
import { t } from '../shared/language.ts';
import { announce } from '../shared/messages.ts';
import { within } from '../shared/within.ts';

watchFaults();

/** A candidate that has been decided on, with where it stood. */
interface Decided {
  readonly item: HTMLElement;
  readonly before: Element | null;
  /** The change of the glossary; null where it was rejected. */
  readonly batch: number | null;
}

// Candidates for the glossary: the whole page by the keyboard, wherever the focus is.
const list = document.querySelector<HTMLElement>('.candidates');
const decided: Decided[] = [];

/** Those that have a button. */
const SHOWN_DECISIONS = ['accept', 'merge', 'reject'] as const;

document.addEventListener('keydown', (event) => {
  const item = within(event, '.candidate') ?? current();
  if (within(event, 'input, select, textarea')) {
    if (event.key === 'Escape') item?.focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = ACTIONS[event.key.toLowerCase()] ?? ACTIONS[event.key];
  if (!act || (!item && act !== takeBack)) return;
  event.preventDefault();
  act(item ?? document.body);
});

list?.addEventListener('submit', (event) => {
  event.preventDefault();
  const item = within(event, '.candidate');
  const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'accept';
  const action = SHOWN_DECISIONS.find((each) => each === pressed);
  if (item && action) void decide(item, action);
});

const ACTIONS: Readonly<Record<string, (item: HTMLElement) => void>> = {
  ArrowDown: (item) => go(item.nextElementSibling),
  ArrowUp: (item) => go(item.previousElementSibling),
  a: (item) => void decide(item, 'accept'),
  f: (item) => void decide(item, 'accept', 'feminine'),
  m: (item) => void decide(item, 'accept', 'masculine'),
  n: (item) => void (item.querySelector('[name="into"]') ? decide(item, 'merge') : announce(t('No concept is near.'))),
  x: (item) => void decide(item, 'reject'),
  e: (item) => item.querySelector<HTMLInputElement>('input[name="source"]')?.select(),
  z: takeBack,
};

// The first key acts at once.
current()?.focus({ preventScroll: true });

function current(): HTMLElement | null {
  return list?.querySelector<HTMLElement>('.candidate[tabindex="0"]') ?? null;
}

function go(item: Element | null): void {
  if (!(item instanceof HTMLElement)) return;
  for (const other of list?.querySelectorAll<HTMLElement>(':scope > *') ?? []) other.tabIndex = -1;
  item.tabIndex = 0;
  item.focus();
}

async function decide(item: HTMLElement, action: CandidateDecision, gender?: string): Promise<void> {
  const form = item.querySelector('form');
  if (!form) return;
  const choice = form.querySelector<HTMLSelectElement>('[name="gender"]');
  if (gender && choice) choice.value = gender;
  const fields = { ...fieldsOf(form), action };
  const answer = await ask('POST /bitexts/:id/candidates', { id: item.dataset['bitext'] ?? '' }, fields);
  if (!answer) return;
  const before = item.nextElementSibling;
  decided.push({ item, before, batch: answer.batch });
  const next = before ?? item.previousElementSibling;
  item.remove();
  announce(t(action === 'reject' ? 'Rejected.' : 'Accepted.'));
  count();
  go(next);
}

/** Says how many are left, and that it is done where none is. */
function count(): void {
  const left = list?.children.length ?? 0;
  const [line, done] = [document.querySelector<HTMLElement>('#left'), document.querySelector<HTMLElement>('#done')];
  const number = document.querySelector('#left-count');
  if (number) number.textContent = t('{count} candidates to decide on', { count: left });
  const heads = document.querySelector<HTMLElement>('.candidate-heads');
  for (const one of [line, heads]) if (one) one.hidden = left === 0;
  if (done) done.hidden = left > 0;
  if (left === 0) done?.querySelector<HTMLElement>('a')?.focus();
}

/** Takes the last decision back: a rejection is forgotten, what was made of it in the glossary is undone. */
function takeBack(): void {
  void (async () => {
    const last = decided.pop();
    if (!last) return announce(t('There is nothing to undo.'));
    if (!(await forget(last))) {
      decided.push(last);
      return;
    }
    list?.insertBefore(last.item, last.before?.isConnected ? last.before : null);
    announce(t('Taken back.'));
    count();
    go(last.item);
  })();
}

/** Whether the server has taken a decision back. */
async function forget({ item, batch }: Decided): Promise<boolean> {
  if (batch !== null) return (await ask('POST /glossary/history/:batch/undo', { batch })) !== null;
  const form = item.querySelector('form');
  if (!form) return false;
  const fields = { ...fieldsOf(form), action: 'unreject' } as const;
  return (await ask('POST /bitexts/:id/candidates', { id: item.dataset['bitext'] ?? '' }, fields)) !== null;
}

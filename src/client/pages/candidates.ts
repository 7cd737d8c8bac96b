import type { CandidateDecision } from '../../core/wire/glossary.ts';
import { ask, post } from '../shared/ask.ts';
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
  readonly rejected: boolean;
  readonly concept: number | null;
}

// Candidates for the glossary: the whole page by the keyboard.
const list = document.querySelector<HTMLElement>('.candidates');
const bitext = list?.dataset['bitext'] ?? '';
const decided: Decided[] = [];

/** Those that have a button. */
const SHOWN_DECISIONS = ['accept', 'merge', 'reject'] as const;

list?.addEventListener('keydown', (event) => {
  const item = within(event, '.candidate');
  const inField = within(event, 'input, select, button');
  if (!item) return;
  if (inField) {
    if (event.key === 'Escape') item.focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = ACTIONS[event.key.toLowerCase()] ?? ACTIONS[event.key];
  if (!act) return;
  event.preventDefault();
  act(item);
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
  z: () => void takeBack(),
};

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
  const answer = await ask('POST /bitexts/:id/candidates', { id: bitext }, fields);
  if (!answer) return;
  const before = item.nextElementSibling;
  decided.push({ item, before, rejected: action === 'reject', concept: answer.concept });
  const next = before ?? item.previousElementSibling;
  item.remove();
  announce(t(action === 'reject' ? 'Rejected.' : 'Accepted.'));
  go(next);
}

/** Takes the last decision back: a rejection is forgotten, a new concept is deleted again. */
async function takeBack(): Promise<void> {
  const last = decided.pop();
  const form = last?.item.querySelector('form');
  if (!last || !form) return announce(t('There is nothing to undo.'));
  if (!(await forget(last, form))) {
    decided.push(last);
    return;
  }
  list?.insertBefore(last.item, last.before?.isConnected ? last.before : null);
  announce(t('Taken back.'));
  go(last.item);
}

/** Whether the server has taken a decision back. */
async function forget({ rejected, concept }: Decided, form: HTMLFormElement): Promise<boolean> {
  if (rejected) {
    const fields = { ...fieldsOf(form), action: 'unreject' } as const;
    return (await ask('POST /bitexts/:id/candidates', { id: bitext }, fields)) !== null;
  }
  // Terms that went into a concept that was there before stay.
  return form.querySelector('[name="into"]') !== null || post(`/glossary/${concept}/delete`);
}

import { post } from '../../shared/ask.ts';
import { fieldsOf } from '../../shared/fields.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor } from '../cursor.ts';
import { atCursor, type Parts } from './at-cursor.ts';

/** What is done with the findings of a row. */
export function findingActions(parts: Parts) {
  const { findings, list, cursor } = parts;
  const { onRow } = atCursor(parts);

  function takeSuggestion({ row }: Cursor): void {
    const form = findings.at(row)?.querySelector<HTMLFormElement>('form:not(.dismissal)');
    if (form) form.requestSubmit();
    else announce(t('There is no suggestion here.'));
  }

  /** Opens the form that asks why. */
  function askWhy({ row }: Cursor): void {
    const finding = findings.at(row);
    const details = finding?.querySelector('details');
    if (!finding || !details) {
      announce(t('No finding in this row.'));
      return;
    }
    findings.choose(finding);
    details.open = true;
    const reason = details.querySelector<HTMLInputElement>('input[name="reason"]');
    reason?.focus();
    reason?.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      details.open = false;
      leave();
    });
  }

  function leave(): void {
    const at = cursor.at();
    if (at) cursor.place(at.segment);
  }

  async function dismiss(form: HTMLFormElement): Promise<void> {
    const finding = form.closest<HTMLElement>('.check-finding');
    const fields = fieldsOf(form);
    if (!finding || !(await post('/check/dismissals', fields))) return;
    const { same } = finding.dataset;
    const alike = [...list.querySelectorAll<HTMLElement>('.check-finding')].filter(
      (one) => one.dataset['same'] === same,
    );
    findings.remove(fields['where'] === 'row' ? [finding] : alike);
    announce(t('Finding dismissed.'));
    leave();
  }

  return {
    takeSuggestion: () => onRow(takeSuggestion),
    dismissFinding: () => onRow(askWhy),
    dismiss,
  };
}

import { t } from '../shared/language.ts';

/** What became of editing a segment in place. */
export type Edited =
  | { readonly kind: 'saved'; readonly text: string }
  | { readonly kind: 'cut'; readonly text: string; readonly offset: number }
  | { readonly kind: 'left' };

/**
 * Lets a segment's text be edited in its place. Enter saves, Shift+Enter splits
 * it at the caret, Escape leaves it as it was; leaving the field saves.
 */
export function editInPlace(segment: HTMLElement): Promise<Edited> {
  const field = document.createElement('textarea');
  const before = segment.textContent ?? '';
  field.value = before;
  field.className = 'segment-field';
  field.setAttribute('aria-label', t('Text of the segment'));
  segment.hidden = true;
  segment.after(field);
  grow(field);
  field.focus();
  field.setSelectionRange(0, 0);
  field.addEventListener('input', () => grow(field));
  return new Promise((resolve) => {
    let done = false;
    const finish = (edited: Edited) => {
      if (done) return;
      done = true;
      field.remove();
      segment.hidden = false;
      resolve(edited);
    };
    const save = () =>
      finish(field.value.trim() && field.value !== before ? { kind: 'saved', text: field.value } : { kind: 'left' });
    field.addEventListener('blur', save);
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === 'Escape') finish({ kind: 'left' });
      else if (event.key === 'Enter') {
        event.preventDefault();
        if (event.shiftKey) finish({ kind: 'cut', text: field.value, offset: field.selectionStart });
        else save();
      }
    });
  });
}

function grow(field: HTMLTextAreaElement): void {
  field.rows = 1;
  while (field.scrollHeight > field.clientHeight && field.rows < 30) field.rows += 1;
}

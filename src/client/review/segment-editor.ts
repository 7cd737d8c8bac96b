import { t } from '../shared/language.ts';

/** What became of editing a segment in place. */
export type Edited =
  | { readonly kind: 'saved'; readonly text: string }
  | { readonly kind: 'cut'; readonly text: string; readonly offset: number }
  | { readonly kind: 'left' };

/**
 * Lets a segment's text be edited in its place. Enter saves, Shift+Enter splits
 * it at the caret, Escape leaves it as it was; leaving the field saves.
 * @param draft what was typed before, to go on with
 * @param typed called with what is in the field each time it changes
 */
export function editInPlace(
  segment: HTMLElement,
  draft?: string,
  typed: (text: string) => void = () => {},
): Promise<Edited> {
  const field = document.createElement('textarea');
  const before = segment.textContent ?? '';
  field.value = draft ?? before;
  field.className = 'segment-field';
  field.setAttribute('aria-label', t('Text of the segment'));
  segment.hidden = true;
  const hint = document.createElement('p');
  hint.className = 'edit-hint quiet';
  hint.id = 'edit-hint';
  hint.textContent = t('Enter saves, Shift+Enter splits here, Esc cancels.');
  field.setAttribute('aria-describedby', hint.id);
  segment.after(field, hint);
  grow(field);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.addEventListener('input', () => {
    grow(field);
    typed(field.value);
  });
  return new Promise((resolve) => {
    let done = false;
    const finish = (edited: Edited) => {
      if (done) return;
      done = true;
      field.remove();
      hint.remove();
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

/** What was typed into a dialog and left, by the dialog and what it was about: it is there when the dialog is opened again. */
const left = new Map<string, string>();

/**
 * Asks for a text in one of the page's dialogs. Ctrl+Enter or Alt+Enter saves, Escape leaves.
 * @param name of the dialog: its parts are "NAME-dialog" and "NAME-text"
 * @param about what the text is about, so that one that was left is found again
 * @returns the text, or null where it was left
 */
export function askText(name: string, saves: string, before = '', about = ''): Promise<string | null> {
  const dialog = document.querySelector<HTMLDialogElement>(`#${name}-dialog`);
  const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(`#${name}-text`);
  if (!dialog || !field) return Promise.resolve(null);
  const draft = `${name} ${about}`;
  field.value = (about && left.get(draft)) || before;
  dialog.returnValue = 'cancel';
  field.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.altKey || event.metaKey)) dialog.close(saves);
  };
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const isSaved = dialog.returnValue === saves;
        if (about && !isSaved && field.value.trim() && field.value !== before) left.set(draft, field.value);
        else left.delete(draft);
        resolve(isSaved ? field.value : null);
      },
      { once: true },
    );
  });
}

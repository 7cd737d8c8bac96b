/**
 * Asks for a text in one of the page's dialogs. Ctrl+Enter or Alt+Enter saves, Escape leaves.
 * @param name of the dialog: its parts are "NAME-dialog" and "NAME-text"
 * @returns the text, or null where it was left
 */
export function askText(name: string, saves: string, before = ''): Promise<string | null> {
  const dialog = document.querySelector<HTMLDialogElement>(`#${name}-dialog`);
  const field = document.querySelector<HTMLTextAreaElement>(`#${name}-text`);
  if (!dialog || !field) return Promise.resolve(null);
  field.value = before;
  dialog.returnValue = 'cancel';
  field.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.altKey)) dialog.close(saves);
  };
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === saves ? field.value : null), { once: true });
  });
}

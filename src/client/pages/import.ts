import { showBusy } from '../shared/busy-form.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('.pair-form')) showBusy(form);

// The form for a new pair: files may be dropped onto a side, and what is pasted with its formatting keeps its structure.
for (const pane of document.querySelectorAll<HTMLElement>('.pane[data-side]')) {
  const input = pane.querySelector<HTMLInputElement>('input[type="file"]');
  const hint = pane.querySelector<HTMLElement>('.drop-hint');
  const text = pane.querySelector('textarea');
  const html = pane.querySelector<HTMLInputElement>('input[type="hidden"]');
  if (!input || !text || !html) continue;
  if (hint) hint.hidden = false;
  text.addEventListener('paste', (event) => {
    const rich = event.clipboardData?.getData('text/html') ?? '';
    const empty = text.value.trim() === '' || (text.selectionStart === 0 && text.selectionEnd === text.value.length);
    html.value = empty && rich.length < MAX_HTML_LENGTH ? rich : '';
  });
  // Typing changes the text, and what was pasted no longer says what stands there.
  text.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.inputType === 'insertFromPaste')) html.value = '';
  });
  pane.addEventListener('dragover', (event) => {
    event.preventDefault();
    pane.classList.add('dropping');
  });
  pane.addEventListener('dragleave', () => pane.classList.remove('dropping'));
  pane.addEventListener('drop', (event) => {
    event.preventDefault();
    pane.classList.remove('dropping');
    if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files;
    else {
      text.value = event.dataTransfer?.getData('text/plain') ?? text.value;
      html.value = event.dataTransfer?.getData('text/html') ?? '';
    }
  });
}

/** A form field holds at most 20 MB; word processors paste far more than the text. */
const MAX_HTML_LENGTH = 5_000_000;

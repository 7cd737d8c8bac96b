// The form for a new pair: files may be dropped onto a side.
for (const pane of document.querySelectorAll<HTMLElement>('.pane[data-side]')) {
  const input = pane.querySelector<HTMLInputElement>('input[type="file"]');
  const hint = pane.querySelector<HTMLElement>('.drop-hint');
  if (!input) continue;
  if (hint) hint.hidden = false;
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
      const text = pane.querySelector('textarea');
      if (text) text.value = event.dataTransfer?.getData('text/plain') ?? text.value;
    }
  });
}

export {};

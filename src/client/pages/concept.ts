// The form of a concept: a fresh line appears when the last one is used.
for (const lines of document.querySelectorAll<HTMLElement>('.concept-form .lines')) {
  lines.addEventListener('input', () => {
    const last = lines.lastElementChild;
    if (!last?.querySelector<HTMLInputElement>('input[name="text"], input[name="relationTo"]')?.value) return;
    const line = document.importNode(last, true);
    for (const input of line.querySelectorAll('input')) input.value = '';
    for (const select of line.querySelectorAll('select')) select.selectedIndex = 0;
    lines.append(line);
  });
}

export {};

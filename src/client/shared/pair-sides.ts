/** A side of a form that takes two texts, or one. */
export interface PairSide {
  readonly pane: HTMLElement;
  readonly file: HTMLInputElement;
  readonly text: HTMLTextAreaElement;
  /** What was pasted with its formatting. */
  readonly html: HTMLInputElement;
}

/** A form field holds at most 20 MB; word processors paste far more than the text. */
const MAX_HTML_LENGTH = 5_000_000;

/**
 * The sides of a form: files, texts and addresses may be dropped onto each, what is pasted with its formatting keeps its
 * structure, and of a file and a text what came last counts.
 */
export function openSides(form: HTMLElement): PairSide[] {
  return [...form.querySelectorAll<HTMLElement>('.pane[data-side]')].flatMap((pane) => {
    const file = pane.querySelector<HTMLInputElement>('input[type="file"]');
    const text = pane.querySelector('textarea');
    const html = pane.querySelector<HTMLInputElement>('input[name$="Html"]');
    if (!file || !text || !html) return [];
    const side = { pane, file, text, html };
    openSide(side);
    return [side];
  });
}

/** Whether nothing stands on a side yet. */
export function isFree({ file, text }: PairSide): boolean {
  return !file.files?.length && text.value.trim() === '';
}

/** Puts what was dropped on sides, one thing each. @returns whether there was anything */
export function putDropped(data: DataTransfer, sides: readonly PairSide[]): boolean {
  const files = [...data.files];
  if (files.length > 0) {
    for (const [at, side] of sides.entries()) if (files[at]) putFile(side, files[at]);
    return true;
  }
  const [side] = sides;
  const text = data.getData('text/uri-list').split(/\r?\n/u)[0] || data.getData('text/plain');
  if (!side || text === '') return false;
  putText(side, text, data.getData('text/uri-list') === '' ? data.getData('text/html') : '');
  return true;
}

/** Puts a text or an address on a side, in place of what was there. */
export function putText({ file, text, html }: PairSide, words: string, rich = ''): void {
  file.value = '';
  text.value = words;
  html.value = rich.length < MAX_HTML_LENGTH ? rich : '';
  text.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Turns two sides round, with all that stands on them. */
export function swapSides(a: PairSide, b: PairSide): void {
  const files = [a.file.files, b.file.files];
  [a.text.value, b.text.value] = [b.text.value, a.text.value];
  for (const field of ['Html', 'Read', 'Language', 'Encoding']) {
    const [first, second] = [a, b].map(({ pane }) => pane.querySelector<HTMLInputElement>(`[name$="${field}"]`));
    if (first && second) [first.value, second.value] = [second.value, first.value];
  }
  a.file.files = files[1] ?? new DataTransfer().files;
  b.file.files = files[0] ?? new DataTransfer().files;
  a.text.dispatchEvent(new Event('change', { bubbles: true }));
}

function putFile({ file, text, html }: PairSide, chosen: File): void {
  const holder = new DataTransfer();
  holder.items.add(chosen);
  text.value = '';
  html.value = '';
  file.files = holder.files;
  file.dispatchEvent(new Event('change', { bubbles: true }));
}

function openSide(side: PairSide): void {
  const { pane, file, text, html } = side;
  text.addEventListener('paste', (event) => {
    const rich = event.clipboardData?.getData('text/html') ?? '';
    const empty = text.value.trim() === '' || (text.selectionStart === 0 && text.selectionEnd === text.value.length);
    html.value = empty && rich.length < MAX_HTML_LENGTH ? rich : '';
  });
  text.addEventListener('input', (event) => {
    // Typing changes the text, and what was pasted no longer says what stands there.
    if (!(event instanceof InputEvent && event.inputType === 'insertFromPaste')) html.value = '';
    file.value = '';
  });
  file.addEventListener('change', () => {
    if (file.files?.length) [text.value, html.value] = ['', ''];
  });
  pane.addEventListener('dragover', (event) => {
    event.preventDefault();
    pane.classList.add('dropping');
  });
  pane.addEventListener('dragleave', () => pane.classList.remove('dropping'));
  pane.addEventListener('drop', (event) => {
    pane.classList.remove('dropping');
    // Two files are one for each side, wherever they fall.
    if (!event.dataTransfer || event.dataTransfer.files.length > 1) return;
    if (!putDropped(event.dataTransfer, [side])) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

import { t } from '../shared/language.ts';

/** A text that somebody has typed and that the server has not taken yet. */
interface Draft {
  readonly side: string;
  readonly text: string;
}

/** Where drafts are kept: they outlive a reload, a closed tab and a refused save. */
const STORAGE_KEY = 'visavis-drafts';

/**
 * The texts of a bitext that were typed in place and have not been saved. Each is offered beside its row, with what
 * stands there now, until it is saved or discarded.
 * @param address the bitext's address
 * @param edit opens a segment's editor with a text
 */
export function openDrafts(list: HTMLElement, address: string, edit: (segment: HTMLElement, text: string) => void) {
  const segmentOf = (id: string, { side }: Draft) =>
    list.querySelector<HTMLElement>(`.${side} > .segment[data-id="${id}"]`);

  function keep(id: string, draft: Draft): void {
    write({ ...read(), [id]: draft });
  }

  function drop(id: string): void {
    const { [id]: _, ...rest } = read();
    write(rest);
    for (const note of document.querySelectorAll(`.draft[data-segment="${id}"]`)) note.remove();
  }

  /** Shows each draft where it belongs; one whose segment is gone stands before the rows. */
  function offer(): void {
    for (const note of document.querySelectorAll('.draft')) note.remove();
    for (const [id, draft] of Object.entries(read())) {
      const segment = segmentOf(id, draft);
      if (segment?.hidden) continue;
      const row = segment?.closest('.row');
      if (row) row.append(noteOf(id, draft, segment ?? null));
      else if (list.querySelector('.gap') === null) list.before(noteOf(id, draft, null));
    }
  }

  function noteOf(id: string, draft: Draft, segment: HTMLElement | null): HTMLElement {
    const note = document.createElement('div');
    note.className = 'draft';
    note.dataset['segment'] = id;
    note.setAttribute('role', 'note');
    const text = document.createElement('p');
    text.dir = 'auto';
    text.textContent = draft.text;
    note.append(
      segment ? t('You typed this, and it is not saved:') : t('You typed this, and its segment is gone:'),
      text,
    );
    if (segment)
      note.append(
        button(t('Edit again'), () => edit(segment, draft.text)),
        ' ',
      );
    note.append(button(t('Discard'), () => drop(id)));
    return note;
  }

  function read(): Record<string, Draft> {
    return allDrafts()[address] ?? {};
  }

  function write(drafts: Record<string, Draft>): void {
    const { [address]: _, ...others } = allDrafts();
    const kept = Object.keys(drafts).length > 0 ? { ...others, [address]: drafts } : others;
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
    } catch {
      // A browser without room for it: the text is still in its field.
    }
  }

  return { keep, drop, offer };
}

function allDrafts(): Record<string, Record<string, Draft>> {
  try {
    const kept: Record<string, Record<string, Draft>> | null = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return kept ?? {};
  } catch {
    return {};
  }
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

import { rangeIn } from './found-text.ts';

const SEVERITIES = ['error', 'warning', 'hint'] as const;

/** The findings that stand in the rows: their places are underlined, one of them may be chosen. */
export function openFindings(list: HTMLElement) {
  let chosen: HTMLElement | null = null;
  underline();
  new MutationObserver(underline).observe(list, { childList: true });

  function underline(): void {
    if (!CSS.highlights) return;
    for (const severity of SEVERITIES) {
      const found = [...list.querySelectorAll<HTMLElement>(`.check-finding.${severity}[data-places]`)];
      CSS.highlights.set(`finding-${severity}`, new Highlight(...found.flatMap(rangesOf)));
    }
    if (chosen?.isConnected !== true) CSS.highlights.delete('finding-current');
  }

  /** What was found in a row, in order. */
  function inRow(row: Element): HTMLElement[] {
    return [...row.querySelectorAll<HTMLElement>('.check-finding')];
  }

  /** Takes away findings that were dismissed, and counts those that are left. */
  function remove(gone: readonly HTMLElement[]): void {
    for (const finding of gone) {
      const row = finding.closest('.row');
      finding.remove();
      const left = row ? inRow(row).length : 0;
      const mark = row?.querySelector('.findings-mark');
      mark?.querySelector('.n-findings')?.replaceChildren(String(left));
      if (left === 0) mark?.remove();
    }
    underline();
  }

  return {
    in: inRow,
    remove,
    /** Shows what was found in rows that came without: what stands in the same rows as they were fetched anew. */
    putIn(fresh: readonly HTMLElement[]): void {
      for (const row of fresh) {
        const old = document.getElementById(row.id);
        if (old?.dataset['unchecked'] === undefined || old.dataset['key'] !== row.dataset['key']) continue;
        delete old.dataset['unchecked'];
        const label = row.getAttribute('aria-label');
        if (label) old.setAttribute('aria-label', label);
        for (const term of inRow(old)) term.remove();
        old.querySelector('.state')?.after(...inRow(row));
        const mark = row.querySelector('.findings-mark');
        if (mark) old.querySelector('.state .status')?.after(mark);
      }
      underline();
    },
    /** The finding of a row that is chosen, else its first. */
    at(row: Element): HTMLElement | null {
      const found = inRow(row);
      return found.find((finding) => finding === chosen) ?? found[0] ?? null;
    },
    /** The one behind that which is chosen in a row; null behind the last, and where none of them is chosen and there is none. */
    after(row: Element): HTMLElement | null {
      const found = inRow(row);
      return found[(chosen ? found.indexOf(chosen) : -1) + 1] ?? null;
    },
    /** Shows which finding it is about, in the list and in both texts. Returns what it says. */
    choose(finding: HTMLElement | null): string {
      chosen?.classList.remove('current-finding');
      chosen = finding;
      CSS.highlights?.delete('finding-current');
      if (!finding) return '';
      finding.classList.add('current-finding');
      finding.scrollIntoView({ block: 'nearest' });
      CSS.highlights?.set('finding-current', new Highlight(...rangesOf(finding)));
      return finding.querySelector('.reason')?.textContent ?? '';
    },
  };
}

/** The places of a finding in the segments of its row. */
function rangesOf(finding: HTMLElement): Range[] {
  const row = finding.closest('.row');
  return (finding.dataset['places'] ?? '').split(',').flatMap((place) => {
    const [side, segment, start, end] = place.split(' ');
    const element = segment ? row?.querySelector(`.${side} > [data-id="${segment}"]`) : null;
    const range = element ? rangeIn(element, Number(start), Number(end)) : null;
    return range ? [range] : [];
  });
}

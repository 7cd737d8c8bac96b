import type { CompanyNow } from '../../../core/wire/edits.ts';
import { t } from '../../shared/language.ts';
import { fetchAnswer } from '../../shared/request.ts';

/** How long the cursor stays at a row before the others are told, in ms. */
const REST_MS = 400;
/** Others who are named above the rows; beyond that they are counted. */
const MAX_SHOWN = 3;

interface Parts {
  readonly list: HTMLElement;
  readonly bitext: string;
  /** This page's own name. */
  readonly page: string;
  goTo(bead: string): void;
}

/** Shows who else has this text open, and at which row; whoever is alone sees nothing of it and sends nothing. */
export function openCompany({ list, bitext, page, goTo }: Parts) {
  const place = document.querySelector<HTMLElement>('#others');
  let now: CompanyNow = { others: [], count: 0 };
  let told: number | null = null;
  let timer = 0;

  function hear(company: CompanyNow): void {
    readOutNames(company);
    now = company;
    show();
    tellSoon();
  }

  /** Who comes and goes is read out; where they are is not, they move all the time. */
  function readOutNames({ others, count }: CompanyNow): void {
    const names = others.map(({ name }) => name || t('unknown user')).join(', ');
    const words = count === 0 ? t('Nobody else is here.') : `${t('Also here:')} ${names}`;
    const news = document.querySelector('#company-news');
    if (!news || (count === 0 && now.count === 0) || news.textContent === words) return;
    news.textContent = words;
  }

  function show(): void {
    markRows();
    if (!place) return;
    place.hidden = now.count === 0;
    const shown = now.others.slice(0, MAX_SHOWN);
    const parts: Node[] = shown.map(({ name, bead }) => personOf(name || t('unknown user'), bead));
    const more = now.count - shown.length;
    if (more > 0) parts.push(document.createTextNode(t('{count} others', { count: more })));
    place.replaceChildren(t('Also here:'), ' ', ...parts.flatMap((part, i) => (i > 0 ? [', ', part] : [part])));
  }

  /** A name, with a way to the row where that person is. */
  function personOf(name: string, bead: number | null): Node {
    if (bead === null) return document.createTextNode(name);
    const number = document.querySelector(`#b${bead} .n`)?.textContent;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = number ? t('{name} (row {number})', { name, number }) : name;
    button.title = t('Go to this row');
    button.addEventListener('click', () => goTo(String(bead)));
    return button;
  }

  /** Rows come anew with each edit, so the marks are put where they belong each time. */
  function markRows(): void {
    for (const mark of list.querySelectorAll('.here')) mark.remove();
    for (const { name, bead } of now.others) {
      const state = bead === null ? null : document.querySelector(`#b${bead} .state`);
      if (!state) continue;
      const mark = document.createElement('span');
      mark.className = 'here';
      mark.textContent = name || t('unknown user');
      state.append(mark);
    }
  }

  function tellSoon(): void {
    if (now.count === 0 || timer !== 0) return;
    timer = window.setTimeout(() => {
      timer = 0;
      const row = list.querySelector<HTMLElement>('.row.current');
      const bead = row ? Number(row.dataset['bead']) : null;
      if (bead === told || now.count === 0) return;
      told = bead;
      void fetchAnswer('POST /bitexts/:id/company', { id: bitext }, { page, bead });
    }, REST_MS);
  }

  list.addEventListener('focusin', tellSoon);
  new MutationObserver(() => {
    if (now.count > 0) markRows();
  }).observe(list, { childList: true });

  return {
    hear,
    /** The server has lost sight of this page, and is told anew where it is. */
    forget(): void {
      told = null;
    },
  };
}

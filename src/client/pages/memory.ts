import { t } from '../language.ts';

/** How often the server is asked how far it has come, in ms. */
const PACE = 400;

// The form of a memory, which may be long: says how far it has come, and can be stopped.
const form = document.querySelector<HTMLFormElement>('form.memory');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const job = crypto.randomUUID();
  const data = new FormData(form);
  data.set('job', job);
  const request = new XMLHttpRequest();
  const shown = showProgress(form, () => request.abort());
  // The first half is the way to the server, the second what is stored there.
  request.upload.addEventListener('progress', ({ loaded, total }) => shown.say(loaded / total / 2, t('Sending…')));
  const timer = setInterval(async () => {
    const response = await fetch(`/progress/${job}`).catch(() => null);
    const { done } = ((await response?.json()) ?? { done: null }) as { done: number | null };
    if (done !== null) shown.say(0.5 + done / 2, t('Storing…'));
  }, PACE);
  request.addEventListener('loadend', () => {
    clearInterval(timer);
    shown.end();
    const type = request.getResponseHeader('content-type') ?? '';
    if (type.includes('json')) location.href = (JSON.parse(request.responseText) as { address: string }).address;
    else if (type.includes('html')) showPage(request.responseText);
  });
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'application/json, text/html;q=0.9');
  request.send(data);
});

function showProgress(form: HTMLFormElement, stop: () => void) {
  const place = document.createElement('div');
  place.className = 'working';
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', t('Import'));
  const text = document.createElement('span');
  text.setAttribute('role', 'status');
  const cancel = document.createElement('button');
  cancel.type = 'button';
  cancel.textContent = t('Cancel');
  cancel.addEventListener('click', () => {
    stop();
    text.textContent = t('Cancelled. Nothing was stored.');
  });
  place.append(bar, text, cancel);
  document.querySelector('.working')?.remove();
  form.after(place);
  return {
    say(share: number, words: string) {
      bar.value = share;
      text.textContent = words;
    },
    end() {
      bar.remove();
      cancel.remove();
    },
  };
}

/** What the server says instead: a problem, or what was lost on the way. */
function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [old, fresh] = [document.querySelector('main'), page.querySelector('main')];
  if (!old || !fresh) return;
  // A table is looked at before it is stored.
  if (fresh.querySelector('.columns')) {
    old.replaceWith(fresh);
    fresh.querySelector<HTMLElement>('select')?.focus();
    return;
  }
  for (const said of fresh.querySelectorAll('form')) said.remove();
  for (const said of document.querySelectorAll('main > .problem-box, main > .finding, main > [role="status"]'))
    said.remove();
  old
    .querySelector('h1')
    ?.after(...[...fresh.children].filter((child) => child.matches('.problem-box, .finding, [role="status"]')));
}

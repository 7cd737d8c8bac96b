import { post } from './ask.ts';
import { t } from './language.ts';
import { newId } from './new-id.ts';
import { fetchAnswer } from './request.ts';

/** How often the server is asked how far it has come, in ms. */
const PROGRESS_INTERVAL_MS = 400;

/** What the server answered to an upload: its type and text. */
export interface Answered {
  readonly type: string;
  readonly text: string;
}

/**
 * Sends files that may be long, and says below the form how far they have come; the user may stop it.
 * @param stopped what is said then
 * @returns null where it was stopped or the server does not answer
 */
export function upload(
  form: HTMLFormElement,
  address: string,
  data: FormData,
  stopped: string,
): Promise<Answered | null> {
  const job = newId();
  data.set('job', job);
  const request = new XMLHttpRequest();
  const shown = showProgress(form, stopped, () => {
    request.abort();
    // Who stops it knows; the library need not tell of it.
    void post('/imports/forget', { job });
  });
  // The first half is the way to the server, the second what is stored there.
  request.upload.addEventListener('progress', ({ loaded, total }) => shown.say(loaded / total / 2, t('Sending…')));
  const timer = setInterval(async () => {
    const done = (await fetchAnswer('GET /progress/:job', { job }))?.done ?? null;
    if (done !== null) shown.say(0.5 + done / 2, t('Storing…'));
  }, PROGRESS_INTERVAL_MS);
  return new Promise((resolve) => {
    request.addEventListener('loadend', () => {
      clearInterval(timer);
      shown.end();
      const type = request.getResponseHeader('content-type') ?? '';
      resolve(type ? { type, text: request.responseText } : null);
    });
    request.open('POST', address);
    request.setRequestHeader('accept', 'application/json, text/html;q=0.9');
    request.send(data);
  });
}

function showProgress(form: HTMLFormElement, stopped: string, stop: () => void) {
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
  let isStopped = false;
  cancel.addEventListener('click', () => {
    isStopped = true;
    stop();
    text.textContent = stopped;
    form.querySelector<HTMLElement>('button:not([type="button"])')?.focus();
  });
  place.append(bar, text, cancel);
  document.querySelector('.working')?.remove();
  form.after(place);
  return {
    say(share: number, words: string) {
      bar.value = share;
      // Said once, not each time that the bar moves.
      if (text.textContent !== words) text.textContent = words;
    },
    end() {
      for (const part of isStopped ? [bar, cancel] : [place]) part.remove();
    },
  };
}

import { watchFaults } from '../shared/faults.ts';
import { fetchAnswer } from '../shared/request.ts';

watchFaults();

// The page of a bitext that is being aligned: opens the review when it is ready.
const bar = document.querySelector<HTMLProgressElement>('#progress');
const bitext = bar?.dataset['bitext'];

async function look(): Promise<void> {
  if (!bar || !bitext) return;
  const status = await fetchAnswer('GET /bitexts/:id/status', { id: bitext });
  if (status && (status.state === 'ready' || status.state === 'failed')) location.reload();
  else {
    if (status) show(status.progress);
    setTimeout(look, 150);
  }
}

/** How far it is: to the eye all the time, read out at each quarter. */
function show(progress: number): void {
  if (!bar) return;
  bar.value = progress;
  const quarter = Math.floor(4 * progress) / 4;
  const place = document.querySelector('#share');
  if (!place || quarter === 0) return;
  const words = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(quarter);
  if (place.textContent !== words) place.textContent = words;
}

void look();

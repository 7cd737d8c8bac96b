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
    if (status) bar.value = status.progress;
    setTimeout(look, 150);
  }
}

void look();

import { fetchJson } from '../shared/request.ts';

// The page of a bitext that is being aligned: opens the review when it is ready.
const bar = document.querySelector<HTMLProgressElement>('#progress');
const address = bar?.dataset['status'];

async function look(): Promise<void> {
  if (!bar || !address) return;
  const status = await fetchJson<{ state: string; progress: number }>(address);
  if (status && (status.state === 'ready' || status.state === 'failed')) location.reload();
  else {
    if (status) bar.value = status.progress;
    setTimeout(look, 150);
  }
}

void look();

// The page of a bitext that is being aligned: opens the review when it is ready.
const bar = document.querySelector<HTMLProgressElement>('#progress');
const address = bar?.dataset['status'];

async function look(): Promise<void> {
  if (!bar || !address) return;
  const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
  const status = response?.ok ? ((await response.json()) as { state: string; progress: number }) : null;
  if (status && (status.state === 'ready' || status.state === 'failed')) location.reload();
  else {
    if (status) bar.value = status.progress;
    setTimeout(look, 150);
  }
}

void look();

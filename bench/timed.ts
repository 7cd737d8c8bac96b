import { spawnSync } from 'node:child_process';

/** Runs a script in a process of its own; answers "seconds, MB at the peak". */
export function timed(args: readonly string[]): string {
  const begun = performance.now();
  const probe = "process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS))";
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - begun) / 1000;
  const peak = Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? 0) / 1024;
  return status === 0 ? `${seconds.toFixed(1)}, ${Math.round(peak)}` : `failed (${status})`;
}

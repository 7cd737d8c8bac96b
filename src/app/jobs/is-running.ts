/**
 * Whether the process that noted something is there still.
 * @param process its number, by this machine's system
 * @param since when it noted it, ISO 8601
 */
export function isRunning({ process: pid, since }: { process: number; since: string }): boolean {
  // The system may have given its number to this very process since, as it does in containers.
  if (pid === process.pid) return since >= new Date(performance.timeOrigin).toISOString();
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

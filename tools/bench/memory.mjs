// Resident memory as the kernel counts it, in megabytes.
import { readFileSync } from 'node:fs';

/** 0 when the process has just ended. `what`: VmRSS now, VmHWM at most so far. */
export function memoryOf(pid, what = 'VmRSS') {
  try {
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Processes that it has started and that still run. */
function startedBy(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

/** Watches a server and its workers; `end` gives the most that the server held, and the most that its workers held together. */
export function heldBy(pid) {
  let server = memoryOf(pid);
  let workers = 0;
  const look = () => {
    server = Math.max(server, memoryOf(pid));
    workers = Math.max(workers, startedBy(pid).reduce((sum, one) => sum + memoryOf(one), 0));
  };
  const watching = setInterval(look, 10);
  return {
    end: () => {
      clearInterval(watching);
      look();
      return { server, workers };
    },
  };
}

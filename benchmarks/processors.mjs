import { readFileSync } from 'node:fs'

const TICK_MS = 10

/**
 * From now on, the processor time in ms of named lists of processes, and how many processors others kept busy. The
 * lists are asked for each time.
 */
export function meter(processes) {
  const before = reading(processes)
  return () => {
    const after = reading(processes)
    const took = after.at - before.at
    const used = Object.fromEntries(Object.keys(processes).map((name) => [name, after.used[name] - before.used[name]]))
    const own = Object.values(used).reduce((sum, each) => sum + each, 0)
    return { ...used, others: Math.max(0, after.busy - before.busy - own) / took }
  }
}

const reading = (processes) => ({
  at: performance.now(),
  busy: busy(),
  used: Object.fromEntries(
    Object.entries(processes).map(([name, pids]) => [name, pids().reduce((sum, pid) => sum + usedBy(pid), 0)]),
  ),
})

function busy() {
  const [user, nice, system, , , irq, soft] = readFileSync('/proc/stat', 'utf8').match(/\d+/g).map(Number)
  return (user + nice + system + irq + soft) * TICK_MS
}

// The fields after the command's name: its own time and that of its ended children.
function usedBy(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS
}

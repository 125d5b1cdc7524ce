const EVERY = 2_000
/** What a timer may come late for in a tab that is looked at. */
const LONGEST = 6_000

/** Calls when time has passed that no timer has seen: the device has slept, and its lines may be dead. */
export function onJump(jumped: () => void, now: () => number = () => Date.now()): () => void {
  let last = now()
  const timer = setInterval(() => {
    const passed = now() - last
    last = now()
    if (passed > LONGEST) jumped()
  }, EVERY)
  return () => clearInterval(timer)
}

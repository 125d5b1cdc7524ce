import { fork } from 'node:child_process'

/** In a child process: answers what the parent calls. */
export function serve(work) {
  process.on('message', async ({ id, name, argument }) => {
    try {
      process.send({ id, result: await work[name](argument) })
    } catch (failure) {
      process.send({ id, failure: failure.stack })
    }
  })
  process.once('disconnect', () => process.exit())
}

/** In the parent: starts a module of this folder as a child process whose functions can be called. */
export function hire(module) {
  const child = fork(new URL(module, import.meta.url))
  const waiting = new Map()
  let id = 0
  const settle = ({ id, result, failure }) => {
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (failure) reject(new Error(failure))
    else resolve(result)
  }
  child.on('message', settle)
  child.once('exit', (code) => waiting.forEach(({ reject }) => reject(new Error(`${module} ended with ${code}`))))
  return {
    pid: child.pid,
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        waiting.set(++id, { resolve, reject })
        child.send({ id, name, argument })
      }),
    dismiss: () => child.disconnect(),
  }
}

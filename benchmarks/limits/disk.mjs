import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** How long it takes to append 256 bytes and have the disk confirm them, in ms. */
export function syncs(folder, count) {
  const file = openSync(join(folder, 'syncs'), 'w')
  const bytes = Buffer.alloc(256, 'x')
  const took = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    writeSync(file, bytes)
    fdatasyncSync(file)
    took.push(performance.now() - began)
  }
  closeSync(file)
  return took
}

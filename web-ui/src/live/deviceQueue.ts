import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Queue, QueueRecord } from './types'

interface Device extends DBSchema {
  unsent: { key: [string, string]; value: QueueRecord; indexes: { post: string } }
}

/** Unsent edits in the browser's IndexedDB. */
export function deviceQueue(name = 'lookback'): Queue {
  let opened: Promise<IDBPDatabase<Device>> | null = null
  const device = () => {
    opened ??= open(name, () => (opened = null)).catch((failure: unknown) => {
      opened = null
      throw failure
    })
    return opened
  }
  return {
    async save(record) {
      await (await device()).put('unsent', record)
    },
    async remove(post, client) {
      await (await device()).delete('unsent', [post, client])
    },
    async list(post) {
      return (await device()).getAllFromIndex('unsent', 'post', post)
    },
  }
}

function open(name: string, gone: () => void): Promise<IDBPDatabase<Device>> {
  return openDB<Device>(name, 1, {
    upgrade(device) {
      device.createObjectStore('unsent', { keyPath: ['post', 'client'] }).createIndex('post', 'post')
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      gone()
    },
    terminated: gone,
  })
}

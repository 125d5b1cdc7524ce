// A bare WebSocket relay: numbers what comes and sends it to all of the same address; with `sync`, only when the disk has it.
import { fdatasync, openSync, writeSync } from 'node:fs'
import { WebSocketServer } from 'ws'
import { serve } from '../calls.mjs'

const rooms = new Map()
let file = null
let waiting = []
let syncing = false

function relay({ room, socket, message }) {
  const revision = ++room.revision
  const { client, sequence, changes } = message
  const frame = Buffer.from(
    `{"type":"revision","revision":${revision},"client":"${client}","sequence":${sequence},"changes":${JSON.stringify(changes)}}`,
  )
  for (const one of room.sockets) one.send(frame, { binary: false })
  socket.send(`{"type":"accepted","client":"${client}","sequence":${sequence},"revision":${revision}}`)
}

function sync() {
  syncing = true
  const taken = waiting
  waiting = []
  writeSync(file, Buffer.concat(taken.map(({ bytes }) => bytes)))
  fdatasync(file, (failure) => {
    if (failure) throw failure
    syncing = false
    taken.forEach(relay)
    if (waiting.length > 0) sync()
  })
}

function heard(room, socket, bytes) {
  const message = JSON.parse(bytes)
  if (message.type === 'here') return socket.send(`{"type":"welcome","revision":${room.revision},"present":[]}`)
  const edit = { room, socket, message, bytes }
  if (file === null) return relay(edit)
  waiting.push(edit)
  if (!syncing) sync()
}

function entered(socket, { url }) {
  if (!rooms.has(url)) rooms.set(url, { revision: 0, sockets: new Set() })
  const room = rooms.get(url)
  room.sockets.add(socket)
  socket.on('message', (bytes) => heard(room, socket, bytes))
  socket.on('close', () => room.sockets.delete(socket))
}

serve({
  start: ({ log }) =>
    new Promise((ready) => {
      if (log) file = openSync(log, 'w')
      const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () =>
        ready(`http://127.0.0.1:${server.address().port}`),
      )
      server.on('connection', entered)
    }),
})

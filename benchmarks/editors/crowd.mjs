// Sockets that only listen, in a process of their own.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { serve } from '../calls.mjs'
import { live } from './lines.mjs'

const AT_ONCE = 20
const sockets = []

async function watch(seat) {
  const socket = await live(seat)
  sockets.push(socket)
  socket.send(`{"type":"here","client":"${randomUUID()}","revision":1,"anchor":null,"head":null}`)
  await once(socket, 'message')
}

serve({
  async open(seats) {
    for (let i = 0; i < seats.length; i += AT_ONCE) await Promise.all(seats.slice(i, i + AT_ONCE).map(watch))
  },
  listening: () => sockets.filter((socket) => socket.readyState === socket.OPEN).length,
})

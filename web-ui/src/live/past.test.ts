import { describe, expect, test } from 'vitest'
import { two } from './simulation/world'

const preview = (revision: number, lines: number[]) => ({
  type: 'preview',
  revision,
  title: 'Title',
  order: lines.map((line) => `block ${line}`),
  lines,
  blocks: lines.map((line) => ({ id: `block ${line}`, html: '<p>' })),
})

describe('a block of the page', () => {
  test('is found where its source stands now, though the page is of an older revision', async () => {
    const { world, first, second } = two()
    first.types('one\n\ntwo\n\nthree')
    await world.settles()
    second.types('zero\n\n', 0)
    await world.settles()
    world.server.say(preview(1, [1, 3, 5]))
    await world.pass(100)
    expect(first.preview?.starts).toEqual([6, 11, 16])
  })

  test('is found behind what was typed and not answered yet', async () => {
    const { world, first } = two()
    first.types('one\n\ntwo')
    await world.settles()
    first.network.weather = { ...first.network.weather, losesRequests: 1 }
    first.types('zero\n\n', 0)
    world.server.say(preview(1, [1, 3]))
    await world.pass(100)
    expect(first.preview?.starts).toEqual([6, 11])
  })

  test('of the very first page is found too', async () => {
    const { world, first } = two()
    await world.settles()
    first.types('a\nb')
    await world.settles()
    world.server.say(preview(0, [1, 9]))
    await world.pass(100)
    expect(first.preview?.starts).toEqual([3, 3])
  })
})

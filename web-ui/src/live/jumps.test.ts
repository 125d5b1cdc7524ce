import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onJump } from './jumps'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a_device_that_slept_is_noticed_when_it_wakes', () => {
  let asleep = 0
  const jumped = vi.fn()
  const end = onJump(jumped, () => Date.now() + asleep)
  vi.advanceTimersByTime(20_000)
  expect(jumped).not.toHaveBeenCalled()
  asleep = 3_600_000
  vi.advanceTimersByTime(2_000)
  expect(jumped).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(20_000)
  expect(jumped).toHaveBeenCalledTimes(1)
  end()
})

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Watch } from './watch'

const steps = [2, 5, 9]
const texts = ['<p>One.</p>', '<p>One.</p><p>Two.</p>', '<p>Two.</p>']

const link = (name: string, step: number) =>
  steps[step] === undefined
    ? `<li><span>${name}</span></li>`
    : `<li><a href="?revision=${steps[step]}">${name}</a></li>`

const page = (step: number) => `<main data-steps="${steps.join(' ')}">
  <nav class="steps"><form><input type="range" min="1" max="9" value="${steps[step]}"><button>Show</button></form>
  <p id="said" aria-live="polite">Step ${step + 1} of 3: Ada</p>
  <ul>${link('Previous', step - 1)}${link('Next', step + 1)}</ul></nav>
  <article>${texts[step]}</article></main>`

const asked: string[] = []

function opened(at = 0, ask = async (address: string) => page(steps.indexOf(Number(address.split('=')[1])))) {
  asked.length = 0
  document.body.innerHTML = page(at)
  const element = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector) as E
  const [main, range, button] = [
    element('main'),
    element<HTMLInputElement>('input'),
    element<HTMLButtonElement>('button'),
  ]
  const watch = new Watch(main, range, button, steps, (address) => (asked.push(address), ask(address)), 0)
  return {
    watch,
    main,
    range,
    button,
    said: () => element('#said').textContent,
    article: () => element('article').innerHTML,
  }
}

describe('watching how a post was written', () => {
  beforeEach(() => void vi.spyOn(window.history, 'replaceState').mockImplementation(() => {}))

  it('goes by steps where the page went by revisions', () => {
    const { range, button } = opened(1)
    expect([range.min, range.max, range.value, button.textContent, button.type]).toEqual([
      '1',
      '3',
      '2',
      'Play',
      'button',
    ])
  })

  it('shows the step that the slider is moved to, and what is new in it', async () => {
    const { range, said, article } = opened()
    range.value = '2'
    range.dispatchEvent(new Event('input'))
    await vi.waitFor(() => expect(said()).toBe('Step 2 of 3: Ada'))
    expect(article()).toBe('<p>One.</p><p class="fresh">Two.</p>')
    expect(range.getAttribute('aria-valuetext')).toBe('Step 2 of 3: Ada')
    expect(window.history.replaceState).toHaveBeenCalledWith(null, '', '?revision=5')
  })

  it('asks for no page that was passed over, and for none twice', async () => {
    const answers: (() => void)[] = []
    const { watch, said } = opened(0, (address) => {
      const step = steps.indexOf(Number(address.split('=')[1]))
      return new Promise((resolve) => answers.push(() => resolve(page(step))))
    })
    const coming = watch.go(1)
    void watch.go(0)
    void watch.go(2)
    answers[0]?.()
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.()
    await coming
    expect(said()).toBe('Step 3 of 3: Ada')
    await watch.go(1)
    expect(asked).toEqual(['?revision=5', '?revision=9'])
  })

  it('plays to the end, and again from the beginning, quietly', async () => {
    const { watch, said, button, article } = opened()
    const playing = watch.play()
    expect(button.textContent).toBe('Pause')
    expect(document.querySelector('#said')?.getAttribute('aria-live')).toBe('off')
    await playing
    expect([said(), button.textContent, article()]).toEqual(['Step 3 of 3: Ada', 'Play', '<p>Two.</p>'])
    expect(document.querySelector('#said')?.getAttribute('aria-live')).toBe('polite')
    await watch.play()
    expect(said()).toBe('Step 3 of 3: Ada')
  })

  it('stands still when it is stopped', async () => {
    vi.useFakeTimers()
    const { watch, button, said } = opened()
    void watch.play()
    button.click()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([button.textContent, said()]).toEqual(['Play', 'Step 1 of 3: Ada'])
    button.click()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(said()).toBe('Step 3 of 3: Ada')
    vi.useRealTimers()
  })

  it('follows the links, and the focus stays where it was', async () => {
    const { said } = opened()
    const next = () => document.querySelector<HTMLElement>('li:last-child a')
    next()?.focus()
    next()?.click()
    await vi.waitFor(() => expect(said()).toBe('Step 2 of 3: Ada'))
    expect(document.activeElement).toBe(next())
    next()?.click()
    await vi.waitFor(() => expect(said()).toBe('Step 3 of 3: Ada'))
    expect(document.activeElement?.textContent).toBe('Previous')
  })
})

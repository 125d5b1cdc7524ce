/** Plays how a post was written: the server's own pages, a step at a time, put in place of each other without a reload. */

const PAUSE = 1_600
const KEPT = 40

const pageAt = async (address: string) => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.text()
}

const blocksOf = (article: Element) => [...article.children].map(({ outerHTML }) => outerHTML)

export class Watch {
  #shown: number
  #wanted: number
  #busy: Promise<void> | null = null
  #playing: ReturnType<typeof setTimeout> | true | null = null
  /** Those of the step that is shown, as they came. */
  #blocks: ReadonlySet<string>
  readonly #pages = new Map<number, Promise<Document>>()

  constructor(
    private readonly main: HTMLElement,
    private readonly range: HTMLInputElement,
    private readonly button: HTMLButtonElement,
    private readonly steps: readonly number[],
    private readonly ask: (address: string) => Promise<string> = pageAt,
    private readonly pause = PAUSE,
  ) {
    this.#shown = this.#wanted = Math.max(0, steps.indexOf(Number(range.defaultValue)))
    this.#blocks = new Set(blocksOf(main.querySelector('article') as Element))
    Object.assign(range, { min: '1', max: String(steps.length), autocomplete: 'off' })
    range.value = String(this.#shown + 1)
    Object.assign(button, { type: 'button', textContent: 'Play', hidden: steps.length < 2 })
    range.addEventListener('input', () => this.#goes(range.valueAsNumber - 1))
    button.addEventListener('click', () => (this.#playing ? this.stop() : void this.play()))
    main.addEventListener('click', (event) => this.#clicked(event))
    document.addEventListener('visibilitychange', () => document.hidden && this.stop())
  }

  async play() {
    this.#tellPlaying(true)
    if (this.#shown === this.steps.length - 1) await this.go(0)
    while (this.#playing && this.#shown < this.steps.length - 1) {
      void this.#page(this.#shown + 1).catch(() => {})
      await new Promise<void>((resolve) => (this.#playing = setTimeout(resolve, this.pause)))
      if (this.#playing) await this.go(this.#shown + 1)
    }
    this.stop()
  }

  stop() {
    if (this.#playing) this.#tellPlaying(false)
  }

  /** Shows the step, or a later wish if there is one by then; one page is asked for at a time. */
  go(step: number): Promise<void> {
    this.#wanted = step
    this.range.value = String(step + 1)
    return (this.#busy ??= this.#come().finally(() => (this.#busy = null)))
  }

  async #come() {
    while (this.#shown !== this.#wanted) {
      const step = this.#wanted
      try {
        const page = await this.#page(step)
        if (step === this.#wanted) this.#put(page, step)
      } catch {
        this.stop()
        location.href = this.#address(step)
        return
      }
    }
  }

  #tellPlaying(is: boolean) {
    if (typeof this.#playing !== 'boolean' && this.#playing !== null) clearTimeout(this.#playing)
    this.#playing = is ? true : null
    this.button.textContent = is ? 'Pause' : 'Play'
    // Whoever listens hears where it stopped, not every step.
    this.main.querySelector('#said')?.setAttribute('aria-live', is ? 'off' : 'polite')
  }

  #goes(step: number) {
    this.stop()
    void this.go(step)
  }

  #clicked(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.steps ul a')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    this.#goes(this.steps.indexOf(Number(new URLSearchParams(link.search).get('revision'))))
  }

  #address = (step: number) => `?revision=${this.steps[step]}`

  #page(step: number): Promise<Document> {
    const known = this.#pages.get(step)
    if (known) return known
    const page = this.ask(this.#address(step)).then((html) => new DOMParser().parseFromString(html, 'text/html'))
    this.#pages.set(step, page)
    page.catch(() => this.#pages.delete(step))
    const [eldest] = this.#pages.keys()
    if (this.#pages.size > KEPT && eldest !== undefined) this.#pages.delete(eldest)
    return page
  }

  #put(page: Document, step: number) {
    const article = this.main.querySelector('article') as Element
    const next = page.querySelector('main article')
    if (!next) throw new Error('no page')
    article.replaceChildren(...next.cloneNode(true).childNodes)
    this.#replaced('#said', page)
    this.#replacedLinks(page)
    this.#shown = step
    this.range.setAttribute('aria-valuetext', this.main.querySelector('#said')?.textContent ?? '')
    window.history.replaceState(null, '', this.#address(step))
    const blocks = blocksOf(article)
    this.#mark([...article.children].filter((_block, at) => !this.#blocks.has(blocks[at] ?? '')))
    this.#blocks = new Set(blocks)
  }

  #replaced(what: string, page: Document) {
    const next = page.querySelector(`main ${what}`)
    if (next) this.main.querySelector(what)?.replaceChildren(...next.cloneNode(true).childNodes)
  }

  /** Who goes by the keyboard stays at the link that they use. */
  #replacedLinks(page: Document) {
    const links = () => [...this.main.querySelectorAll('.steps li')]
    const at = links().findIndex((one) => one.contains(document.activeElement))
    this.#replaced('.steps ul', page)
    if (at < 0) return
    const there = links()[at]?.querySelector('a') ?? this.main.querySelector<HTMLElement>('.steps li a')
    there?.focus()
  }

  /** What was not there at the step before; in sight while it plays. */
  #mark(fresh: readonly Element[]) {
    fresh.forEach((one) => one.classList.add('fresh'))
    const [first] = fresh
    if (!this.#playing || !first) return
    const { top, bottom } = first.getBoundingClientRect()
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (top < 0 || bottom > innerHeight) first.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  }
}

const main = document.querySelector<HTMLElement>('main[data-steps]')
const range = main?.querySelector<HTMLInputElement>('input[type=range]')
const button = main?.querySelector<HTMLButtonElement>('form button')
if (main && range && button) new Watch(main, range, button, (main.dataset['steps'] ?? '').split(' ').map(Number))

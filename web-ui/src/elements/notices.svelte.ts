export interface Notice {
  id: number
  text: string
  kind: 'news' | 'refusal'
}

const shownFor = { news: 6_000, refusal: 14_000 }

/** Short sentences at the foot of the screen, read aloud by screen readers. */
class Notices {
  shown: Notice[] = $state([])
  #next = 1

  tell(text: string, kind: Notice['kind'] = 'news') {
    const id = this.#next++
    this.shown.push({ id, text, kind })
    setTimeout(() => this.dismiss(id), shownFor[kind])
  }

  refuse(text: string) {
    this.tell(text, 'refusal')
  }

  dismiss(id: number) {
    this.shown = this.shown.filter((notice) => notice.id !== id)
  }
}

export const notices = new Notices()

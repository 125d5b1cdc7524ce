import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { importAll, ownerOf, toldOf, type Progress } from './importing'
import { counted, namesOf, standing } from './standing'

describe('where a post stands', () => {
  test.each([
    [{ editions: 0, unpublished: 9, withdrawn: false }, 'Draft'],
    [{ editions: 3, unpublished: 0, withdrawn: false }, 'Edition 3'],
    [{ editions: 3, unpublished: 1, withdrawn: false }, 'Edition 3, 1 unpublished edit'],
    [{ editions: 3, unpublished: 1, withdrawn: true }, 'Withdrawn'],
    [
      { editions: 0, unpublished: 1, withdrawn: false, scheduled: '2026-11-24T18:00:00' },
      'Scheduled for 24 Nov, 18:00',
    ],
    [{ editions: 3, unpublished: 1400, withdrawn: false }, 'Edition 3, 1,400 unpublished edits'],
  ])('%o is told as %s', (entry, words) => {
    expect(standing(entry)).toBe(words)
  })

  test('names are listed as one says them', () => {
    expect(namesOf([{ id: '1', name: 'Mia' }])).toBe('Mia')
    expect(namesOf(['Mia', 'Aiko', 'Ben'].map((name) => ({ id: name, name })))).toBe('Mia, Aiko, and Ben')
  })

  test('one is not many', () => {
    expect(counted(1, 'word')).toBe('1 word')
    expect(counted(0, 'word')).toBe('0 words')
  })
})

describe('importing', () => {
  const requests: string[] = []

  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=token; path=/'
    vi.stubGlobal('fetch', (address: string) => {
      requests.push(address)
      const name = new URL(address, 'http://studio').searchParams.get('name') ?? ''
      return Promise.resolve(answerTo(address, name))
    })
  })

  afterEach(() => {
    requests.length = 0
    vi.unstubAllGlobals()
  })

  const answerTo = (address: string, name: string) => {
    if (name === 'broken.md') return Response.json({ detail: 'It is not UTF-8.' }, { status: 422 })
    if (address.includes('/images')) return Response.json({ path: `/images/${name}` }, { status: 201 })
    return Response.json({ post: `post-of-${name}`, path: `/posts/${name.replace('.md', '')}/` }, { status: 201 })
  }

  const file = (name: string, text = 'text', type = '') => new File([text], name, { type })

  test('refuses a file by its name and takes the others', async () => {
    const { outcomes, posts } = await importAll([file('a.md'), file('broken.md'), file('notes.pdf')], () => undefined)
    expect(posts).toEqual(['post-of-a.md'])
    expect(outcomes).toContainEqual({ file: 'broken.md', refused: true, sentence: 'It is not UTF-8.' })
    expect(outcomes.find((outcome) => outcome.file === 'notes.pdf')).toMatchObject({ refused: true })
  })

  test('uploads an image to the post that shows it', async () => {
    const shows = file('b.md', '{{< figure src="/images/cover.png" >}}')
    await importAll([file('cover.png', 'x', 'image/png'), file('a.md'), shows], () => undefined)
    expect(requests.at(-1)).toBe('/api/posts/post-of-b.md/images?name=cover.png')
  })

  test('refuses an image that no file shows', async () => {
    const { outcomes } = await importAll([file('cover.png', 'x', 'image/png')], () => undefined)
    expect(outcomes).toMatchObject([{ file: 'cover.png', refused: true }])
    expect(requests).toEqual([])
  })

  test('tells how far it is', async () => {
    const told: Progress[] = []
    await importAll([file('a.md'), file('b.md')], (progress) => told.push(progress))
    expect(told).toEqual([
      { done: 0, total: 2, file: 'a.md' },
      { done: 1, total: 2, file: 'b.md' },
    ])
  })

  test('gives an image to the only post that came with it', () => {
    expect(ownerOf('cover.png', [{ source: 'nothing' }])).toBeDefined()
    expect(ownerOf('cover.png', [{ source: 'nothing' }, { source: 'nor here' }])).toBeUndefined()
  })
})

describe('what is told of a whole site', () => {
  test('is its report, with each note on a line of its own', () => {
    const report = { begun: 1, changed: 0, same: 3, published: 1, files: 2, notes: ['a.md: kept as a file.'] }
    expect(toldOf('blog.zip', { report })).toEqual([
      {
        file: 'blog.zip',
        refused: false,
        sentence: '1 new post, 0 changed, 1 published, 2 other files; 3 were the same before.',
      },
      { file: '', refused: false, sentence: 'a.md: kept as a file.' },
    ])
  })

  test('is why there is none', () => {
    expect(toldOf('blog.zip', { problem: 'This is no zip file.' })).toEqual([
      { file: 'blog.zip', refused: true, sentence: 'This is no zip file.' },
    ])
    expect(toldOf('blog.zip', { progress: { doing: 'Posts', done: 1, all: 2 } })[0]?.sentence).toContain('broke off')
  })
})

import { expect, test } from 'vitest'
import { standingAt } from './standing'

test.each([
  ['<img src="cover.png" alt="a">', '<img src="/films/rain/cover.png" alt="a">'],
  ['<p><img alt="src" src="./a b.png"></p>', '<p><img alt="src" src="/films/rain/./a b.png"></p>'],
  ['<video controls src="rain.webm">', '<video controls src="/films/rain/rain.webm">'],
  ['<img src="/images/cover.png">', '<img src="/images/cover.png">'],
  ['<img src="https://example.org/a.png">', '<img src="https://example.org/a.png">'],
  ['<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'],
  ['<a href="other/">src="x.png"</a>', '<a href="other/">src="x.png"</a>'],
])('%s', (html, there) => expect(standingAt(html, '/films/rain/')).toBe(there))

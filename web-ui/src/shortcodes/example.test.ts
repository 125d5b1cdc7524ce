import { describe, expect, test } from 'vitest'
import { example, exampleCall, isName } from './example'

describe('an example call', () => {
  test.each([
    ['<hr>', '{{< a >}}'],
    ['{{ .Get "x" }}{{ .Get `y-z` }}{{ $.Get "x" }}', '{{< a x="x" y-z="y-z" >}}'],
    ['{{ .Get 1 }}', '{{< a "value 1" "value 2" >}}'],
    ['{{ .Get "x" | default (.Get 0) }}', '{{< a x="x" >}}'],
    ['{{ .Inner }}', '{{< a >}}\nSome *text*.\n{{< /a >}}'],
    ['{{/* .Inner .Get "x" */}}{{- /* .Get 3 */ -}}', '{{< a >}}'],
  ])('of %s', (template, call) => {
    expect(exampleCall('a', template)).toBe(call)
  })

  test('has a name before its shortcode has', () => {
    expect(exampleCall('', '')).toBe('{{< name >}}')
  })

  test('of the worked example hands over all of its values', () => {
    expect(exampleCall(example.name, example.template)).toBe(
      '{{< notice kind="kind" title="title" >}}\nSome *text*.\n{{< /notice >}}',
    )
  })
})

test.each([
  ['notice', true],
  ['お知らせ', true],
  ['a_b-c1', true],
  ['', false],
  ['-a', false],
  ['a.b', false],
  ['a/b', false],
  ['a b', false],
  ['a'.repeat(101), false],
])('%s may be a name: %s', (name, may) => {
  expect(isName(name)).toBe(may)
})

import { Problem } from '../api'

export interface Wrongs {
  name: string
  password: string
  form: string
}

export const nothingWrong: Wrongs = { name: '', password: '', form: '' }

/** What can be said before the server is asked; it has the last word. */
export function wrongsOf(name: string, password: string): Wrongs {
  const wrongs = { ...nothingWrong }
  const length = [...name.trim()].length
  if (length < 1) wrongs.name = 'Choose the name that others will see.'
  if (length > 60) wrongs.name = 'A name has at most 60 characters.'
  if (password.length < 10) wrongs.password = 'A password has at least 10 characters.'
  if (password.length > 200) wrongs.password = 'A password has at most 200 characters.'
  return wrongs
}

export const anyOf = (wrongs: Wrongs) => wrongs.name !== '' || wrongs.password !== '' || wrongs.form !== ''

/** The server's sentence, beside the field that it is about. */
export function placed(failure: unknown): Wrongs {
  const sentence = failure instanceof Problem ? failure.message : 'Something went wrong. Please try again.'
  const code = failure instanceof Problem ? (failure.code ?? '') : ''
  if (code.startsWith('name')) return { ...nothingWrong, name: sentence }
  if (code.startsWith('password')) return { ...nothingWrong, password: sentence }
  return { ...nothingWrong, form: sentence }
}

/** Something that a person confirms before it is done. */
export interface Step {
  title: string
  text: string
  button: string
  run: () => Promise<unknown>
}

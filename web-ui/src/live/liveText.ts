import { Annotation, StateField, Transaction, type EditorState, type Extension } from '@codemirror/state'
import { begin, typed, type Replica, type Step } from './replica'
import type { Editor } from './types'
import { wholePairs } from './wholePairs'

const moved = Annotation.define<Replica>()

const whole = ({ changes, startState, newDoc }: Transaction) => wholePairs(changes, startState.doc, newDoc)

/** The replica as a part of the editor's state, so that it and the document can't disagree. */
export class LiveText {
  private readonly field: StateField<Replica>
  private editor: Editor | null = null
  private last: EditorState | null = null

  constructor(revision: number) {
    this.field = StateField.define<Replica>({
      create: (state) => begin(revision, state.doc),
      update: (replica, transaction) =>
        transaction.annotation(moved) ?? (transaction.docChanged ? typed(replica, whole(transaction)) : replica),
    })
  }

  get extension(): Extension {
    return this.field
  }

  attach(editor: Editor): void {
    this.editor = editor
  }

  /** From now on the editor is not touched, and what it held last stays. */
  detach(): void {
    this.last = this.state
    this.editor = null
  }

  get begun(): boolean {
    return this.editor !== null || this.last !== null
  }

  get state(): EditorState {
    const state = this.editor?.state() ?? this.last
    if (!state) throw new Error('Live editing begins with attach(editor)')
    return state
  }

  whole(): string {
    return this.state.doc.toString()
  }

  get replica(): Replica {
    return this.state.field(this.field)
  }

  /** Others' changes are not this author's to undo, and no filter of the editor may refuse them. */
  become({ replica, changes }: Step): void {
    const annotations = [moved.of(replica), Transaction.addToHistory.of(false), Transaction.remote.of(true)]
    this.editor?.dispatch(changes ? { changes, annotations, filter: false } : { annotations, filter: false })
  }
}

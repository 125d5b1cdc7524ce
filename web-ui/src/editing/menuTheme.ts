import { EditorView } from '@codemirror/view'

export const menuTheme = EditorView.theme({
  '.cm-tooltip.cm-slash': {
    overflow: 'hidden',
    border: '1px solid var(--line)',
    borderRadius: '10px',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    boxShadow: '0 8px 28px var(--shade)',
  },
  '.cm-tooltip.cm-slash > ul': {
    minWidth: 'min(18rem, 90vw)',
    maxHeight: 'min(20rem, 40vh)',
    padding: '0.3rem',
    fontFamily: 'var(--sans)',
    fontSize: '0.9375rem',
  },
  '.cm-tooltip.cm-slash > ul > li': {
    display: 'flex',
    alignItems: 'center',
    minHeight: '2.1rem',
    padding: '0.15rem 0.6rem',
    borderRadius: '6px',
  },
  '.cm-tooltip.cm-slash > ul > li[aria-selected]': { backgroundColor: 'var(--wash)', color: 'var(--ink)' },
  '.cm-tooltip.cm-slash .cm-completionDetail': {
    marginInlineStart: 'auto',
    paddingInlineStart: '1.5rem',
    color: 'var(--ink-soft)',
    fontFamily: 'var(--mono)',
    fontSize: '0.8125rem',
    fontStyle: 'normal',
  },
  '.cm-tooltip.cm-slash > ul > completion-section': {
    display: 'block',
    padding: '0.4rem 0.6rem 0.15rem',
    borderBottom: '0',
    paddingLeft: '0.6rem',
    color: 'var(--ink-soft)',
    fontSize: '0.75rem',
    fontWeight: '650',
    opacity: '1',
  },
})

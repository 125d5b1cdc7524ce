import { counted } from '../library/standing'
import type { Status, Why } from '../live/types'

export type Tone = 'calm' | 'busy' | 'news' | 'warning' | 'trouble'

export interface Said {
  text: string
  tone: Tone
}

/** The status in words. "Saved" is said of nothing that the log has not made durable. */
export function said(status: Status): Said {
  switch (status.kind) {
    case 'saving':
      return { text: 'Saving…', tone: 'busy' }
    case 'saved':
      return { text: `Saved (revision ${status.revision})`, tone: 'calm' }
    case 'synced':
      return { text: `Synced: ${counted(status.merged, 'edit')} merged (revision ${status.revision})`, tone: 'news' }
    case 'offline':
      return { text: `Offline${kept(status)}`, tone: 'warning' }
    case 'reconnecting':
      return { text: `Reconnecting…${kept(status)}`, tone: 'warning' }
    case 'waiting':
      return {
        text: `${reasons[status.why]}${kept(status)}${status.edits === 0 ? ', your edits are saved' : ''}`,
        tone: 'warning',
      }
    case 'signed-out':
      return { text: `Signed out${kept(status)}`, tone: 'warning' }
    case 'refused':
      return {
        text: status.edits > 0 ? 'Not saved: the text is kept here' : 'This post is closed to you',
        tone: 'trouble',
      }
  }
}

const reasons: Record<Why, string> = {
  busy: 'The server is busy',
  'log-unreachable': 'The server cannot save at the moment',
  'being-rebuilt': 'The server is rebuilding its views',
  stopped: 'The server cannot show this post at the moment',
}

function kept({ kept, stored }: { kept: number; stored: boolean }): string {
  if (kept === 0) return ''
  if (stored) return `, ${counted(kept, 'edit')} kept on this device`
  return `, ${counted(kept, 'edit')} only in this tab: keep it open`
}

/** What is worth interrupting someone who listens: not every key, but every change of what they can rely on. */
export function announced(status: Status): string {
  if (status.kind === 'saving') return ''
  if (status.kind === 'saved') return 'Saved'
  if (!('kept' in status)) return said(status).text
  const { text } = said({ ...status, kept: 0 })
  if (status.kept === 0) return text
  return `${text.replace('…', '')}. ${status.stored ? 'Edits are kept on this device.' : 'Edits are only in this tab: keep it open.'}`
}

export { browserPorts } from './browser'
export { openLive } from './session'
export { unsentTexts } from './unsent'
export type * from './types'

export { browserPorts } from './browser'
export { openLive } from './session'
export type * from './types'

import Highlighter from '@lucide/svelte/icons/highlighter'
import ListTree from '@lucide/svelte/icons/list-tree'
import SettingsIcon from '@lucide/svelte/icons/settings'
import Users from '@lucide/svelte/icons/users'
import type { Component } from 'svelte'
import Authors from '../authorship/Authors.svelte'
import PeoplePanel from '../people/PeoplePanel.svelte'
import Settings from '../settings/Settings.svelte'
import type { Desk } from './desk.svelte'
import Outline from './Outline.svelte'

export interface Panel {
  name: string
  icon: typeof Users
  content: Component<{ desk: Desk }>
}

/** What can be opened beside the text, in the order of the rail. */
export const panels: readonly Panel[] = [
  { name: 'People', icon: Users, content: PeoplePanel },
  { name: 'Outline', icon: ListTree, content: Outline },
  { name: 'Authors', icon: Highlighter, content: Authors },
  { name: 'Settings', icon: SettingsIcon, content: Settings },
]

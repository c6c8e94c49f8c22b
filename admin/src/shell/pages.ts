import { CalendarClock, CalendarDays, ChartColumn, Layers, Settings, Users, Wallet } from 'lucide'
import type { IconNode } from 'lucide'
import type { ShellKey } from './texts/texts.ts'

export type Role = 'owner' | 'admin' | 'reception' | 'specialist'

/** A page of the panel: an element, loaded when it is first opened. */
export interface PanelPage {
  /** First step of its addresses; the server knows them too (server/src/pages/panel.ts). */
  area: string
  name: ShellKey
  icon: IconNode
  who: readonly Role[]
  /** Defines `tag`. */
  load(): Promise<unknown>
  tag: string
}

const admins = ['owner', 'admin'] as const
const desk = [...admins, 'reception'] as const
const staff = [...desk, 'specialist'] as const

/** In the order of the navigation. */
export const pages: readonly PanelPage[] = [
  {
    area: 'day',
    name: 'day',
    icon: CalendarDays,
    who: staff,
    load: () => import('../day/day-page.ts'),
    tag: 'day-page',
  },
  {
    area: 'clients',
    name: 'clients',
    icon: Users,
    who: staff,
    load: () => import('../clients/clients-page.ts'),
    tag: 'clients-page',
  },
  {
    area: 'schedule',
    name: 'schedule',
    icon: CalendarClock,
    who: staff,
    load: () => import('../schedule/schedule-page.ts'),
    tag: 'schedule-page',
  },
  {
    area: 'catalogue',
    name: 'catalogue',
    icon: Layers,
    who: desk,
    load: () => import('../catalogue/catalogue-page.ts'),
    tag: 'catalogue-page',
  },
  {
    area: 'money',
    name: 'money',
    icon: Wallet,
    who: desk,
    load: () => import('../money/money-page.ts'),
    tag: 'money-page',
  },
  {
    area: 'reports',
    name: 'reports',
    icon: ChartColumn,
    who: admins,
    load: () => import('../reports/reports-page.ts'),
    tag: 'reports-page',
  },
  {
    area: 'settings',
    name: 'settings',
    icon: Settings,
    who: staff,
    load: () => import('../settings/settings-page.ts'),
    tag: 'settings-page',
  },
]

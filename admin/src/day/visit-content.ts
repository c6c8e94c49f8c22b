import type { Appointment } from '@zapis/sdk'

/** A visit as the calendar shows it. */
export interface ShownVisit {
  id: number
  columnId: number
  /** Walls. */
  from: string
  to: string
  name: string
  service: string
  /** Who or where: what the columns do not say. */
  beside: string
  status: Appointment['status']
  statusText: string
  colour: string
  isMovable: boolean
  isResizable: boolean
  isPaid: boolean
  hasNote: boolean
}

/**
 * The inside of a visit’s block, a button. Elements and text, never markup: names are somebody’s typing. `where` is said to
 * those who do not see the columns.
 */
export function visitContent(visit: ShownVisit, where: string, open: () => void): HTMLElement {
  const { from, to, name, service, beside, statusText, isPaid, hasNote } = visit
  const time = element('span', 'time', from.slice(11))
  time.append(element('span', 'until', `–${to.slice(11)}`))
  const head = element('span', 'head', '')
  head.append(time, element('b', 'name', name))
  const marks = element('span', 'marks', `${hasNote ? '✎' : ''}${isPaid ? '✓' : ''}`)
  marks.setAttribute('aria-hidden', 'true')
  head.append(marks)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'open'
  button.dataset['visit'] = String(visit.id)
  button.append(
    head,
    element('span', 'what', [service, beside].filter(Boolean).join(' · ')),
    element('span', 'unseen', `, ${[statusText, where].filter(Boolean).join(', ')}`),
  )
  button.addEventListener('click', open)
  return button
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

import type { Slot } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Speak } from '../texts/speak.ts'

export interface SlotList {
  speak: Speak
  slots: readonly Slot[]
  /** Of the branch: times are shown by its clock. */
  zone: string
  /** The start that is chosen. */
  chosen: string | undefined
  /** A few words under a time, its price for example. */
  note(slot: Slot): string
  choose(slot: Slot): void
}

const parts = [
  { name: 'morning', until: 12 },
  { name: 'afternoon', until: 17 },
  { name: 'evening', until: 24 },
] as const

/** Times of a day as buttons, by the part of the day. */
export function slotList(list: SlotList): unknown {
  const hourOf = ({ starts_at }: Slot) =>
    new Date(starts_at).toLocaleString('en-GB', { timeZone: list.zone, hour: '2-digit' })
  let from = 0
  return parts.map(({ name, until }) => {
    const [start, end] = [from, until]
    from = until
    const slots = list.slots.filter((slot) => {
      const hour = Number(hourOf(slot)) % 24
      return hour >= start && hour < end
    })
    if (slots.length === 0) return nothing
    const title = list.speak.say(name)
    return html`<div class="part" role="group" aria-label=${title}>
      <p class="small muted" aria-hidden="true">${title}</p>
      <div class="slots">${slots.map((slot) => slotButton(list, slot))}</div>
    </div>`
  })
}

function slotButton({ speak, zone, chosen, note, choose }: SlotList, slot: Slot): unknown {
  const isChosen = chosen !== undefined && Date.parse(chosen) === Date.parse(slot.starts_at)
  const words = note(slot)
  return html`<button
    type="button"
    class="pill"
    part=${isChosen ? 'slot slot-chosen' : 'slot'}
    data-at=${slot.starts_at}
    aria-pressed=${isChosen}
    @click=${() => choose(slot)}
  >
    <span>${speak.time(slot.starts_at, zone)}</span>
    ${words ? html`<span class="when">${words}</span>` : nothing}
  </button>`
}

/** Times that are on their way. */
export function slotBones(): unknown {
  return html`<i class="bone line"></i>
    <div class="slots">${Array.from({ length: 9 }, () => html`<i class="bone pill"></i>`)}</div>`
}

import type { Service } from '@zapis/sdk'
import type { Panel } from '../panel/panel.ts'

/** Whether the length of a visit is changed here: where its service allows it, by the desk; a group session has one for all. */
export function mayResize({ may, me }: Panel, service: Service | undefined): boolean {
  const isDesk = may('appointments.reschedule') && me.role !== 'specialist'
  return isDesk && service?.resizable === true && service.capacity === 1
}

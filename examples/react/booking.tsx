import { useEffect, useState } from 'react'
import type {} from '@zapis/widget/react'

interface BookingProps {
  /** Where Zapis runs. */
  server: string
  /** Publishable key of the clinic, `pk_…`. */
  apiKey: string
  /** Id of a service, when there is no choice. */
  service?: number
}

/** Loaded once, when the first page with booking is opened. */
function loadElements(server: string): void {
  if (customElements.get('booking-widget')) return
  const script = document.createElement('script')
  script.type = 'module'
  script.src = `${server}/widget/booking-widget.js`
  document.head.append(script)
}

export function Booking({ server, apiKey, service }: BookingProps) {
  const [visit, setVisit] = useState<number | null>(null)
  useEffect(() => loadElements(server), [server])
  return (
    <section>
      {/* The room that it takes, until its module has come. */}
      <style href="booking-room" precedence="default">
        {
          'booking-widget:not(:defined) { display: block; min-height: clamp(640px, 100svh - 80px, 820px) }'
        }
      </style>
      <booking-widget
        api-key={apiKey}
        api-url={server}
        service={service}
        onbooking-success={({ detail }) => setVisit(detail.appointment_id)}
      >
        <p slot="header">Запишитесь, мы ждём вас</p>
      </booking-widget>
      {visit !== null && <p role="status">Запись № {visit} принята</p>}
    </section>
  )
}

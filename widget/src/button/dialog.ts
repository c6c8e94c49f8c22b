import { html } from 'lit'
import type { BookingWidget } from '../booking/booking-widget.ts'
import type { Wish } from '../element/events.ts'
import { findLanguage } from '../element/find-language.ts'
import type { BookingButton } from './booking-button.ts'
import { holdPage } from './hold-page.ts'

/** The widget behind a button: made when it is first opened, kept from then on with all that was typed. */
export function createDialog(button: BookingButton) {
  let letGo: (() => void) | undefined
  let watch: MutationObserver | undefined
  const widget = () => button.renderRoot.querySelector<BookingWidget>('booking-widget')

  /** What can be styled of the widget, can be styled of the button: its parts, as they come. */
  function exportParts(inner: BookingWidget): void {
    const names = new Set<string>()
    watch = new MutationObserver(() => {
      const known = names.size
      for (const { part } of inner.renderRoot.querySelectorAll('[part]'))
        for (const name of part) names.add(name)
      if (names.size > known) inner.setAttribute('exportparts', [...names].join(','))
    })
    watch.observe(inner.renderRoot, { childList: true, subtree: true })
  }

  function closed(): void {
    letGo?.()
    letGo = undefined
  }

  return {
    async open(): Promise<void> {
      const inner = widget()
      if (!inner || letGo) return
      letGo = holdPage()
      if (!watch) exportParts(inner)
      await inner.open()
    },
    close: () => widget()?.close(),
    closed,
    choose: async (wish: Wish) => widget()?.choose(wish),
    content: () =>
      html`<booking-widget
        mode="dialog"
        .apiKey=${button.apiKey}
        .apiUrl=${button.apiUrl}
        .locale=${findLanguage(button, button.locale)}
        .theme=${button.theme}
        .location=${button.location}
        .service=${button.service}
        .specialist=${button.specialist}
        @booking-close=${closed}
      >
        <slot name="header" slot="header"></slot>
        <slot name="footer" slot="footer"></slot>
        <slot name="success" slot="success"></slot>
      </booking-widget>`,
  }
}

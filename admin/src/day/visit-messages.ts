import type { Notification } from '@zapis/sdk'
import { html } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { ru } from './texts/ru.ts'
import { dayTexts, type DayKey } from './texts/texts.ts'
import '../parts/resend-button.ts'

/** What people were told of this visit, or are to be told. */
export function visitMessages(
  { language, words }: Panel,
  messages: readonly Notification[],
  zone: string,
  again: () => void,
): unknown {
  const say = dayTexts(language)
  const named = (key: string, otherwise: string) => (isKey(key) ? say(key) : otherwise)
  return html`<section>
    <h3>${say('messages')}</h3>
    ${
      messages.length === 0
        ? html`<p class="muted small">${say('noMessages')}</p>`
        : html`<ul class="history">
            ${messages.map(
              (message) =>
                html`<li>
                  <span class="muted"
                    >${words.moment(message.sent_at ?? message.send_at, zone)}</span
                  >
                  <span>${named(`told_${message.template}`, message.template)}</span>
                  <span class="muted"
                    >${named(`by_${message.channel}`, message.channel)},
                    ${named(`told_${message.status}`, message.status)}</span
                  >
                  <resend-button .message=${message} @resent=${again}></resend-button>
                </li>`,
            )}
          </ul>`
    }
  </section>`
}

function isKey(key: string): key is DayKey {
  return key in ru
}

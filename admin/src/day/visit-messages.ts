import type { Notification } from '@zapis/sdk'
import { html } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { ru } from './texts/ru.ts'
import { dayTexts, type DayKey } from './texts/texts.ts'

/** What people were told of this visit, or are to be told. */
export function visitMessages(
  { language, words }: Panel,
  messages: readonly Notification[],
  zone: string,
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
              ({ template, channel, status, send_at, sent_at }) =>
                html`<li>
                  <span class="muted">${words.moment(sent_at ?? send_at, zone)}</span>
                  <span>${named(`told_${template}`, template)}</span>
                  <span class="muted"
                    >${named(`by_${channel}`, channel)}, ${named(`told_${status}`, status)}</span
                  >
                </li>`,
            )}
          </ul>`
    }
  </section>`
}

function isKey(key: string): key is DayKey {
  return key in ru
}

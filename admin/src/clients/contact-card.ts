import type { Client } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { clientTexts } from './texts/texts.ts'

/** How to reach somebody, and what the staff should know of them. */
export function contactCard(client: Client, { language, words, organization }: Panel): unknown {
  const say = clientTexts(language)
  const fact = (name: string, value: unknown) =>
    value
      ? html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing
  const { phone, email, birth_date, telegram_id, notes, tags, blocked, locale } = client
  return html`<section class="card stack" aria-label=${say('contacts')}>
    ${
      tags.length > 0 || blocked
        ? html`<div class="row">
            ${blocked ? html`<span class="tag danger">${say('blocked')}</span>` : nothing}
            ${tags.map((tag) => html`<span class="tag">${tag}</span>`)}
          </div>`
        : nothing
    }
    <dl class="facts">
      ${fact(say('phone'), phone && html`<a href="tel:${phone}">${phone}</a>`)}
      ${fact(say('email'), email && html`<a href="mailto:${email}">${email}</a>`)}
      ${fact(say('birthday'), birth_date && words.day(birth_date, { dateStyle: 'long' }))}
      ${fact(say('telegram'), telegram_id)} ${fact(say('notes'), notes)}
      ${fact(say('language'), locale === 'ru' ? 'Русский' : 'English')}
      ${fact(
        say('createdAt'),
        words.date(client.created_at, organization.time_zone, { dateStyle: 'long' }),
      )}
    </dl>
  </section>`
}

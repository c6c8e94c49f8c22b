import type { OperationId } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { reasonOf } from '../panel/refusal.ts'
import { hrefOf } from '../panel/router.ts'
import { settingsTexts, type SettingsKey } from './texts/texts.ts'
import '../parts/page-frame.ts'

interface Section {
  id: SettingsKey
  /** Who may call it may have the section; null = everybody. */
  needs: OperationId | null
  /** Defines `tag`. */
  load(): Promise<unknown>
  tag: string
}

const sections: readonly Section[] = [
  {
    id: 'profile',
    needs: null,
    load: () => import('./profile-section.ts'),
    tag: 'profile-section',
  },
  {
    id: 'organization',
    needs: 'organization.update',
    load: () => import('./organization-section.ts'),
    tag: 'organization-section',
  },
  {
    id: 'rules',
    needs: 'organization.update',
    load: () => import('./rules-section.ts'),
    tag: 'rules-section',
  },
  {
    id: 'staff',
    needs: 'staff.list',
    load: () => import('./staff-section.ts'),
    tag: 'staff-section',
  },
  {
    id: 'embed',
    needs: 'apiKeys.create',
    load: () => import('./embed-section.ts'),
    tag: 'embed-section',
  },
  {
    id: 'keys',
    needs: 'apiKeys.list',
    load: () => import('./keys-section.ts'),
    tag: 'keys-section',
  },
  {
    id: 'webhooks',
    needs: 'webhookEndpoints.list',
    load: () => import('./webhooks-section.ts'),
    tag: 'webhooks-section',
  },
  {
    id: 'notifications',
    needs: 'notificationRules.put',
    load: () => import('./notifications-section.ts'),
    tag: 'notifications-section',
  },
  {
    id: 'texts',
    needs: 'notificationTexts.put',
    load: () => import('./texts-section.ts'),
    tag: 'texts-section',
  },
  {
    id: 'telegram',
    needs: 'organization.telegram',
    load: () => import('./telegram-section.ts'),
    tag: 'telegram-section',
  },
  {
    id: 'consents',
    needs: 'consentTexts.create',
    load: () => import('./consents-section.ts'),
    tag: 'consents-section',
  },
  {
    id: 'audit',
    needs: 'auditLog.list',
    load: () => import('./audit-section.ts'),
    tag: 'audit-section',
  },
]

/** How the clinic is set up, a section at a time: `settings/keys`. */
export class SettingsPage extends PanelElement {
  static override properties = { section: { state: true }, failure: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      .around {
        display: grid;
        grid-template-columns: 200px minmax(0, 1fr);
        gap: var(--s8);
        align-items: start;
      }
      nav {
        position: sticky;
        inset-block-start: var(--s4);
        display: grid;
        gap: 2px;
      }
      nav a {
        display: flex;
        align-items: center;
        min-block-size: var(--control);
        padding: 0 var(--s3);
        border-radius: var(--radius);
        color: inherit;
        text-decoration: none;
      }
      nav a:hover {
        background: var(--wash);
      }
      nav a[aria-current] {
        background: var(--soft);
        color: var(--accent);
        font-weight: 600;
      }
      @media (max-width: 860px) {
        .around {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--s4);
        }
        nav {
          position: static;
          display: flex;
          overflow-x: auto;
          padding-block-end: var(--s1);
        }
        nav a {
          white-space: nowrap;
        }
      }
    `,
  ]

  declare section: HTMLElement | undefined
  declare failure: unknown
  #tag = ''

  protected override panelChanged({ route }: Panel): void {
    if (route.area !== 'settings') return
    const { tag, load } = this.#wanted
    if (tag === this.#tag) return
    this.#tag = tag
    this.failure = undefined
    load().then(
      () => {
        if (this.#tag === tag) this.section = document.createElement(tag)
      },
      (error: unknown) => {
        // Another press tries again.
        this.#tag = ''
        this.failure = error
      },
    )
  }

  get #own(): Section[] {
    return sections.filter(({ needs }) => needs === null || this.panel.may(needs))
  }

  get #wanted(): Section {
    const [id] = this.panel.route.rest
    const [profile, ...others] = this.#own
    const found = this.#own.find((each) => each.id === id) ?? others[0] ?? profile
    if (!found) throw new Error('everybody has a profile')
    return found
  }

  protected override updated(): void {
    // On a phone the sections are a strip: the chosen one is brought into it.
    const chosen = this.renderRoot.querySelector('[aria-current="page"]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { id: chosen } = this.#wanted
    return html`<page-frame heading=${say('settings')}>
      <div class="around">
        <nav aria-label=${say('settings')}>
          ${this.#own.map(
            ({ id }) =>
              html`<a
                href=${hrefOf(`settings/${id}`)}
                aria-current=${id === chosen ? 'page' : nothing}
                >${say(id)}</a
              >`,
          )}
        </nav>
        <div>
          ${
            this.failure
              ? html`<p class="notice bad" role="alert">
                  ${reasonOf(this.failure, panel.language)}
                </p>`
              : (this.section ?? nothing)
          }
        </div>
      </div>
    </page-frame>`
  }
}

customElements.define('settings-page', SettingsPage)

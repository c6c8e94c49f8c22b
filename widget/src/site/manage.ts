import { createVisitor } from '@zapis/sdk'
import { define } from '../element/define.ts'
import { pushOffer } from './ask-push.ts'
import { rememberVisit } from './keep-next.ts'
import { VisitManage } from './manage/visit-manage.ts'
import { siteSay } from './texts/texts.ts'
import { startWorker } from './worker.ts'

define('visit-manage', VisitManage)

const element = document.querySelector<VisitManage>('visit-manage')
const locale = document.documentElement.lang
const client = createVisitor({ baseUrl: location.origin, headers: { 'accept-language': locale } })
let offered = ''

/** Kept for the offline page as it is now; and whoever has just moved it is asked whether to be told of changes. */
element?.addEventListener('visit-shown', () => {
  const { managed } = element
  if (!managed?.visit || managed.busy) return
  const state = `${managed.visit.version} ${managed.done}`
  if (state === offered) return
  offered = state
  void rememberVisit(client, managed.code)
  if (managed.done !== 'moved') return
  const offer = pushOffer({ client, say: siteSay(locale), code: managed.code })
  if (offer) element.replaceChildren(offer)
})

addEventListener('load', () => void startWorker().catch(() => undefined))

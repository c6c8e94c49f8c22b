/** What `<booking-packages>` loads when it is used. */
import type { CSSResult } from 'lit'
import type { Connection } from '../api/connect.ts'
import { visitSheet } from '../account/visit-sheet.ts'
import { laterSheet } from '../booking/later-sheet.ts'
import { checks } from '../design/checks.ts'
import { inputs } from '../design/inputs.ts'
import { findLanguage } from '../element/find-language.ts'
import { framed, wear } from '../element/framed.ts'
import type { Room } from '../element/lazy-element.ts'
import { signInSheet } from '../parts/code-sign-in.ts'
import { tellIn } from '../texts/account-texts.ts'
import { speakIn } from '../texts/speak.ts'
import type { BookingPackages } from './booking-packages.ts'
import { packagesSheet } from './packages-sheet.ts'
import { Shop } from './shop.ts'
import { shopView } from './view.ts'

const sheets: readonly CSSResult[] = [
  inputs,
  checks,
  laterSheet,
  signInSheet,
  visitSheet,
  packagesSheet,
]

export async function open(host: BookingPackages, connection: Connection): Promise<Room> {
  const speak = await speakIn(findLanguage(host, host.locale))
  wear(host, sheets)
  const shop = new Shop(host, connection, speak, await tellIn(speak))
  void shop.load(host.service || undefined)
  return {
    content: () => framed(speak, shopView(shop)),
    signedInChanged: () => void shop.openBalance(),
    left: () => host.removeController(shop.signIn),
  }
}

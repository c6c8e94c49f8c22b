import { isBookingError, type ClientPackage, type Money, type Service } from '@zapis/sdk'
import type { ServicePackage } from '@zapis/sdk'
import { loadServices } from '../api/catalogue.ts'
import { cameBack, leaveToPay } from '../api/paying.ts'
import { UnderWay } from '../element/under-way.ts'

export type View =
  | { name: 'list' }
  | { name: 'buy'; offer: ServicePackage }
  | { name: 'bought'; bought: ClientPackage }

/** Packages for sale, and the one that is being bought. */
export class Shop extends UnderWay {
  view: View = { name: 'list' }
  offers: readonly ServicePackage[] | null = null
  services: ReadonlyMap<number, Service> = new Map()
  balance: Money | null = null
  /** The same purchase, sent again, is the same request. */
  #key = ''

  set(changes: Partial<Shop>): void {
    this.put(changes)
  }

  /** The sign-in is asked for by the purchase itself. */
  protected override sentAway(): boolean {
    return this.view.name === 'buy' && !this.connection.isSignedIn()
  }

  load(serviceId: number | undefined): Promise<void> {
    const { client } = this.connection
    return this.attempt(async () => {
      const query = { limit: 100, service_id: serviceId }
      const [offers, services] = await Promise.all([
        client.all('servicePackages.list', { query, limit: 300 }),
        loadServices(this.connection),
      ])
      this.set({ offers, services: new Map(services.map((service) => [service.id, service])) })
      await this.#settle()
    })
  }

  go(view: View): void {
    this.set({ view, failure: null })
    this.focus('h2')
  }

  choose(offer: ServicePackage): void {
    this.#key = crypto.getRandomValues(new Uint32Array(4)).join('-')
    this.go({ name: 'buy', offer })
    void this.openBalance()
  }

  /** Somebody signed in or out. */
  async openBalance(): Promise<void> {
    this.set({ balance: null })
    if (this.view.name !== 'buy' || !this.connection.isSignedIn()) return
    await this.attempt(async () => {
      const { balance } = await this.connection.client.request('me.wallet', {})
      this.set({ balance })
    })
  }

  async #lookAgain(): Promise<void> {
    const wallet = await this.connection.client.request('me.wallet', {}).catch(() => null)
    if (wallet) this.set({ balance: wallet.balance })
  }

  buyFromBalance({ id: package_id }: ServicePackage): Promise<void> {
    const body = { package_id, payment: { method: 'wallet' } } as const
    return this.attempt(
      async () => {
        const options = { idempotencyKey: this.#key }
        this.#done(await this.connection.client.request('me.buyPackage', { body }, options))
      },
      (error) => {
        // Spent elsewhere meanwhile: what is there now, and the other ways.
        if (isBookingError(error, 'insufficient_funds')) void this.#lookAgain()
        return false
      },
    )
  }

  buyByCard({ id: package_id }: ServicePackage): Promise<void> {
    return this.attempt(() => leaveToPay(this.connection, { purpose: 'package', package_id }))
  }

  #done(bought: ClientPackage): void {
    this.go({ name: 'bought', bought })
    const { id, package_id, price_paid } = bought
    this.host.emit('booking-purchase', { client_package_id: id, package_id, price: price_paid })
  }

  /** Back from the payment page. */
  async #settle(): Promise<void> {
    const payment = await cameBack(this.connection, ['package']).catch(() => null)
    if (!payment) return
    const { status, client_package_id } = payment
    if (status === 'pending') {
      const retry = () => this.attempt(() => this.#settle())
      this.set({ failure: { text: this.speak.say('payNotSeen'), retry } })
    } else if (client_package_id === null)
      this.set({
        failure: { text: this.tell(status === 'unapplied' ? 'payKept' : 'payFailed'), retry: null },
      })
    else {
      const { client } = this.connection
      const { data } = await client.request('me.packages', { query: { limit: 20 } })
      const bought = data.find(({ id }) => id === client_package_id)
      if (bought) this.#done(bought)
    }
  }
}

import { nothing } from 'lit'
import type { Connection } from '../api/connect.ts'
import type { Speak } from '../texts/speak.ts'
import { BookingElement } from './booking-element.ts'
import { framed } from './framed.ts'

/** What an element shows, once its part of the program is loaded. */
export interface Room {
  content(speak: Speak): unknown
  signedInChanged(): void
  /** The element goes, or begins anew. */
  left(): void
}

/** An element whose tag is known at once and whose insides are loaded when there is one on the page. */
export abstract class LazyElement extends BookingElement {
  static override properties = { ...BookingElement.properties, room: { state: true } }

  /** @internal What is shown, as soon as it is loaded. */
  declare room: Room | undefined

  /** Loads what is shown. */
  protected abstract open(connection: Connection): Promise<Room>

  protected override connected(connection: Connection): void {
    this.#leave()
    this.open(connection).then(
      (room) => {
        // Other attributes meanwhile, or off the page.
        if (this.connection === connection) this.room = room
        else room.left()
      },
      () => (this.failedToLoad = true),
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave()
  }

  #leave(): void {
    this.room?.left()
    this.room = undefined
  }

  protected override signedInChanged(): void {
    this.room?.signedInChanged()
  }

  protected override content(speak: Speak): unknown {
    if (this.room) return this.room.content(speak)
    return this.failedToLoad ? speak.say('reload') : this.skeleton()
  }

  protected override skeleton(): unknown {
    return framed(undefined, nothing)
  }
}

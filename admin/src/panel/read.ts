import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Something read from the server for an element: what came last, whether more is coming, and why it did not. */
export class Read<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #ask: (signal: AbortSignal) => Promise<Value>
  #under: AbortController | undefined
  value: Value | undefined
  error: unknown
  isBusy = false

  constructor(host: ReactiveControllerHost, ask: (signal: AbortSignal) => Promise<Value>) {
    this.#host = host
    this.#ask = ask
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#under?.abort()
  }

  /** Asks again; an older question is dropped. What was there stays until the answer comes. */
  async load(): Promise<void> {
    this.#under?.abort()
    const under = (this.#under = new AbortController())
    this.isBusy = true
    this.error = undefined
    this.#host.requestUpdate()
    try {
      const value = await this.#ask(under.signal)
      if (this.#under !== under) return
      this.value = value
    } catch (error) {
      if (this.#under !== under || under.signal.aborted) return
      this.error = error
    }
    this.isBusy = false
    this.#host.requestUpdate()
  }

  /** What is known without asking, after a change that was made here. */
  set(value: Value): void {
    this.value = value
    this.#host.requestUpdate()
  }
}

/** Whoever came first keeps the name: another version on the page, or the same module by another address. */
export function define(name: string, element: CustomElementConstructor): void {
  if (typeof customElements !== 'undefined' && !customElements.get(name))
    customElements.define(name, element)
}

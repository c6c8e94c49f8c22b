export interface Offer {
  title: string
  text: string
  /** Names of buttons, and what they do. */
  actions: [string, () => unknown][]
}

/** A quiet question beside the elements. Texts are texts. */
export function offerElement({ title, text, actions }: Offer): HTMLElement {
  const element = document.createElement('aside')
  element.className = 'offer'
  const heading = document.createElement('p')
  const strong = document.createElement('strong')
  strong.textContent = title
  heading.append(strong)
  const words = document.createElement('p')
  words.textContent = text
  const row = document.createElement('div')
  row.className = 'row'
  row.append(
    ...actions.map(([name, act], index) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = index === 0 ? 'main' : 'quiet'
      button.textContent = name
      button.addEventListener('click', () => void act())
      return button
    }),
  )
  element.append(heading, words)
  if (actions.length > 0) element.append(row)
  element.setAttribute('aria-label', title)
  return element
}

/** The same place says how it went. */
export function answer(element: HTMLElement, text: string): void {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  line.textContent = text
  element.replaceChildren(line)
}

/** A key that does something on the page, `n` or `shift+d`; `text` says what, in the help. */
export interface Shortcut {
  key: string
  text: string
  run(): unknown
}

const sets: Shortcut[][] = []

/** Keys of a page while it is shown. Returns how to take them away. */
export function addShortcuts(shortcuts: Shortcut[]): () => void {
  sets.push(shortcuts)
  return () => sets.splice(sets.indexOf(shortcuts), 1)
}

/** What the page offers now, for the help. */
export const pageShortcuts = (): readonly Shortcut[] => sets.flat()

/** Runs the shortcut of a key; not while somebody types, nor over a dialog. */
export function pressShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
  const path = event.composedPath()
  if (path.some((each) => each instanceof Element && isBusyWithKeys(each))) return
  // By place on the keyboard where it is a letter: the Russian layout has the same shortcuts.
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase()
  const pressed = `${event.shiftKey && letter ? 'shift+' : ''}${letter ?? event.key}`
  const found = sets.flat().findLast(({ key }) => key === pressed || key === event.key)
  if (!found) return
  event.preventDefault()
  found.run()
}

function isBusyWithKeys(element: Element): boolean {
  return element.matches('input, textarea, select, dialog, [contenteditable="true"], [role="menu"]')
}

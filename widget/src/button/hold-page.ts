let holders = 0
let undo: (() => void) | undefined

/** The page behind a dialog stays where it is, and does not jump by the width of its scroll bar. Returns how to let it go. */
export function holdPage(): () => void {
  if (holders++ === 0) undo = stop(document.documentElement)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    if (--holders === 0) undo?.()
  }
}

function stop({ style, clientWidth }: HTMLElement): () => void {
  const { overflow, paddingInlineEnd } = style
  const bar = innerWidth - clientWidth
  style.overflow = 'hidden'
  if (bar > 0) style.paddingInlineEnd = `${bar}px`
  return () => Object.assign(style, { overflow, paddingInlineEnd })
}

const properties: Record<string, string> = {
  bg_color: '--bw-paper',
  text_color: '--bw-ink',
  hint_color: '--bw-muted',
  secondary_bg_color: '--bw-wash',
  button_color: '--bw-accent',
  button_text_color: '--bw-on-accent',
}

/** The messenger's colours as the elements' own; light or dark is what the background is. */
export function wear(params: Record<string, string>, root: HTMLElement): void {
  for (const [param, property] of Object.entries(properties)) {
    const value = params[param]
    if (value !== undefined) root.style.setProperty(property, value)
  }
  const background = params['bg_color']
  if (background !== undefined) root.style.colorScheme = isDark(background) ? 'dark' : 'light'
}

function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    parseInt(colour.slice(at, at + 2), 16),
  )
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128
}

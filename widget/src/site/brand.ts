/** A clinic's one colour on both sides: dark enough for light paper, light enough for dark. */
export function brand(color: string | null, root: HTMLElement): void {
  if (color === null) return
  const isRelative = CSS.supports('color', 'oklch(from red l c h)')
  const accent = isRelative
    ? `light-dark(oklch(from ${color} min(l, 0.5) c h), oklch(from ${color} max(l, 0.78) min(c, 0.11) h))`
    : `light-dark(${color}, color-mix(in oklab, ${color}, white 55%))`
  root.style.setProperty('--bw-accent', accent)
}

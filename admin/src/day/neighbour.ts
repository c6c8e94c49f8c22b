interface Placed {
  id: number
  columnId: number
  from: string
}

/** The visit that an arrow key leads to: earlier or later in the column, or the nearest in time of the next column that has any. */
export function neighbourOf(
  visits: readonly Placed[],
  columns: readonly number[],
  id: number,
  key: string,
): number | undefined {
  const here = visits.find((visit) => visit.id === id)
  if (!here) return undefined
  const inColumn = (columnId: number) =>
    visits
      .filter((visit) => visit.columnId === columnId)
      .sort((a, b) => a.from.localeCompare(b.from) || a.id - b.id)
  const along = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (along) {
    const column = inColumn(here.columnId)
    return column[column.indexOf(here) + along]?.id
  }
  const across = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (!across) return undefined
  const start = columns.indexOf(here.columnId)
  for (let at = start + across; at >= 0 && at < columns.length; at += across) {
    const column = inColumn(columns[at] ?? 0)
    const nearest = column.toSorted((a, b) => distance(a, here) - distance(b, here))[0]
    if (nearest) return nearest.id
  }
  return undefined
}

function distance(a: Placed, b: Placed): number {
  return Math.abs(Date.parse(`${a.from}:00Z`) - Date.parse(`${b.from}:00Z`))
}

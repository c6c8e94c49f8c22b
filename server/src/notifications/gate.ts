/** So many at a time, in the order of coming. */
export interface Gate {
  run<T>(work: () => Promise<T>): Promise<T>
}

export function createGate(atOnce: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  return {
    async run(work) {
      if (inside < atOnce) inside++
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await work()
      } finally {
        // Its place goes over to the next.
        const next = waiting.shift()
        if (next) next()
        else inside--
      }
    },
  }
}

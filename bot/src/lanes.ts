/** One person's messages are answered one after the other; different people's at the same time. */
export interface Lanes {
  /** Begins when what the person sent before is done, however that ended. */
  run<T>(person: string, work: () => Promise<T>): Promise<T>
  /** When nothing is under way any more. */
  idle(): Promise<void>
}

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<unknown>>()
  return {
    run(person, work) {
      const before = ends.get(person) ?? Promise.resolve()
      const done = before.then(work)
      const end = done.catch(() => undefined)
      ends.set(person, end)
      void end.then(() => {
        if (ends.get(person) === end) ends.delete(person)
      })
      return done
    },
    async idle() {
      while (ends.size > 0) await Promise.all(ends.values())
    },
  }
}

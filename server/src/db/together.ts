interface Waiting<Question, Answer> {
  question: Question
  resolve(answer: Answer): void
  reject(error: unknown): void
}

export interface Together<Question, Answer> {
  /** Answers in the order of the questions. */
  ask(questions: Question[]): Promise<Answer[]>
  /** Groups under way at a time. */
  lanes: number
  /** Questions in a group. */
  most: number
}

/**
 * Questions that come while others are under way are asked together, in one round trip that begins after all of them came. With nobody else
 * there, nobody waits.
 */
export function together<Question, Answer>({
  ask,
  lanes,
  most,
}: Together<Question, Answer>): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = []
  let running = 0

  async function askGroup(group: Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await ask(group.map(({ question }) => question))
      if (answers.length !== group.length) throw new Error('each question has one answer')
      for (const [index, answer] of answers.entries()) group[index]?.resolve(answer)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  async function run(): Promise<void> {
    running++
    while (waiting.length > 0) await askGroup(waiting.splice(0, most))
    running--
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (running < lanes) void run()
    })
}

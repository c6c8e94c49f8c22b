import { hash, verify } from '@node-rs/argon2'

/** OWASP’s second recommendation for argon2id, which is also the library’s default algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One spelling for what different keyboards compose differently. */
const spelled = (password: string) => password.normalize('NFC')

export function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), cost)
}

let decoy: Promise<string> | undefined

/** Takes as long for nobody’s password (null) as for somebody’s: the time tells nothing. */
export async function passwordMatches(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const matches = await verify(kept ?? (await decoy), spelled(password))
  return kept !== null && matches
}

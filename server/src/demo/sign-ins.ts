import type { Role } from '../http/call.ts'
import type { SpecialistKey } from './texts-specialists.ts'

/** Who and what gets into the demo clinic: known to everybody, and so of the demo alone. */
export const slug = 'demo'
export const publishableKey = 'pk_demo'
export const secretKey = 'sk_demo'

export interface SignIn {
  email: string
  password: string
  name: string
  role: Role
  /** Which of the demo's specialists they are. */
  specialist?: SpecialistKey
}

export const signIns: readonly SignIn[] = [
  account('owner', 'Ирина Волкова', 'owner'),
  account('admin', 'Светлана Громова', 'admin'),
  account('reception', 'Юлия Зайцева', 'reception'),
  account('specialist', 'Анна Иванова', 'specialist', 'ivanova'),
  account('specialist2', 'Ольга Белова', 'specialist', 'belova'),
]

function account(who: string, name: string, role: Role, specialist?: SpecialistKey): SignIn {
  return { email: `${who}@demo.test`, password: `demo-${who}-password`, name, role, specialist }
}

import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

/** Of Linux on every machine that anybody measures on. */
const TICKS_A_SECOND = 100

/** Seconds of processor time that the process took, with the children that have ended; NaN where there is no /proc. */
export async function cpuOf(pid: number): Promise<number> {
  const fields = await statOf(pid)
  if (fields === null) return NaN
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number)
  return (user + system + childUser + childSystem) / TICKS_A_SECOND
}

/** Bytes of memory that the process has; NaN where there is no /proc. */
export async function rssOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? NaN) * 1024
}

/** Of the postmaster and all its children, one of which is the client's own backend. */
export async function postmasterOf(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const fields = await statOf(rows[0]?.pid ?? 0)
  // Of a server elsewhere the number is another process here.
  return fields?.[0] === undefined || !fields.isPostgres ? null : Number(fields[1])
}

export async function cpuOfTree(root: number | null): Promise<number> {
  if (root === null) return NaN
  const children = await childrenOf(root)
  const times = await Promise.all([root, ...children].map(cpuOf))
  // A child that ends in between is counted with its parent.
  return times.reduce((sum, time) => sum + (Number.isNaN(time) ? 0 : time), 0)
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(pids.map(statOf))
  return pids.filter((_, index) => Number(stats[index]?.[1]) === parent)
}

type Stat = string[] & { isPostgres?: boolean }

/** Fields after the name, which may hold spaces: state, ppid, … (proc(5)). */
async function statOf(pid: number): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null)
  if (text === null) return null
  const end = text.lastIndexOf(')')
  return Object.assign(text.slice(end + 2).split(' '), {
    isPostgres: text.slice(0, end).endsWith('(postgres'),
  })
}

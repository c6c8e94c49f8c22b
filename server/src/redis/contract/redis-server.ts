import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'uvu'

/** A redis-server of the test's own, to be paused and killed. */
export interface RedisServer {
  readonly url: string
  pause(): void
  resume(): void
  /** At once, nothing saved. */
  kill(): Promise<void>
  /** Again at the same address, empty. */
  start(): Promise<void>
}

export const hasRedisServer = (() => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** Left out by name where there is none. */
export function testWithRedis(title: string, check: () => Promise<void>): void {
  if (hasRedisServer) test(title, check)
  else test.skip(`${title} (no redis-server)`)
}

export async function startRedisServer(): Promise<RedisServer> {
  const port = await freePort()
  let child: ChildProcess | undefined
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}/0`,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    async start() {
      const options = [
        '--port',
        `${port}`,
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--dir',
        os.tmpdir(),
      ]
      child = spawn('redis-server', options, { stdio: 'ignore' })
      process.once('exit', () => child?.kill('SIGKILL'))
      while (!(await accepts(port))) {
        if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`)
        await sleep(10)
      }
    },
  }
  await server.start()
  return server
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function accepts(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

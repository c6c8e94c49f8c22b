import { test, type Callback } from 'uvu'

/**
 * Tests that only some machines can run. What is missing is printed by name at the end of the run:
 * `const withRedis = needs(process.env.TEST_REDIS_URL, 'no redis-server'); withRedis('a title', async () => …)`.
 * Elsewhere than in server: `test.skip('a title (the reason)')`, of uvu's own `test`; a suite's skips have no names.
 */
export function needs(present: unknown, reason: string): (name: string, run: Callback) => void {
  return present ? test : (name) => test.skip(`${name} (${reason})`)
}

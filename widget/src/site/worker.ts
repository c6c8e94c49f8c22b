/** Newer than TypeScript's library. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string
  }
}

const WORKER = '/service-worker.js'

/** After the page is there: the worker takes nothing from the first view. Trusted Types let in the one address. */
export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const policies: unknown = Reflect.get(window, 'trustedTypes')
  const url = isPolicies(policies)
    ? policies
        .createPolicy('zapis-site', {
          createScriptURL(asked) {
            if (asked !== WORKER) throw new TypeError('another script')
            return asked
          },
        })
        .createScriptURL(WORKER)
    : WORKER
  await navigator.serviceWorker.register(url, { scope: '/' })
}

function isPolicies(value: unknown): value is Policies {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}

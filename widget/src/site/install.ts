/** Not in TypeScript's library: Chrome's own. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

/** The browser's offer to install waits for a tap on our button. */
export function offerInstall(button: HTMLButtonElement | null): void {
  if (button === null) return
  let offered: InstallPrompt | null = null
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    if (!isPrompt(event)) return
    offered = event
    button.hidden = false
  })
  addEventListener('appinstalled', () => (button.hidden = true))
  button.addEventListener('click', () => {
    button.hidden = true
    void offered?.prompt()
  })
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function'
}

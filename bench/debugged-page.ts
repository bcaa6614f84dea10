/** Runs expressions in a page, over the debugging port of Chromium. */
export interface DebuggedPage {
  evaluate(expression: string): Promise<unknown>
  close(): void
}

/** Attaches to the one page behind a debugging port; undefined while there is none. */
export async function attachToPage(debuggingPort: number): Promise<DebuggedPage | undefined> {
  const targets = (await (await fetch(`http://127.0.0.1:${debuggingPort}/json/list`)).json()) as readonly {
    readonly type: string
    readonly webSocketDebuggerUrl: string
  }[]
  const page = targets.find(({ type }) => type === 'page')
  if (!page) return undefined
  const socket = new WebSocket(page.webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  let asked = 0
  return {
    evaluate: (expression) =>
      new Promise((resolve) => {
        const id = (asked += 1)
        const onMessage = ({ data }: MessageEvent): void => {
          const reply = JSON.parse(String(data)) as { id?: number; result?: { result?: { value?: unknown } } }
          if (reply.id !== id) return
          socket.removeEventListener('message', onMessage)
          resolve(reply.result?.result?.value)
        }
        socket.addEventListener('message', onMessage)
        const params = { expression, returnByValue: true, awaitPromise: true }
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
      }),
    close: () => socket.close()
  }
}

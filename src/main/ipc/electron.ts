import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { ipcMain } from 'electron'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../ipc/channels.ts'
import { PAGE_URL } from '../page.ts'
import type { Dispatch } from './dispatcher.ts'

/** Answers the requests of the station's window, and of nobody else; those that come early wait for the station. */
export function answerRequests(window: WebContents, dispatch: Promise<Dispatch>): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, feature: unknown, method: unknown, input: unknown) => {
    if (!isFromOwnPage(event, window)) throw new Error('This request does not come from the page of the station')
    return await (
      await dispatch
    )(feature, method, input)
  })
}

export function sendEvent(window: WebContents, name: string, payload: unknown): void {
  if (!window.isDestroyed()) window.send(EVENT_CHANNEL, name, payload)
}

/** A frame inside the page, another window, or a page from elsewhere is not the station's own. */
function isFromOwnPage({ sender, senderFrame }: IpcMainInvokeEvent, window: WebContents): boolean {
  return (
    sender === window && senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(PAGE_URL)
  )
}

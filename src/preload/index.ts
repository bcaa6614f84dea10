import { contextBridge, ipcRenderer } from 'electron'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../ipc/channels.ts'
import { createBridge } from './bridge.ts'

contextBridge.exposeInMainWorld(
  'dockside',
  createBridge({
    request: (feature, method, input) => ipcRenderer.invoke(REQUEST_CHANNEL, feature, method, input),
    listen: (listener) => {
      ipcRenderer.on(EVENT_CHANNEL, (_event, name: unknown, payload: unknown) => listener(name, payload))
    }
  })
)

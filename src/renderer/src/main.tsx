import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '@mantine/core/styles.css'
import './ui/tokens.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { assert } from '../../core/assert.ts'
import { App } from './app.tsx'
import { ScanningProvider } from './scanning.tsx'
import { StationProvider } from './station-context.tsx'
import { createStation } from './station.ts'
import { cssVariablesResolver, theme } from './ui/theme.ts'

const root = document.querySelector('#root')
assert(root, 'index.html has the element that everything is rendered into')
assert(window.dockside, 'the preload runs before the page does')

const station = createStation(window.dockside)
const queries = new QueryClient({
  defaultOptions: {
    // The station says what has changed, is never away, and does not answer better when it is asked again.
    queries: { staleTime: Infinity, networkMode: 'always', retry: false, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' }
  }
})
// The element's property holds the nonce; Chromium hides the attribute from the page's own scripts.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <StationProvider value={station}>
          <ScanningProvider>
            <App />
          </ScanningProvider>
        </StationProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>
)

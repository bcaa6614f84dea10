import { Component } from 'react'
import type { ReactNode } from 'react'
import { Failure } from './failure.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: unknown
  readonly failed: boolean
}

/** Keeps a bug of one screen to that screen: the rest of the window, and the scanning, go on. React asks for a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error, failed: true }
  }

  override render(): ReactNode {
    const { error, failed } = this.state
    if (!failed) return this.props.children
    return (
      <Failure
        what="This screen cannot be shown"
        error={error}
        onRetry={() => this.setState({ error: null, failed: false })}
      />
    )
  }
}

import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import message from '../ui/Message.module.css'
import { useText } from './text.tsx'

type Props = { children: ReactNode; resetKey?: string }
type State = { error: Error | null; failedAt: string | undefined }

/** Holds a page that failed while drawing, so that the rest of the window goes on. Going to another page tries afresh. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failedAt: undefined }

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (state.error === null) return { failedAt: props.resetKey }
    return state.failedAt === props.resetKey ? null : { error: null, failedAt: props.resetKey }
  }

  override render() {
    return this.state.error === null ? this.props.children : <Crash error={this.state.error} />
  }
}

function Crash({ error }: { error: Error }) {
  const { common } = useText()
  return (
    <div className={message.message} role="alert">
      <p className={message.title}>{common.crashTitle}</p>
      <p className={message.hint}>{common.crashHint}</p>
      <p className={message.hint}>{error.message}</p>
      <div className={message.actions}>
        <Button onClick={() => location.reload()}>{common.reload}</Button>
      </div>
    </div>
  )
}

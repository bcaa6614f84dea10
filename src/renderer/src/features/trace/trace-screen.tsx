import { Button } from '@mantine/core'
import { IconArrowLeft, IconBinaryTree2, IconQuestionMark, IconZoomQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { useTrace } from './queries.ts'
import type { TraceTarget } from './queries.ts'
import { SaveTrace } from './save-trace.tsx'
import { before, walked } from './trail.ts'
import type { Trail } from './trail.ts'
import { TraceReport } from './trace-report.tsx'
import { TraceSearch } from './trace-search.tsx'
import classes from './trace-screen.module.css'

export interface TraceScreenProps {
  readonly traced: TraceTarget | null
  readonly onTrace: (code: string, part: string | null) => void
  /** The open issues of what is traced, with the way to raise one. */
  readonly issuesOf: (code: string, part: string | null) => ReactNode
}

/** What is known of a unit, a lot or a part: what happened to it, what is in it, and what it is in. */
export function TraceScreen({ traced, onTrace, issuesOf }: TraceScreenProps) {
  const trace = useTrace(traced)
  const [trail, setTrail] = useState<Trail>([])
  const next = traced === null ? trail : walked(trail, traced)
  if (next !== trail) setTrail(next)
  const previous = before(next)
  const found = trace.data?.answer.kind === 'found' ? trace.data.target : null
  return (
    <>
      <TraceSearch
        key={traced?.code ?? ''}
        code={traced?.code ?? ''}
        onSearch={(code) => onTrace(code, null)}
        actions={
          <>
            {previous && (
              <Button
                variant="default"
                size="md"
                leftSection={<IconArrowLeft size={18} aria-hidden />}
                onClick={() => onTrace(previous.code, previous.part)}
              >
                <span className={classes.previous}>Back to {previous.code}</span>
              </Button>
            )}
            {found && <SaveTrace target={found} />}
          </>
        }
      />
      {trace.error && (
        <Failure what="The trace could not be read" error={trace.error} onRetry={() => void trace.refetch()} />
      )}
      {traced === null && (
        <EmptyState icon={IconBinaryTree2} title="Scan a label, or type a code">
          While nothing else is going on, scanning a unit’s or a lot’s label opens its trace here: where it came from,
          where it is, what it is made of, and everything that happened to it.
        </EmptyState>
      )}
      {traced !== null && trace.data && <Answer {...trace.data} onTrace={onTrace} issuesOf={issuesOf} />}
    </>
  )
}

interface AnswerProps extends NonNullable<ReturnType<typeof useTrace>['data']> {
  readonly onTrace: TraceScreenProps['onTrace']
  readonly issuesOf: TraceScreenProps['issuesOf']
}

function Answer({ target, answer, onTrace, issuesOf }: AnswerProps) {
  switch (answer.kind) {
    case 'found':
      return (
        <TraceReport
          target={target}
          trace={answer.trace}
          onTrace={onTrace}
          openIssues={issuesOf(target.code, target.part)}
        />
      )
    case 'unknown':
      return (
        <EmptyState icon={IconZoomQuestion} title={`Nothing is known of ${target.code}`}>
          It is no serial, no lot and no part number of this station. Letters count as they are, in capitals or small.
        </EmptyState>
      )
    case 'ambiguous':
      return (
        <div className={classes.ambiguous}>
          <EmptyState icon={IconQuestionMark} title={`${target.code} is a lot of several parts`}>
            Choose the part that is meant.
          </EmptyState>
          <div className={classes.parts}>
            {answer.parts.map((part) => (
              <Button key={part} variant="default" size="lg" onClick={() => onTrace(target.code, part)}>
                <CodeText>{part}</CodeText>
              </Button>
            ))}
          </div>
        </div>
      )
  }
}

import { describe, expect, it } from 'vitest'
import { readStartArguments } from '../../src/main/arguments.ts'

describe('the arguments of a packaged app', () => {
  it.each([
    { given: [], argv: [], isCommand: false },
    { given: ['--no-sandbox'], argv: [], isCommand: false },
    { given: ['--data', '/srv/dock'], argv: ['--data', '/srv/dock'], isCommand: false },
    { given: ['--data=/srv/dock', '--json'], argv: ['--data=/srv/dock', '--json'], isCommand: false },
    { given: ['inventory', '--json'], argv: ['inventory', '--json'], isCommand: true },
    {
      given: ['--no-sandbox', '--data', 'd', '--json', 'trace', 'S1'],
      argv: ['--data', 'd', '--json', 'trace', 'S1'],
      isCommand: true
    },
    { given: ['--no-sandbox', '--help'], argv: ['--help'], isCommand: true }
  ])('$given', ({ given, argv, isCommand }) => {
    expect(readStartArguments(['/opt/Dockside/dockside', ...given], true)).toEqual({ argv, isCommand })
  })
})

describe('the arguments of an unpackaged app', () => {
  it.each([
    { given: ['/src/dockside'], argv: [], isCommand: false },
    { given: ['--inspect=0', '--no-sandbox', '.', '--data', 'd'], argv: ['--data', 'd'], isCommand: false },
    { given: ['--no-sandbox', '.', 'verify'], argv: ['verify'], isCommand: true }
  ])('$given', ({ given, argv, isCommand }) => {
    expect(readStartArguments(['/opt/electron', ...given], false)).toEqual({ argv, isCommand })
  })
})

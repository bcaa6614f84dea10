import type { z } from 'zod'

/** A problem of `station.json` in words: the key's path, the value, and what is allowed. One for each key that is unknown. */
export function describeConfigProblem(issue: z.core.$ZodIssue, whole: unknown): readonly string[] {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const value = shorten(valueAt(whole, [...issue.path, key]))
      return `${path === '' ? key : `${path}.${key}`}: there is no such key, and ${value} has no use; allowed: ${issue.message}`
    })
  }
  const found = valueAt(whole, issue.path)
  return [
    `${path || 'station.json'}: ${found === undefined ? 'is missing' : `${shorten(found)} is not allowed`}; allowed: ${allowed(issue)}`
  ]
}

function allowed(issue: z.core.$ZodIssue): string {
  // What the schema says of itself is better than what can be made of its check.
  const isOwnWords = !/^(Invalid|Too) /.test(issue.message)
  if (isOwnWords) return issue.message
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(', ')
    case 'invalid_union':
      return unionOptions(issue)
    case 'invalid_type':
      return issue.expected
    case 'too_small':
      return issue.origin === 'string' ? 'a text that is not empty' : `at least ${issue.minimum}`
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    default:
      return issue.message
  }
}

function unionOptions(issue: z.core.$ZodIssueInvalidUnion): string {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.map(String).join(', ')
  return issue.errors.flatMap((alternative) => alternative.map(allowed)).join(', ')
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return at
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

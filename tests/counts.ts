/** Closes a test run with the reasons of skipped tests and the true counts alone on a line. */
import type { Reporter, TestCase, TestModule } from 'vitest/node'

export default class Counts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const cases = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => cases.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length
    const skipped = cases.filter((test) => test.result().state === 'skipped')
    for (const test of skipped) console.log(`skipped: ${test.fullName}: ${reason(test)}`)
    const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed${tail}`)
  }
}

function reason(test: TestCase): string {
  const result = test.result()
  return (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given'
}

/** The optional tier: real forum servers of the system's packages, on loopback. Not part of the suite. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['tests/real/*.real.ts'], testTimeout: 120_000, hookTimeout: 300_000, fileParallelism: false },
})

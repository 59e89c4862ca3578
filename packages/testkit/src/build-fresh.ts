import { execFileSync } from 'node:child_process'
import { findProjectRoot } from '@kinplan/server/platform/project-root'

/**
 * Builds these packages where they are stale, for tests of what is built. Two test files must not name the same package: they run at once.
 */
export function buildFresh(...names: ('ui' | 'testkit' | 'server')[]): void {
  execFileSync(process.execPath, ['scripts/build.mjs', ...names], { cwd: findProjectRoot(), stdio: ['ignore', 'ignore', 'inherit'] })
}

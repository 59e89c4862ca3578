import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { findProjectRoot } from '../platform/project-root'
import { buildContract } from './schema'

/** Writes schema.graphql; with `--check` only compares it, and answers 1 when it is not fresh. */
export async function run(args: string[]): Promise<number> {
  const path = join(findProjectRoot(), 'schema.graphql')
  const text =
    `# Written by the server from its classes; never by ` + `hand.\n\n${printSchema(lexicographicSortSchema(await buildContract()))}\n`
  if (!args.includes('--check')) {
    await writeFile(path, text)
    return 0
  }
  if ((await readFile(path, 'utf8')) === text) return 0
  process.stderr.write('schema.graphql is not what the server says. Run: npm run generate\n')
  return 1
}

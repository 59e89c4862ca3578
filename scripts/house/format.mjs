// npm run format: writes every file as the formatter does, and Prisma's models as Prisma does.
import { continueOnNode24 } from '../node-24.mjs'
import { endWith } from '../steps.mjs'
import { mustRun } from '../tool.mjs'

async function main() {
  await mustRun('prisma format', ['node_modules/prisma/build/index.js', 'format', '--schema', 'prisma'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  // Twice: where a long line was broken, the second time may find what the first could not.
  for (const _time of [1, 2]) await mustRun('oxfmt', ['node_modules/oxfmt/bin/oxfmt', '--write', '.'])
  return 0
}

await continueOnNode24(import.meta.url)
endWith(main())

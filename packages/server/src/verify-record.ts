import { pathToFileURL } from 'node:url'
import { verifyRecord, type RecordFinding, type RecordReport } from './access/verify-record'
import { readConfig } from './platform/config'
import { readDatabase } from './platform/read-database'
import { openSealingKey } from './platform/sealing-key'
import { StartFault } from './platform/start-fault'

const words: Record<RecordFinding, (at: string) => string> = {
  edited: (at) => `Row ${at} is not as it was sealed.`,
  deleted: (at) => `Row ${at} was sealed and is gone.`,
  inserted: (at) => `Row ${at} was not written by Kinplan, or not as it stands.`,
  sealMissing: (at) => `Seal ${at} is missing.`,
  cutOff: (at) => `The record ends before seal ${at}, which was signed for.`,
  contradicted: (at) => `Checkpoint ${at} was signed for something else.`,
  checkpointBroken: (at) => `Checkpoint ${at} is not as it was signed.`,
  checkpointMissing: (at) => `Checkpoint ${at} is missing.`,
  checkpointForgotten: (at) => `The database does not remember checkpoint ${at}.`,
}

/**
 * Holds the access record against its seals, and its seals against the signed checkpoints, with the server's own settings. Prints what was
 * found in words, then JSON on the last line; answers 1 when anything was found.
 *
 * npm run --silent record:verify
 */
export async function run(): Promise<number> {
  const config = readConfig(process.env)
  const { first, ...report } = await readDatabase(config, 'record', async (ask) =>
    verifyRecord(ask, await openSealingKey(config), config.checkpoints),
  )
  for (const { finding, at } of first) process.stdout.write(`${words[finding](at)}\n`)
  process.stdout.write(`${summaryOf(report)}\n${JSON.stringify(report)}\n`)
  return isWhole(report) ? 0 : 1
}

const isWhole = ({ findings }: Pick<RecordReport, 'findings'>) => Object.values(findings).every((count) => count === 0)

function summaryOf(report: Omit<RecordReport, 'first'>): string {
  const { sealed, rows, checkpoints, lastCheckpointAt } = report
  const until =
    lastCheckpointAt === null
      ? 'and no checkpoint'
      : `and ${checkpoints} checkpoint${checkpoints === 1 ? '' : 's'}, the last of ${lastCheckpointAt}`
  return `${isWhole(report) ? 'The record is whole' : 'The record is NOT whole'}: ${rows} rows, ${sealed} seals ${until}.`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  run().then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof StartFault ? error.message : String(error)}\n`)
      process.exit(1)
    },
  )
}

import { createReadStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SealingKey } from '../platform/sealing-key'
import { isSigned, type Checkpoint } from './record-chain'

/** No line is longer, by far. */
const tailBytes = 4_096

/** The file in the folder for checkpoints: one line of JSON each, only ever added to. */
const checkpointFile = (folder: string) => join(folder, 'record.jsonl')

/** Adds a line, and resolves once the disk has it. Makes the folder where it is not there. */
export async function appendCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(checkpointFile(folder), 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(size - 1, 0))
    // A power cut may have left half a line.
    const isHalf = size > 0 && buffer.toString() !== '\n'
    await file.writeFile(`${isHalf ? '\n' : ''}${JSON.stringify(checkpoint)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The number of the last line that this key signed; 0 where there is none. */
export async function lastNumber(folder: string, key: SealingKey): Promise<number> {
  const file = await open(checkpointFile(folder), 'r').catch(absent)
  if (file === null) return 0
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, Math.max(size - tailBytes, 0))
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n').map(parseCheckpoint)
    return lines.findLast((line) => line !== null && isSigned(key, line))?.number ?? 0
  } finally {
    await file.close()
  }
}

/** How long the file is now, in bytes; 0 where there is none. */
export async function checkpointsLength(folder: string): Promise<number> {
  return (await stat(checkpointFile(folder)).catch(absent))?.size ?? 0
}

/** Every whole line in turn, and whether it stands beyond so many bytes; none where there is no file. */
export async function* readCheckpoints(folder: string, length: number): AsyncGenerator<{ line: Checkpoint; isBeyond: boolean }> {
  if ((await checkpointsLength(folder)) === 0) return
  let read = 0
  for await (const text of createInterface({ input: createReadStream(checkpointFile(folder)), crlfDelay: Infinity })) {
    const line = parseCheckpoint(text)
    if (line !== null) yield { line, isBeyond: read >= length }
    read += Buffer.byteLength(text) + 1
  }
}

function parseCheckpoint(line: string): Checkpoint | null {
  try {
    const said = JSON.parse(line) as Partial<Checkpoint> | null
    const { number, n, seal, at, signature } = said ?? {}
    const isWhole =
      Number.isSafeInteger(number) && /^\d{1,18}$/.test(n ?? '') && [seal, at, signature].every((one) => typeof one === 'string')
    return isWhole ? (said as Checkpoint) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

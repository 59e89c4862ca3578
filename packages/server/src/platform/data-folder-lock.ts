import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartFault } from './start-fault'

interface DataFolderLock {
  release(): Promise<void>
}

/**
 * Takes the data folder for this process: two processes on one embedded database corrupt it.
 * A lock left by a process that is gone is taken over. Throws StartFault when another process holds it.
 */
export async function lockDataFolder(dataFolder: string): Promise<DataFolderLock> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const path = join(dataFolder, 'lock')
  const ours = JSON.stringify({ pid: process.pid, started: await startedAt(process.pid) })
  if (!(await create(path, ours))) {
    const held = await readFile(path, 'utf8').catch(absentAsEmpty)
    const holder = await livingHolder(held)
    if (holder !== undefined) throw heldBy(dataFolder, holder)
    await rm(path, { force: true })
    const created = await create(path, ours)
    // Two processes may take over the same stale lock at once; the later one wins and the earlier sees it here.
    await pause(150)
    const now = await readFile(path, 'utf8').catch(absentAsEmpty)
    if (!created || now !== ours) throw heldBy(dataFolder, (await livingHolder(now)) ?? 'another process')
  }
  return { release: () => rm(path, { force: true }) }
}

function heldBy(dataFolder: string, holder: number | string): StartFault {
  const who = holder === process.pid ? 'this process already' : typeof holder === 'number' ? `process ${holder}` : holder
  return new StartFault(
    `The data folder ${dataFolder} is in use by ${who}: stop that Kinplan first, or set KINPLAN_DATA to another folder.`,
  )
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(content)
    await file.close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function livingHolder(content: string): Promise<number | undefined> {
  const [, pidText, started] = /"pid":(\d+),"started":"(\d*)"/.exec(content) ?? []
  const pid = Number(pidText)
  if (!pid || !isAlive(pid)) return undefined
  // After a restart of the machine or container the number may belong to someone else; the start time then differs.
  const startedNow = await startedAt(pid)
  return started && startedNow && started !== startedNow ? undefined : pid
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Clock ticks from the machine's start to the process's, on Linux; empty elsewhere. */
async function startedAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function absentAsEmpty(error: unknown): string {
  if (codeOf(error) === 'ENOENT') return ''
  throw error
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

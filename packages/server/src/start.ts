import { constants, existsSync } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { endedSessions } from './access/identity.store'
import { keepSealing } from './access/seal-record'
import { checkKey, foundCouncil, isEmpty, type Founding } from './council/found-council.store'
import { createApollo } from './graphql/apollo'
import { checkAddress, listen, storyPageFor } from './graphql/listen'
import { sessionCookieFor } from './graphql/cookies'
import { keepSharingLimits, openLimits } from './graphql/limits'
import { openDoor, openFresh, type DoorParts, type Operate } from './graphql/operate'
import { checkRootFields } from './graphql/root-fields'
import { buildContract } from './graphql/schema'
import { hubName, openSockets } from './graphql/sockets'
import { trustDocuments } from './graphql/trusted-documents'
import manifest from './generated/manifest.json'
import { startOutbox } from './message/outbox'
import { readMeetingNow } from './meeting/meeting-now.store'
import { openMeetingsNow } from './meeting/read-for-all'
import { mountPages } from './pages/pages'
import { elsewhere } from './pages/visit'
import { openPost } from './private-time/post'
import { keepForgetting } from './private-time/retention'
import { openSearches } from './booking/searches'
import { keepTakingEffect } from './private-time/take-effect'
import type { Clock } from './platform/clock'
import type { Config } from './platform/config'
import { openDatabase, type Database } from './platform/database'
import { createHub } from './platform/hub'
import type { Logger } from './platform/logger'
import { openSealingKey, type SealingKey } from './platform/sealing-key'
import { StartFault } from './platform/start-fault'
import { fillWhole, isHalfFilled } from './platform/half-filled'

interface Running {
  /** What is printed once the server answers. */
  welcome: string
  /** Whose clock checks move, so that nobody waits for it. */
  database: Database
  /** Answers what is under way, then closes; a second call is the same as the first. */
  close(): Promise<void>
}

/** What the story is told through: doors at moments of its own choosing. */
export interface Telling {
  found(founding: Founding): Promise<void>
  doorAt(clock: Clock): Operate
  now: Date
  /** Nobody waits a minute for a story: it moves the database's clock, and sets it right again. */
  config: Config
  database: Database
}

/** Builds everything and listens. Throws StartFault, with one sentence that says what to do, when it cannot. */
export async function start(config: Config, clock: Clock, logger: Logger, trust = trustDocuments): Promise<Running> {
  await checkAddress(config)
  await makeDataFolder(config.dataFolder)
  const key = await openSealingKey(config)
  const database = await openDatabase(config, clock)
  try {
    await checkKey(database, key)
    const schema = await buildContract()
    checkRootFields(schema)
    const hub = createHub()
    const post = openPost(database)
    const searches = openSearches(config.projectRoot)
    const parts: DoorParts = {
      database,
      clock,
      key,
      schema,
      logger,
      address: config.address,
      appendEnvelopes: post.appendEnvelopes,
      relayHead: post.relayHead,
      takesRescueTry: post.takesRescueTry,
      searches,
      tell: async (meetingIds) => {
        for (const id of meetingIds) await database.publish(hubName.meeting(id))
      },
      tellEverybody: async (meetingIds) => {
        for (const id of meetingIds) await database.publish(hubName.everybody(id))
      },
      tellRooms: async (meetingIds) => {
        for (const id of meetingIds) await database.publish(hubName.rooms(id))
      },
      tellEnvelopes: (draftId) => database.publish(hubName.draft(draftId)),
    }
    const stopListening = database.listen(
      (said) => post.heard(said) || hub.wake(said),
      () => {
        hub.wakeAll()
        post.missed()
      },
    )
    const story = await loadStory(config, database, key, clock, (at) => openDoor({ ...parts, clock: at }))
    const operate = openDoor(parts)
    const trusted = trust(manifest)
    const apollo = createApollo(schema, operate)
    const cookie = sessionCookieFor(config.address)
    const limits = openLimits(config.proxies, cookie, key)
    await apollo.start()
    const server = await listen({
      config,
      logger,
      apollo,
      trusted,
      limits,
      cookie,
      formsLeadTo: new URL(elsewhere).origin,
      ready: () => database.transaction({}, () => Promise.resolve(true)).catch(() => false),
      pages: (app) =>
        mountPages(app, {
          operate,
          projectRoot: config.projectRoot,
          clock,
          cookie,
          storyPage: (request) => storyPageFor(config, request),
          met: limits.met,
        }),
    })
    const closeSockets = openSockets({
      server,
      schema,
      trusted,
      limits,
      cookie,
      fresh: openFresh(parts),
      hub,
      post,
      meetingsNow: openMeetingsNow((meetingId, sessions) => readMeetingNow(database, key, meetingId, sessions, clock.now())),
      logger,
      endedSessions: (sessions) => database.transaction({}, (tx) => endedSessions(tx, key, sessions, clock.now())),
    })
    const stopOutbox = startOutbox({ database, key, clock, folder: config.outbox, demo: config.demo, logger, tell: parts.tell })
    const stopForgetting = keepForgetting(database, logger)
    const stopSharing = keepSharingLimits(database, logger, limits.share)
    const stopTakingEffect = keepTakingEffect(parts)
    const stopSealing = keepSealing({ database, key, clock, logger, checkpoints: config.checkpoints })

    const closeAll = async () => {
      const drained = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closeSockets()
      await drained
      await apollo.stop()
      await stopForgetting()
      await stopSharing()
      await stopTakingEffect()
      await stopOutbox()
      await stopSealing()
      stopListening()
      await searches.close()
      await database.close()
    }
    let closing: Promise<void> | undefined
    return { welcome: welcome(config, database, story), database, close: () => (closing ??= closeAll()) }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Makes the data folder where it is not there; a setting that cannot be is said before any work. */
async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw new StartFault(`The data folder ${folder} cannot be used: set KINPLAN_DATA to a folder that this account may write to.`, {
      cause: error,
    })
  }
}

/** Loads the demo story into an empty database when asked for. It is built beside the server, which never imports it. */
async function loadStory(
  config: Config,
  database: Database,
  key: SealingKey,
  clock: Clock,
  doorAt: Telling['doorAt'],
): Promise<'loaded' | 'there' | 'none'> {
  const empty = await isEmpty(database)
  if (!empty && (await isHalfFilled(config)))
    throw new StartFault('The demo story was not loaded to its end in this database: set DATABASE_URL to an empty one.')
  if (!config.demo || !empty) return empty ? 'none' : 'there'
  const path = join(config.projectRoot, 'packages', 'testkit', 'dist', 'story.js')
  if (!existsSync(path)) return 'none'
  process.stdout.write('Loading the demo story ...\n')
  const { tellStory } = (await import(pathToFileURL(path).href)) as { tellStory(telling: Telling): Promise<unknown> }
  const found = (founding: Founding) => foundCouncil(database, key, founding)
  await fillWhole(config, () => tellStory({ found, doorAt, now: clock.now(), config, database }))
  return 'loaded'
}

function welcome(config: Config, database: Database, story: 'loaded' | 'there' | 'none'): string {
  const lines = [`Kinplan answers at ${config.address}`]
  if (story === 'none')
    lines.push(
      'There is no demo story here, and staff sign-in does not exist yet: nobody can sign in. Start an empty database with ' +
        'KINPLAN_DEMO=yes to try the story.',
    )
  else if (!config.demo)
    lines.push('The demo story is here, but choosing who to be is off: start with KINPLAN_DEMO=yes to be somebody of the story.')
  else lines.push(`Open it and choose who to be: a social worker, a coordinator, a supervisor, or somebody of a family.`)
  if (database.engine === 'embedded') {
    lines.push(
      `Data lies in ${config.dataFolder}. The embedded database is for trial: it may lose data in a power cut. For real ` +
        `families set DATABASE_URL (see README).`,
    )
  } else lines.push('Data lies in the PostgreSQL of DATABASE_URL.')
  lines.push(`Messages go to files in ${config.outbox}. Stop with Ctrl-C.`)
  return `${lines.join('\n')}\n`
}

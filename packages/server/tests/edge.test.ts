import { documentId } from '@kinplan/testkit/browser'
import { workers } from '@kinplan/testkit/cast'
import { runningServer, type RunningServer } from '@kinplan/testkit/running-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSocket } from './open-socket'
import { statementsOf } from './statements-of'

describe('what somebody without a right, or another site, tries at the edge', () => {
  let server: RunningServer

  beforeAll(async () => {
    server = await runningServer({ story: true })
  })
  afterAll(() => server.close())

  const faults = () => server.log.filter((line) => line.includes('fault'))

  it('uses no form and no change that a browser says another site sent, whether or not it says which', async () => {
    const post = (path: string, headers: Record<string, string>) =>
      fetch(server.address + path, { method: 'POST', redirect: 'manual', headers })
    for (const site of ['cross-site', 'same-site']) {
      for (const path of ['/leave', '/graphql', '/p/a-token', '/a/a-token'])
        expect([site, path, (await post(path, { 'sec-fetch-site': site })).status]).toEqual([site, path, 403])
    }
    expect((await post('/leave', { 'sec-fetch-site': 'same-origin' })).status).toBe(303)
    expect((await post('/leave', {})).status).toBe(303)
  })

  it('answers an operation that the document has not, and variables as deep as can be, with words of its own and no fault', async () => {
    const helen = await server.as(workers.helen.id)
    const before = faults().length
    const asked = { extensions: { documentId: documentId('Families') } }
    const unknown = await helen.door({ ...asked, operationName: 'Secrets', variables: { first: 1 } })
    expect(unknown).toMatchObject({ status: 400, errors: [{ extensions: { code: 'MALFORMED' } }] })
    expect(JSON.stringify(unknown)).not.toContain('Secrets')
    const sendsText = async (variables: string) => {
      const body = `{"extensions":{"documentId":"${documentId('Families')}"},"variables":${variables}}`
      const headers = { 'content-type': 'application/json', origin: server.address, cookie: `kinplan=${helen.session}` }
      const { errors } = (await (await fetch(`${server.address}/graphql`, { method: 'POST', headers, body })).json()) as {
        errors: { extensions: { code: string } }[]
      }
      return errors.map(({ extensions: { code } }) => code)
    }
    // Deeper than JavaScript can call itself.
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    // What is for sockets alone has no answer here.
    for (const variables of [{}, { meetingId: server.story?.osei.meetingId }])
      expect(await helen.door({ extensions: { documentId: documentId('Changed') }, variables })).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'MALFORMED' } }],
      })
    for (const variables of [`{"first":${deep}}`, `{"first":1,"other":${deep}}`, deep, '"all"'])
      expect(await sendsText(variables)).toEqual([expect.stringMatching(/^(MALFORMED|BAD_USER_INPUT|BAD_REQUEST)$/)])
    expect(faults().slice(before)).toEqual([])
  })

  it('tells nobody over a socket what was sent that does not fit', async () => {
    const helen = await server.as(workers.helen.id)
    const socket = await openSocket(server, helen.session)
    const subscribe = (id: string, variables: unknown) =>
      socket.send({ type: 'subscribe', id, payload: { query: '', extensions: { documentId: documentId('Changed') }, variables } })
    subscribe('object', { meetingId: { street: '12 Hidden Lane' } })
    subscribe('none', { street: '12 Hidden Lane' })
    await expect.poll(() => socket.frames.filter(({ type }) => type === 'complete').length).toBe(2)
    const said = JSON.stringify(socket.frames)
    expect(said.match(/BAD_USER_INPUT/g)).toHaveLength(2)
    expect(said).not.toContain('Hidden Lane')
    await socket.end()
  })

  it('ends a socket whose frame is too large, broken or no text, and writes nothing about it', async () => {
    const helen = await server.as(workers.helen.id)
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (const bytes of ['x'.repeat(300_000), Buffer.alloc(300_000, 255), '{', '{"type":"next","id":"1","payload":{}}']) {
      const socket = await openSocket(server, helen.session)
      socket.sendBytes(bytes)
      expect(await Promise.race([socket.closed, new Promise((resolve) => setTimeout(resolve, 3_000, 'open'))])).toBeGreaterThan(1000)
    }
    expect(written.mock.calls).toEqual([])
    written.mockRestore()
  })

  it('closes the sockets of a session that ends', async () => {
    const helen = await server.as(workers.helen.id)
    const other = await server.as(workers.helen.id)
    const [socket, stays] = [await openSocket(server, helen.session), await openSocket(server, other.session)]
    await helen.post('/leave', {})
    expect(await Promise.race([socket.closed, new Promise((resolve) => setTimeout(resolve, 3_000, 'open'))])).toBe(4403)
    expect(stays.isOpen()).toBe(true)
    await stays.end()
  })

  it('writes nothing down for a visitor who looks at links that are none, and asks for what is not theirs', async () => {
    const { records } = await statementsOf(async () => {
      for (let turn = 0; turn < 5; turn++) expect((await server.browser().get(`/p/none-${turn}`)).status).toBe(410)
      expect((await server.browser().get('/a/none')).status).toBe(410)
      expect((await server.browser().graphql('Meeting', { id: server.story?.osei.meetingId })).data).toEqual({ meeting: null })
    })
    expect(records).toBe(0)
    const looked = await statementsOf(async () => {
      const helen = await server.as(workers.helen.id)
      await helen.shows('Meeting', { id: server.story?.osei.meetingId })
    })
    expect(looked.records).toBeGreaterThan(0)
  })
})

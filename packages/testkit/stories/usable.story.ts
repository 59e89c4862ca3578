import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinBySquare, shareInAMinute } from '../checks/browser-steps-day'
import { becomeSomebody, becomeWorker, follow, openWindows, press, reads, write, type Windows } from '../checks/browser-windows'
import { usableTimeoutMs, walkLinks, whatLargeTextBreaks, whatStopsPeople } from '../checks/usable-page'
import { workers } from '../src/cast'
import { runningServer, type RunningServer } from '../src/running-server'

let server: RunningServer
let windows: Windows
let address = ''
const told = () => {
  if (server.story === null) throw new Error('The story was not told')
  return server.story
}

beforeAll(async () => {
  server = await runningServer({ story: true })
  address = server.config.address
  windows = await openWindows()
})
afterAll(async () => {
  await windows.close()
  await server.close()
})

const laptop = async (name: string): Promise<Page> => {
  const page = await windows.open('laptop')
  await becomeWorker(page, address, name)
  return page
}
const personOf = async (name: string): Promise<Page> => {
  const page = await windows.open('phone')
  await page.routeWebSocket('**/graphql', (line) => {
    const far = line.connectToServer()
    line.onMessage((words) => void (hanging.has(page) || far.send(words)))
    far.onMessage((words) => void (hanging.has(page) || line.send(words)))
  })
  await becomeSomebody(page, address, name)
  return page
}
/** The pages that the server does not answer any more. */
const hanging = new WeakSet<Page>()
/** A page of a family is also read on a phone by people who set their browser to large text. */
async function whatStopsFamilies(page: Page): Promise<string[]> {
  return [...(await whatLargeTextBreaks(page)), ...(await whatStopsPeople(page))]
}
/** Looks at every page that links lead to. */
async function everyPage(page: Page, start: string, whatStops = whatStopsPeople): Promise<{ pages: number; wrong: string[] }> {
  const wrong: string[] = []
  const pages = await walkLinks(page, start, async () => void wrong.push(...(await whatStops(page))))
  await page.context().close()
  return { pages: pages.length, wrong }
}

describe('every page can be used by everybody', { timeout: usableTimeoutMs }, () => {
  it('the check itself finds a field without a name and something too wide', async () => {
    const page = await windows.open('laptop')
    await page.goto(address)
    expect(await whatStopsPeople(page)).toEqual([])
    // The page as it was found clean, in other colours alone.
    await page.evaluate(
      `document.styleSheets[0].insertRule('main * { color: #ccc; background: #ddd }', document.styleSheets[0].cssRules.length)`,
    )
    expect((await whatStopsPeople(page)).join('\n')).toContain(': color-contrast: ')
    await page.evaluate(
      `document.querySelector('main').append(
        document.createElement('input'),
        Object.assign(document.createElement('p'), { id: 'wide', textContent: 'wide' }),
      )`,
    )
    await page.evaluate(`document.querySelector('#wide').style.inlineSize = '1400px'`)
    const found = await whatStopsPeople(page)
    expect(found.join('\n')).toContain(': label: ')
    expect(found.join('\n')).toContain('stick out sideways')
    await page.context().close()
  })

  it('the check of large text finds a column of letters, words cut off, and a top that fills the screen', async () => {
    const page = await windows.open('phone', { bypassCSP: true })
    await page.goto(address)
    const cut = 'inline-size: 5ch; overflow: hidden; white-space: nowrap'
    await page.addStyleTag({ content: `#column { inline-size: 1ch } #cut { ${cut} } header { min-block-size: 300px }` })
    await page.evaluate(`for (const id of ['column', 'cut']) {
      document.querySelector('main').append(Object.assign(document.createElement('p'), { id, textContent: 'You are here' }))
    }
    if (document.querySelector('header') === null) document.body.prepend(document.createElement('header'))`)
    const found = (await whatLargeTextBreaks(page)).join('\n')
    expect(found).toMatch(/“You are here” stands in \d+ lines/)
    expect(found).toContain('“You are here” is cut off')
    expect(found).toContain('the top of the page is 300 px tall')
    await page.context().close()
  })

  it('the coordinator’s pages', async () => {
    const { pages, wrong } = await everyPage(await laptop('Helen Okafor'), '/staff')
    expect(wrong).toEqual([])
    expect(pages).toBeGreaterThan(25)
  })

  it('the supervisor’s own pages', async () => {
    const page = await laptop('Ruth Jenkins')
    const { carter, hughes } = told()
    const wrong: string[] = []
    for (const path of [
      'team',
      `families/${carter.id}`,
      `families/${carter.id}/record`,
      `meetings/${carter.meetingId}/why`,
      `meetings/${carter.meetingId}/people`,
      `meetings/${hughes.meetingId}/plan`,
    ]) {
      await page.goto(`${address}/staff/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      wrong.push(...(await whatStopsPeople(page)))
    }
    expect(wrong).toEqual([])
    await page.context().close()
  })

  it.each(['Leanne Walsh', 'Sinead Walsh', 'Carys Hughes', 'Ama Osei'])('the pages of %s', async (name) => {
    const { pages, wrong } = await everyPage(await personOf(name), '/f/', whatStopsFamilies)
    expect(wrong).toEqual([])
    expect(pages).toBeGreaterThan(5)
  })

  it('the pages that work without JavaScript', async () => {
    const helen = await server.as(workers.helen.id)
    const link = (await helen.graphql('MakeSignInLink', { personId: told().hughes.people.carys })).data?.['makeSignInLink'] as {
      address: string
      spokenCode: string
    }
    const page = await windows.open('phone')
    const wrong: string[] = []
    const look = async () => void wrong.push(...(await whatStopsFamilies(page)))
    await page.goto(link.address)
    await look()
    await write(page, 'What is your code?', '00000000')
    await press(page, 'Open my page')
    await look()
    await write(page, 'What is your code?', link.spokenCode)
    await press(page, 'Open my page')
    await reads(page, 'Will you be there?')
    await look()
    await page.goto(`${address}/a/gone`)
    await look()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  it('private family time, sharing and answering', async () => {
    const helen = await laptop('Helen Okafor')
    await helen.goto(`${address}/staff/meetings/${told().osei.meetingId}/day`)
    await press(helen, 'Begin private family time')
    await press(helen.getByRole('dialog'), 'Every worker is leaving')
    await reads(helen, 'No worker can read what the family writes. Knock if you must.')
    const wrong = await whatStopsPeople(helen)
    const page = await personOf('Ama Osei')
    const look = async () => void wrong.push(...(await whatStopsFamilies(page)))
    await follow(page, 'Go to private family time')
    await look()
    await press(page, 'Start our plan')
    await page.getByRole('heading', { name: 'What your plan must make sure of' }).waitFor()
    await look()
    await follow(page, 'End private family time')
    await reads(page, 'They have 3 minutes to stop it.')
    await look()
    await follow(page, 'No, go on')
    await follow(page, 'Let another phone in')
    await page.getByRole('img', { name: 'A square for the camera of another phone' }).waitFor()
    await look()
    await follow(page, 'Back')
    const other = await personOf('Efua Mensah')
    await follow(other, 'Go to private family time')
    wrong.push(...(await whatStopsFamilies(other)))
    await joinBySquare(page, other, 'Efua Mensah')
    await leavesWithUnsavedWords(other)
    await follow(page, 'Back')
    await reads(page, 'Who is signed in')
    await look()
    await follow(page, /^A grown-up Kofi knows/)
    await press(page, 'Add a step')
    await write(page, 'What will happen?', 'Gran has breakfast with Kofi.')
    await look()
    await follow(page, 'Back to the whole plan')
    await look()
    await follow(page, 'Share our plan')
    await reads(page, 'Gran has breakfast with Kofi.')
    await look()
    await press(page, 'Yes, this is what we want to share')
    await look()
    await shareInAMinute(page, server)
    await reads(page, 'This is what you wrote')
    await look()
    await follow(page, 'End private family time')
    await look()
    await press(page, 'Yes, end private family time')
    await reads(page, 'Now everybody looks at it together.')
    await press(helen, 'Go on to agreeing the plan')
    await reads(helen, 'The family shows its plan.')
    await page.goto(`${address}/f/`)
    await follow(page, 'Look at the plan')
    await look()
    await follow(page, 'Say what you think of the plan')
    await look()
    expect(wrong).toEqual([])
    await page.context().close()
    await helen.context().close()
  })

  /** Words that are nowhere but here keep nobody on a page. */
  async function leavesWithUnsavedWords(page: Page): Promise<void> {
    let asked = 0
    page.on('dialog', (dialog) => {
      asked += 1
      void dialog.dismiss()
    })
    await follow(page, /^A grown-up Kofi knows/)
    await serverHangs(page)
    await press(page, 'Add a step')
    await write(page, 'What will happen?', 'Efua asks at church.')
    await reads(page, /^On this phone only|^Not connected/)
    await escapes(page)
    expect(asked).toBe(0)
    await page.context().close()
  }

  it('whoever is watched is gone at once, from each kind of page, before the server is asked', async () => {
    const helen = await server.as(workers.helen.id)
    const link = (await helen.graphql('MakeSignInLink', { personId: told().hughes.people.carys })).data?.['makeSignInLink'] as {
      address: string
    }
    for (const where of [link.address, `${address}/f/`, `${address}/f/promises`, `${address}/reply`]) {
      for (const stillLoading of [false, true]) {
        const page = where === link.address ? await windows.open('laptop') : await personOf('Carys Hughes')
        if (stillLoading) await serverHangs(page)
        await page.goto(where)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await serverHangs(page)
        await page.keyboard.press('Tab')
        expect(await page.evaluate('document.activeElement.textContent'), where).toContain('Leave this site')
        await escapes(page)
        await page.context().close()
      }
    }
  })

  it('when I can come and the reply need no mouse', async () => {
    const page = await personOf('Carys Hughes')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${address}/f/times/days`)
    await choose(page, page.getByRole('checkbox', { name: /^Weekday evenings/ }))
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    await go(page, page.getByRole('link', { name: 'Go on' }))
    await choose(page, page.getByRole('checkbox', { name: /^By phone/ }))
    await reads(page, 'Saved. Only Helen Okafor sees this.')
    await page.goto(`${address}/f/`)
    await go(page, page.getByRole('link', { name: 'Say if you can come' }))
    await choose(page, page.getByRole('radio', { name: 'Yes, I am coming' }))
    await choose(page, page.getByRole('radio', { name: /^By phone/ }))
    await go(page, page.getByRole('button', { name: 'Save my answer' }))
    await reads(page, 'You are coming')
    expect(await page.getByText('You are coming').first().isVisible()).toBe(true)
    await page.context().close()
  })
})

/** From here on the server never answers. */
async function serverHangs(page: Page): Promise<void> {
  hanging.add(page)
  for (const asked of ['**/leave', '**/graphql']) await page.route(asked, () => undefined)
}

/** Presses Escape three times, which leads to the weather. */
async function escapes(page: Page): Promise<void> {
  await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>The weather</h1>' }))
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape')
  await reads(page, 'The weather')
}

/** Presses Tab until this has the focus. */
async function reach(page: Page, control: Locator): Promise<void> {
  await control.first().waitFor()
  for (let presses = 0; presses < 80; presses++) {
    if ((await control.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${control.toString()}`)
}

async function go(page: Page, control: Locator): Promise<void> {
  await reach(page, control)
  await page.keyboard.press('Enter')
}

/** Of radios only one is a stop: the arrows lead to the others. */
async function choose(page: Page, answer: Locator): Promise<void> {
  if ((await answer.getAttribute('type')) === 'radio') {
    const group = page.locator(`input[name="${await answer.getAttribute('name')}"]`)
    await reach(page, group)
    for (let presses = 0; presses < 8 && !(await answer.and(page.locator(':focus')).count()); presses++)
      await page.keyboard.press('ArrowDown')
  } else await reach(page, answer)
  if (!(await answer.isChecked())) await page.keyboard.press('Space')
}

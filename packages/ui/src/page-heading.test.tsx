// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

afterEach(cleanup)
beforeEach(() => {
  vi.resetModules()
  window.scrollTo = () => undefined
})

async function pages() {
  const { usePageHeading } = await import('./page-heading')
  function Page({ path, title }: { path: string; title: string }) {
    return (
      <h1 ref={usePageHeading(path)} tabIndex={-1}>
        {title}
      </h1>
    )
  }
  const app = (path: string, title: string) => (
    <>
      <button>Leave this site</button>
      <Page key={title} path={path} title={title} />
    </>
  )
  const { rerender } = render(app('/promises', 'One moment'))
  return { show: (path: string, title: string) => rerender(app(path, title)) }
}
const focused = () => document.activeElement?.textContent

it('the first page, in whatever parts it comes, is read from its top', async () => {
  const { show } = await pages()
  show('/promises', 'Our promises')
  expect(document.activeElement).toBe(document.body)
  await userEvent.tab()
  expect(focused()).toBe('Leave this site')
})

it('what has the focus keeps it while the rest of its page comes', async () => {
  const { show } = await pages()
  await userEvent.tab()
  show('/promises', 'Our promises')
  expect(focused()).toBe('Leave this site')
})

it('another page is read from its heading', async () => {
  const { show } = await pages()
  await userEvent.click(screen.getByRole('button'))
  show('/help', 'I need help')
  expect(focused()).toBe('I need help')
  show('/help', 'Somebody rings you')
  expect(focused()).toBe('Somebody rings you')
})

import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'

let touched = false
let readPath: string | null = null
for (const done of ['keydown', 'pointerdown']) window.addEventListener(done, () => (touched = true), { capture: true })

/**
 * The heading that takes the focus when another page is shown, so that it is read from there.
 * The first page, in whatever parts it comes, is read as the browser reads any page, from its top: until somebody touches it nothing takes
 * the focus. When parts of the same page change, it stays where it is if that is still there.
 * `path`: which page this is. `keepsPlace`: the page stays where it is scrolled to.
 */
export function usePageHeading(path: string, keepsPlace?: () => boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const read = useEffectEvent(() => {
    const samePage = path === readPath
    readPath = path
    if (!touched || (samePage && document.activeElement !== document.body)) return
    heading.current?.focus({ preventScroll: true })
    if (!keepsPlace?.()) window.scrollTo({ top: 0 })
  })
  useLayoutEffect(() => read(), [path])
  return heading
}

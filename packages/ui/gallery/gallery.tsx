import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../src/look.css'
import { pseudoAsked } from '../src/pseudo-words'
import { FormParts } from './form-parts'
import { PagePart } from './page-part'
import { PictureParts } from './picture-parts'
import { PlainPage } from './plain-page'
import { SmallParts } from './small-parts'

const address = new URLSearchParams(window.location.search)
const pseudo = pseudoAsked(window.location.search)
document.body.className = [address.get('density') ?? 'roomy', address.has('plum') && 'plum-page'].filter(Boolean).join(' ')
document.documentElement.dir = pseudo === 'rtl' || address.get('dir') === 'rtl' ? 'rtl' : 'ltr'

const shown = {
  page: <PagePart pseudo={pseudo} />,
  forms: <FormParts />,
  small: <SmallParts />,
  pictures: <PictureParts />,
  plain: <PlainPage />,
}
type Shown = keyof typeof shown
const names = Object.keys(shown) as Shown[]
const asked = names.find((name) => name === address.get('show')) ?? 'page'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      {address.has('bare') ? (
        shown[asked]
      ) : (
        <>
          <nav className="side-nav" aria-label="Gallery">
            <ul>
              {names.flatMap((name) =>
                ['roomy', 'dense'].map((density) => (
                  <li key={name + density}>
                    <a
                      href={`?show=${name}&density=${density}`}
                      aria-current={name === asked && document.body.classList.contains(density) ? 'page' : undefined}
                    >
                      {name}, {density}
                    </a>
                  </li>
                )),
              )}
            </ul>
          </nav>
          {shown[asked]}
        </>
      )}
    </StrictMode>,
  )
}

import { createRoot } from 'react-dom/client'
import '@kinplan/ui/page.css'
import '@kinplan/ui/apps.css'
import '@kinplan/ui/parts.css'
import '@kinplan/ui/stones.css'
import { onThreeEscapes } from '@kinplan/ui/three-escapes'
import { FamilyApp } from './family-app'
import './family.css'
import { leaveSite } from './page/leave-site'
import { takeJoinFragment } from '@kinplan/private-draft/join-qr-code'

// Before anything else: the square's secret leaves the address and the history.
const qrCode = takeJoinFragment(location, history)
// The way out is open before the first page is drawn.
onThreeEscapes(leaveSite)

const root = document.getElementById('root')
if (root) createRoot(root).render(<FamilyApp qrCode={qrCode} />)

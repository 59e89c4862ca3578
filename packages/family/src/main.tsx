import { createRoot } from 'react-dom/client'
import '@kinplan/ui/page.css'
import '@kinplan/ui/parts.css'
import '@kinplan/ui/stones.css'
import { FamilyApp } from './family-app'
import './family.css'
import { takeJoinFragment } from '@kinplan/private-draft/join-qr-code'

// Before anything else: the square's secret leaves the address and the history.
const qrCode = takeJoinFragment(location, history)

const root = document.getElementById('root')
if (root) createRoot(root).render(<FamilyApp qrCode={qrCode} />)

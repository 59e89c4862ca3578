import { StrictMode } from 'react'
import { ApolloProvider } from '@apollo/client/react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import '@kinplan/ui/look.css'
import '@kinplan/ui/print.css'
import './staff.css'
import { createApollo } from './connection/apollo'
import { routes } from './routes'

const socket = new URL('/graphql', window.location.href)
socket.protocol = socket.protocol.replace('http', 'ws')
const client = createApollo({ graphql: '/graphql', socket: socket.href })
const router = createBrowserRouter(routes, { basename: '/staff' })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </StrictMode>,
  )
}

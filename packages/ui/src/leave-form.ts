import { onThreeEscapes } from './three-escapes'

// On the pages made by the server: gone at once, before anybody is asked. Where no script runs, the form itself does it.
const form = document.querySelector<HTMLFormElement>('form[data-elsewhere]')

if (form) {
  const leave = () => {
    document.documentElement.hidden = true
    void fetch(form.action, { method: 'POST', body: new URLSearchParams(), keepalive: true, redirect: 'manual' })
    location.replace(String(form.dataset['elsewhere']))
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    leave()
  })
  onThreeEscapes(leave)
}

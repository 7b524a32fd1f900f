/** Runs in the browser: parts marked data-live are fetched again and again, and forms are sent without leaving. */
export const script = `
const parts = () => [...document.querySelectorAll('[data-live]')]
const atEnd = () => innerHeight + scrollY >= document.body.scrollHeight - 160
async function refresh() {
  for (const part of parts()) {
    const answer = await fetch(part.dataset.live).catch(() => null)
    if (!answer || !answer.ok) continue
    const text = await answer.text()
    if (part.dataset.seen === text) continue
    const typing = part.contains(document.activeElement) && document.activeElement.matches('input[type=text]')
    if (typing && document.activeElement.value) continue
    const follow = part.classList.contains('chat') && atEnd()
    part.dataset.seen = text
    part.innerHTML = text
    if (follow) scrollTo(0, document.body.scrollHeight)
  }
}
function say(words) {
  let place = document.querySelector('#said')
  if (!place) {
    place = document.createElement('p')
    place.id = 'said'
    place.className = 'wrong'
    place.setAttribute('role', 'alert')
    document.querySelector('main').prepend(place)
  }
  place.textContent = words
  place.hidden = !words
}
addEventListener('submit', async (event) => {
  const form = event.target
  if (form.method !== 'post' || 'leave' in form.dataset) return
  event.preventDefault()
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new FormData(form, event.submitter),
    headers: { 'x-page': '1' },
  }).catch(() => null)
  if (!answer) return say('没有送到：模拟器已停下。')
  say(answer.ok ? '' : await answer.text())
  if (!answer.ok) return
  for (const input of form.querySelectorAll('input[type=text]:not([data-keep]), input[type=file]')) input.value = ''
  await refresh()
})
addEventListener('change', (event) => {
  if (event.target.matches('input[type=file]')) event.target.form.requestSubmit()
})
setInterval(() => { if (!document.hidden) refresh() }, 1500)
if (document.querySelector('.chat')) scrollTo(0, document.body.scrollHeight)
`

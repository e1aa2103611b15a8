'use strict'

// Keys for those who do not reach for the mouse. Everything works without them, by Tab and Enter.
{
  const rows = () => [...document.querySelectorAll('.row > a')]
  const focused = () => rows().findIndex(row => row.parentElement.contains(document.activeElement))

  const move = step => {
    const all = rows()
    const at = focused()
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step
    all[Math.max(0, Math.min(next, all.length - 1))]?.focus()
    return all.length > 0
  }

  const besides = step => {
    const all = [...document.querySelectorAll('.tabs a')]
    const at = all.indexOf(document.activeElement)
    all[at + step]?.focus()
    return at >= 0
  }

  const go = selector => {
    const target = document.querySelector(selector)
    target?.focus()
    target?.select?.()
    return target !== null
  }

  const showKeys = () => {
    document.getElementById('keys').showModal()
    return true
  }

  // Back to the search or the page of the inbox the message was opened from, when it was.
  const back = () => {
    const inbox = document.querySelector('.brand')
    const from = document.referrer === '' ? null : new URL(document.referrer)
    if (from?.origin === location.origin && from.pathname === inbox.pathname && location.pathname !== inbox.pathname) {
      history.back()
    } else {
      inbox.click()
    }
    return true
  }

  // Letters go by their place on the keyboard: j is there in a Russian layout, too.
  const letters = { KeyJ: () => move(1), KeyK: () => move(-1), KeyU: back }
  const signs = {
    ArrowDown: () => focused() >= 0 && move(1),
    ArrowUp: () => focused() >= 0 && move(-1),
    ArrowLeft: () => besides(-1),
    ArrowRight: () => besides(1),
    '/': () => go('#search'),
    '?': showKeys
  }

  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input:not([type=checkbox]), textarea, select, dialog')
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    const act = signs[event.key] ?? letters[event.code]
    if (act?.()) {
      event.preventDefault()
    }
  })

  document.getElementById('show-keys').addEventListener('click', showKeys)

  // Says that the page hears nothing any more; not for the moment in which another page is opened.
  const lost = document.getElementById('lost')
  let losing
  document.addEventListener('htmx:sseError', () => {
    losing ??= setTimeout(() => { lost.hidden = false }, 1000)
  })
  document.addEventListener('htmx:sseOpen', () => {
    clearTimeout(losing)
    losing = undefined
    lost.hidden = true
  })

  // A row that was deleted gives its focus to the row that took its place.
  let place = -1
  document.addEventListener('htmx:beforeSwap', () => { place = focused() })
  document.addEventListener('htmx:afterSwap', () => {
    const all = rows()
    if (place >= 0 && document.activeElement === document.body && all.length > 0) {
      all[Math.min(place, all.length - 1)].focus({ preventScroll: true })
    }
  })
}

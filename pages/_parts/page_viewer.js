const FIT = 100
const states = new WeakMap()

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value))
}

export default function (component) {
  const { data, parentElement, setStateValue } = component
  const find = (selector) => parentElement.querySelector(selector)
  const img = find("img"), svg = find("svg"), desk = find(".desk"), sheet = find(".sheet")
  const state = states.get(parentElement) ?? { page: data.startPage, zoom: FIT, shown: true }
  states.set(parentElement, state)

  if (state.url !== data.url) {
    Object.assign(state, { url: data.url, page: data.startPage, active: null, sent: null })
  }
  if (state.startPage !== data.startPage) {
    Object.assign(state, { startPage: data.startPage, page: data.startPage })
  }
  if (state.record !== data.record) {
    const isFirst = state.record === undefined
    Object.assign(state, { record: data.record, page: data.startPage, active: null, leads: !isFirst })
  }
  if (data.active !== state.sent) {
    state.sent = data.active
    choose(data.active)
  }
  state.page = clamp(state.page, 1, data.pages)

  function choose(key) {
    state.active = key
    const boxes = data.boxes.filter((box) => box.key === key)
    if (boxes.length && !boxes.some((box) => box.page === state.page)) state.page = boxes[0].page
    state.reveal = boxes.length > 0
  }

  function rectangle(box) {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect")
    const pad = 0.003
    rect.setAttribute("x", box.x0 - pad)
    rect.setAttribute("y", box.y0 - pad)
    rect.setAttribute("width", box.x1 - box.x0 + 2 * pad)
    rect.setAttribute("height", box.y1 - box.y0 + 2 * pad)
    rect.setAttribute("rx", "0.002")
    rect.setAttribute("tabindex", "-1")
    rect.setAttribute("role", "button")
    rect.setAttribute("aria-label", box.label)
    rect.dataset.key = box.key
    rect.classList.add(box.state)
    if (box.key === state.active) rect.classList.add("on")
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title")
    title.textContent = box.label
    rect.append(title)
    rect.onclick = () => pick(box.key)
    return rect
  }

  function pick(key) {
    state.active = key
    draw()
    window.dispatchEvent(new CustomEvent("matchbook:pick", { detail: key }))
    if (data.reportsPicks) setStateValue("picked", key)
  }

  function lead() {
    const tops = data.boxes.filter((box) => box.page === state.page).map((box) => box.y0)
    if (!state.leads || !tops.length || !sheet.clientHeight) return
    state.leads = false
    desk.scrollTo({ top: Math.min(...tops) * sheet.clientHeight - 24, behavior: "instant" })
  }

  function reveal() {
    lead()
    const box = data.boxes.find((b) => b.key === state.active && b.page === state.page)
    if (!state.reveal || !box || !sheet.clientHeight) return
    state.reveal = false
    const top = ((box.y0 + box.y1) / 2) * sheet.clientHeight - desk.clientHeight / 2
    const left = ((box.x0 + box.x1) / 2) * sheet.clientWidth - desk.clientWidth / 2
    desk.scrollTo({ top, left, behavior: "instant" })
  }

  function draw() {
    const src = `${data.url}${state.page}.png`
    if (img.getAttribute("src") !== src) {
      find(".trouble").hidden = true
      img.hidden = false
      img.src = src
    }
    img.alt = `Page ${state.page} of ${data.pages}`
    sheet.style.width = `${state.zoom}%`
    find(".where").textContent = `Page ${state.page} of ${data.pages}`
    find("[data-do=previous]").disabled = state.page <= 1
    find("[data-do=next]").disabled = state.page >= data.pages
    find("[data-do=boxes]").setAttribute("aria-pressed", String(state.shown))
    const visible = state.shown ? data.boxes.filter((box) => box.page === state.page) : []
    svg.replaceChildren(...visible.map(rectangle))
    reveal()
  }

  const actions = {
    previous: () => (state.page -= 1),
    next: () => (state.page += 1),
    boxes: () => (state.shown = !state.shown),
    out: () => (state.zoom = clamp(state.zoom / 1.25, 50, 400)),
    in: () => (state.zoom = clamp(state.zoom * 1.25, 50, 400)),
    fit: () => (state.zoom = FIT),
  }
  for (const button of parentElement.querySelectorAll("[data-do]")) {
    button.onclick = () => {
      actions[button.dataset.do]()
      state.page = clamp(state.page, 1, data.pages)
      draw()
    }
  }
  desk.onkeydown = (event) => {
    const key = { PageUp: "previous", PageDown: "next", "+": "in", "-": "out", 0: "fit" }[event.key]
    if (!key) return
    event.preventDefault()
    actions[key]()
    state.page = clamp(state.page, 1, data.pages)
    draw()
  }
  img.onload = reveal
  img.onerror = () => {
    img.hidden = true
    find(".trouble").hidden = false
  }
  state.onFocus && window.removeEventListener("matchbook:focus", state.onFocus)
  state.onFocus = (event) => {
    choose(event.detail)
    draw()
  }
  window.addEventListener("matchbook:focus", state.onFocus)
  draw()
  return () => window.removeEventListener("matchbook:focus", state.onFocus)
}

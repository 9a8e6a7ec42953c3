const FIT = 100
const SHOWN_THUMBS = 30
const OPEN_STATES = ["doubtful", "failed", "missing"]
const LEGIBLE_PX = 13
const states = new WeakMap()

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value))
}

/** A place of the upright page as it stands when the page is turned by `turn` degrees. */
function turned(x, y, turn) {
  return { 0: [x, y], 90: [1 - y, x], 180: [1 - x, 1 - y], 270: [y, 1 - x] }[turn]
}

function isElsewhere(event) {
  const [target] = event.composedPath()
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  if (document.querySelector("[role=dialog]")) return true
  return Boolean(target.closest?.("input, textarea, select, [contenteditable=true], canvas"))
}

function svgNode(tag) {
  return document.createElementNS("http://www.w3.org/2000/svg", tag)
}

function place(rect, box, pad = 0.003) {
  rect.setAttribute("x", box.x0 - pad)
  rect.setAttribute("y", box.y0 - pad)
  rect.setAttribute("width", Math.max(0, box.x1 - box.x0 + 2 * pad))
  rect.setAttribute("height", Math.max(0, box.y1 - box.y0 + 2 * pad))
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component
  const find = (selector) => parentElement.querySelector(selector)
  const img = find(".paper img"), svg = find(".marks"), desk = find(".desk"), sheet = find(".sheet")
  const paper = find(".paper"), strip = find(".strip"), viewer = find(".viewer")
  const fresh = { page: data.startPage, zoom: FIT, turn: 0, shown: true, ratio: 1.414 }
  const state = states.get(parentElement) ?? fresh
  states.set(parentElement, state)

  if (state.url !== data.url) {
    Object.assign(state, { url: data.url, page: data.startPage, active: null, sent: null, turn: 0, zoom: FIT })
    Object.assign(state, { strip: data.pages > 1 && data.thumbnails, isOwnZoom: false, point: null })
  }
  if (state.startPage !== data.startPage) {
    Object.assign(state, { startPage: data.startPage, page: data.startPage })
  }
  if (state.record !== data.record) {
    const isFirst = state.record === undefined
    Object.assign(state, { record: data.record, page: data.startPage, active: null, leads: !isFirst })
    state.asks = true
    if (!state.isOwnZoom) state.zoom = FIT
  }
  if (data.active !== state.sent) {
    state.sent = data.active
    choose(data.active)
  }
  state.page = clamp(state.page, 1, data.pages)

  /** Where a page's picture is; the key lets in whom the request does not name. */
  function address(page, ...wanted) {
    const asked = [...wanted, ...(data.access ? [`key=${data.access}`] : [])]
    return `${data.url}${page}.png${asked.length ? "?" : ""}${asked.join("&")}`
  }

  function boxOf(key) {
    const exact = data.boxes.filter((box) => box.key === key)
    if (exact.length || !key?.includes(".")) return exact
    const whole = key.slice(0, key.lastIndexOf("."))
    return data.boxes.filter((box) => box.key === whole)
  }

  function choose(key) {
    const boxes = boxOf(key)
    state.chosen = key
    state.active = boxes[0]?.key ?? key
    if (boxes.length && !boxes.some((box) => box.page === state.page)) state.page = boxes[0].page
    state.reveal = boxes.length > 0
    if (boxes.length && !state.isOwnZoom) follow(boxes.find((box) => box.page === state.page))
  }

  /** So large that the chosen value can be read, and so small that it is seen whole. */
  function follow(box) {
    if (!desk.clientWidth) return
    const row = data.boxes.find((b) => box.state === "cell" && box.key.startsWith(`${b.key}.`)) ?? box
    const high = (box.y1 - box.y0) * desk.clientWidth * state.ratio
    const legible = (LEGIBLE_PX / Math.max(high, 1)) * FIT
    const whole = (0.95 / Math.max(row.x1 - row.x0, 0.05)) * FIT
    state.zoom = clamp(Math.min(legible, whole), FIT, 200)
  }

  function rectangle(box) {
    const rect = svgNode("rect")
    place(rect, box)
    rect.setAttribute("rx", "0.002")
    rect.setAttribute("tabindex", "-1")
    rect.setAttribute("role", "button")
    rect.setAttribute("aria-label", box.label)
    rect.dataset.key = box.key
    rect.classList.add(box.state)
    if (box.key === state.active) rect.classList.add("on")
    const title = svgNode("title")
    title.textContent = box.label
    rect.append(title)
    rect.onclick = () => pick(box.key)
    return rect
  }

  /** Another click on a place that several fields were read from goes to the next of them. */
  function nextAt(key) {
    const sides = (box) => [box.page, box.x0, box.y0, box.x1, box.y1].join()
    const here = data.boxes.find((box) => box.key === key)
    const same = data.boxes.filter((box) => box.state !== "cell" && sides(box) === sides(here))
    const at = same.findIndex((box) => box.key === state.active)
    return at < 0 ? key : same[(at + 1) % same.length].key
  }

  function pick(clicked) {
    if (state.wasDragged) return
    const key = nextAt(clicked)
    state.active = state.chosen = key
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
    const [x, y] = turned((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, state.turn)
    const top = y * sheet.clientHeight - desk.clientHeight / 2
    const left = x * sheet.clientWidth - desk.clientWidth / 2
    desk.scrollTo({ top, left, behavior: "instant" })
  }

  function layOut() {
    const wide = (desk.clientWidth * state.zoom) / 100
    const isSideways = state.turn % 180 !== 0
    const high = isSideways ? wide / state.ratio : wide * state.ratio
    const [paperWide, paperHigh] = isSideways ? [high, wide] : [wide, high]
    Object.assign(sheet.style, { width: `${wide}px`, height: `${high}px` })
    Object.assign(paper.style, {
      width: `${paperWide}px`,
      height: `${paperHigh}px`,
      left: `${(wide - paperWide) / 2}px`,
      top: `${(high - paperHigh) / 2}px`,
      transform: `rotate(${state.turn}deg)`,
    })
  }

  function draw() {
    const src = address(state.page)
    if (img.getAttribute("src") !== src) {
      find(".trouble").hidden = true
      img.hidden = false
      img.src = src
      // Boxes on an empty sheet would say nothing.
      svg.style.visibility = img.complete ? "visible" : "hidden"
    }
    img.alt = `Page ${state.page} of ${data.pages}`
    find(".where").textContent = `Page ${state.page} of ${data.pages}`
    find("[data-do=previous]").disabled = state.page <= 1
    find("[data-do=next]").disabled = state.page >= data.pages
    find("[data-do=boxes]").setAttribute("aria-pressed", String(state.shown))
    find("[data-do=strip]").setAttribute("aria-pressed", String(state.strip))
    find("[data-do=strip]").hidden = data.pages < 2
    strip.hidden = !state.strip || data.pages < 2
    drawStrip()
    layOut()
    const own = data.boxes.filter((box) => box.page === state.page)
    const visible = own.filter((box) => (state.shown && box.state !== "cell") || box.key === state.active)
    const size = (box) => (box.x1 - box.x0) * (box.y1 - box.y0)
    visible.sort((one, other) => size(other) - size(one))
    svg.replaceChildren(...visible.map(rectangle))
    if (state.point?.page === state.page) {
      const rect = svgNode("rect")
      rect.classList.add("point")
      place(rect, state.point)
      svg.append(rect)
    }
    reveal()
    if (data.reportsPages && state.told !== state.page) {
      if (state.told !== undefined) setStateValue("page", state.page)
      state.told = state.page
    }
  }

  function drawStrip() {
    if (strip.hidden) return
    const first = clamp(state.page - SHOWN_THUMBS / 2, 1, Math.max(1, data.pages - SHOWN_THUMBS + 1))
    const doubts = new Set(data.boxes.filter((b) => OPEN_STATES.includes(b.state)).map((b) => b.page))
    const shape = `${data.url} ${first} ${data.pages}`
    if (state.stripShape !== shape) {
      state.stripShape = shape
      const pages = Array.from({ length: Math.min(SHOWN_THUMBS, data.pages) }, (_, n) => first + n)
      strip.replaceChildren(...pages.map(thumb))
    }
    for (const button of strip.children) {
      const page = Number(button.dataset.page)
      button.classList.toggle("doubt", doubts.has(page))
      if (page !== state.page) button.removeAttribute("aria-current")
      else if (button.getAttribute("aria-current") !== "page") {
        button.setAttribute("aria-current", "page")
        const top = button.offsetTop - strip.offsetTop
        if (top < strip.scrollTop || top > strip.scrollTop + strip.clientHeight - 90) {
          strip.scrollTop = top - strip.clientHeight / 3
        }
      }
    }
  }

  function thumb(page) {
    const button = document.createElement("button")
    const small = document.createElement("img")
    button.type = "button"
    button.dataset.page = page
    button.setAttribute("aria-label", `Page ${page}`)
    small.loading = "lazy"
    small.alt = ""
    small.src = address(page, "dpi=40")
    button.append(...(data.thumbnails ? [small] : []), String(page))
    button.onclick = () => turnTo(page)
    return button
  }

  function turnTo(page) {
    state.page = clamp(page, 1, data.pages)
    draw()
  }

  function zoom(factor) {
    state.isOwnZoom = true
    state.zoom = clamp(state.zoom * factor, 50, 400)
  }

  const actions = {
    previous: () => (state.page -= 1),
    next: () => (state.page += 1),
    strip: () => (state.strip = !state.strip),
    boxes: () => (state.shown = !state.shown),
    out: () => zoom(1 / 1.25),
    in: () => zoom(1.25),
    fit: () => Object.assign(state, { zoom: FIT, isOwnZoom: false }),
    turn: () => (state.turn = (state.turn + 90) % 360),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : viewer.requestFullscreen?.()),
  }
  function act(name) {
    actions[name]()
    state.page = clamp(state.page, 1, data.pages)
    draw()
  }
  const keys = {}
  for (const button of parentElement.querySelectorAll("[data-do]")) {
    button.onclick = () => act(button.dataset.do)
    keys[button.dataset.key] = button.dataset.do
  }
  desk.onkeydown = (event) => {
    const name = { PageUp: "previous", PageDown: "next" }[event.key]
    if (!name) return
    event.preventDefault()
    act(name)
  }

  function pageSpot(event) {
    const frame = sheet.getBoundingClientRect()
    const u = (event.clientX - frame.left) / frame.width, v = (event.clientY - frame.top) / frame.height
    return turned(u, v, (360 - state.turn) % 360).map((value) => clamp(value, 0, 1))
  }
  svg.onpointerdown = (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    const [x, y] = pageSpot(event)
    state.drag = { x, y, left: event.clientX, top: event.clientY, mark: null }
    state.wasDragged = false
  }
  svg.onpointermove = (event) => {
    const drag = state.drag
    if (!drag || data.readonly) return
    const moved = Math.hypot(event.clientX - drag.left, event.clientY - drag.top)
    if (!drag.mark && moved < 6) return
    if (!drag.mark) {
      svg.setPointerCapture(event.pointerId)
      drag.mark = svgNode("rect")
      drag.mark.classList.add("mark")
      svg.append(drag.mark)
      state.wasDragged = true
    }
    const [x, y] = pageSpot(event)
    drag.box = { x0: Math.min(x, drag.x), y0: Math.min(y, drag.y), x1: Math.max(x, drag.x), y1: Math.max(y, drag.y) }
    place(drag.mark, drag.box, 0)
  }
  svg.onpointerup = () => {
    const drag = state.drag
    state.drag = null
    if (!drag?.mark) return
    drag.mark.remove()
    setTriggerValue("marked", { page: state.page, key: state.chosen ?? null, ...drag.box })
    setTimeout(() => (state.wasDragged = false))
  }
  svg.onpointercancel = () => {
    state.drag?.mark?.remove()
    state.drag = null
  }

  img.onload = () => {
    svg.style.visibility = "visible"
    state.ratio = img.naturalHeight / img.naturalWidth
    layOut()
    reveal()
  }
  img.onerror = () => {
    img.hidden = true
    svg.replaceChildren()
    find(".trouble").hidden = false
  }

  state.stop?.()
  const onFocus = (event) => {
    choose(event.detail)
    draw()
  }
  const onPoint = (event) => {
    state.point = event.detail
    if (event.detail) state.page = event.detail.page
    draw()
  }
  const onKey = (event) => {
    const name = keys[event.key === "=" ? "+" : event.key]
    if (!name || isElsewhere(event)) return
    event.preventDefault()
    act(name)
  }
  const sizes = new ResizeObserver(() => layOut())
  sizes.observe(desk)
  const told = { "matchbook:focus": onFocus, "matchbook:point": onPoint, keydown: onKey }
  for (const [name, listener] of Object.entries(told)) window.addEventListener(name, listener)
  state.stop = () => {
    sizes.disconnect()
    for (const [name, listener] of Object.entries(told)) window.removeEventListener(name, listener)
  }
  draw()
  // What was told before this listened is told again.
  if (state.asks) window.dispatchEvent(new CustomEvent("matchbook:ask"))
  state.asks = false
  return () => state.stop()
}

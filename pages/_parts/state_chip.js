const ICONS = {
  sure: "M3 8.5 6.5 12 13 4.5",
  seen: "M1.5 8.5 5 12 10 5.5M7.5 12l6-7",
  doubtful: "M5.5 5.5a2.5 2.5 0 1 1 3.6 2.3C8.3 8.3 8 8.8 8 9.7M8 13v.01",
  missing: "M8 3v6.5M8 13v.01",
  failed: "M4 4l8 8M12 4l-8 8",
  changed: "M3 13l1-3.5L11 2.5l2.5 2.5L6.5 12z",
  empty: "M5 8h6",
}
const OPEN = ["doubtful", "failed", "missing"]

function element(tag, className, text) {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text) node.textContent = text
  return node
}

function fillChip(chip, state, word, title) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("viewBox", "0 0 16 16")
  svg.setAttribute("aria-hidden", "true")
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
  path.setAttribute("d", ICONS[state])
  svg.append(path)
  chip.replaceChildren(svg, word)
  chip.className = `chip ${state}`
  chip.title = title ?? ""
}

/** A small button that says its key. */
function keyedButton(label, key, title, onclick) {
  const button = element("button", "small", label)
  button.type = "button"
  button.title = title ?? ""
  if (key) button.append(element("kbd", "", key))
  button.onclick = onclick
  return button
}

/** Whether a key that was pressed belongs to a field, a dialog or a menu, not to the screen. */
function isTyping(event) {
  const [target] = event.composedPath()
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  if (document.querySelector("[role=dialog]")) return true
  return Boolean(target.closest?.("input, textarea, select, [contenteditable=true], canvas"))
}

function tell(name, detail) {
  window.dispatchEvent(new CustomEvent(`matchbook:${name}`, { detail }))
}

/** The piece of a page that `box` (page, x0…y1 as fractions) marks, as a picture. */
function snippet(url, box, most) {
  const frame = element("span", "snippet")
  const image = new Image()
  image.alt = ""
  image.onload = () => {
    const wide = image.naturalWidth, high = image.naturalHeight
    const pad = 0.3 * (box.y1 - box.y0) * high
    const left = box.x0 * wide - pad * 1.6, top = box.y0 * high - pad
    const width = (box.x1 - box.x0) * wide + pad * 3.2, height = (box.y1 - box.y0) * high + pad * 2
    const scale = Math.min(most.height / height, most.width / width, 1.6)
    Object.assign(frame.style, { width: `${width * scale}px`, height: `${height * scale}px` })
    Object.assign(image.style, {
      width: `${wide * scale}px`,
      marginLeft: `${-left * scale}px`,
      marginTop: `${-top * scale}px`,
    })
    frame.classList.add("there")
  }
  image.src = `${url}${box.page}.png`
  frame.append(image)
  return frame
}

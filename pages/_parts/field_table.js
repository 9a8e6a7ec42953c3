const ICONS = {
  sure: "M3 8.5 6.5 12 13 4.5",
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

function fillChip(chip, field) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("viewBox", "0 0 16 16")
  svg.setAttribute("aria-hidden", "true")
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
  path.setAttribute("d", ICONS[field.state])
  svg.append(path)
  chip.replaceChildren(svg, field.word)
  chip.title = field.note
}

function control(field) {
  const node = element(field.options.length ? "select" : "input")
  for (const [key, label] of field.options) {
    const option = element("option", "", label)
    option.value = key
    node.append(option)
  }
  if (!field.options.length) {
    node.placeholder = "Not found"
    node.autocomplete = "off"
    node.spellcheck = false
  }
  return node
}

/** A row that stays in the page while its field changes, so that typing is never disturbed. */
function makeRow(field, id, table) {
  const node = element("div")
  const label = element("label", "", field.label)
  label.htmlFor = id
  const input = control(field)
  input.id = id
  input.dataset.key = field.key
  const chip = element("span", "chip")
  const note = element("div")
  node.append(label, input, chip, note)
  const row = { node, input, key: field.key, shape: shapeOf(field) }
  let shown = ""

  row.update = (next) => {
    const isEditing = table.root.activeElement === input && input.value !== shown
    row.field = next
    shown = next.typed ?? next.value
    if (!isEditing) input.value = shown
    if ("readOnly" in input) input.readOnly = next.readonly
    else input.disabled = next.readonly
    input.classList.toggle("numeric", next.numeric)
    node.className = `row ${next.state}${next.error ? " refused" : ""}`
    fillChip(chip, next)
    note.textContent = next.error || next.note
    note.className = next.error ? "note error" : "note"
    note.hidden = !note.textContent
    if (next.error) note.setAttribute("role", "alert")
    else note.removeAttribute("role")
  }
  input.onfocus = () =>
    window.dispatchEvent(new CustomEvent("matchbook:focus", { detail: row.key }))
  input.onchange = () => {
    if (row.field.readonly || input.value === shown) return
    shown = input.value
    table.report({ key: row.key, text: input.value })
  }
  input.onkeydown = (event) => {
    if (event.key !== "Escape" && event.key !== "Enter") return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === "Escape") input.value = row.field.value
    else table.goOn(row.key, event.shiftKey ? -1 : 1)
  }
  return row
}

function shapeOf(field) {
  return JSON.stringify([field.key, field.label, field.options])
}

function makeTable(root) {
  const table = { root, rows: [] }
  table.find = (key) => table.rows.find((row) => row.key === key)
  table.goOn = (key, step) => {
    const order = step > 0 ? table.rows : [...table.rows].reverse()
    const from = order.findIndex((row) => row.key === key)
    const others = [...order.slice(from + 1), ...order.slice(0, from)]
    const goal = others.find((row) => OPEN.includes(row.field.state)) ?? others[0]
    goal?.input.focus()
    goal?.input.select?.()
  }
  table.update = (fields) => {
    const shapes = fields.map(shapeOf)
    if (shapes.join() !== table.rows.map((row) => row.shape).join()) {
      table.rows = fields.map((field, index) => makeRow(field, `field-${index}`, table))
      root.querySelector(".rows").replaceChildren(...table.rows.map((row) => row.node))
    }
    fields.forEach((field, index) => table.rows[index].update(field))
  }
  table.onPick = (event) => table.find(event.detail)?.input.focus()
  window.addEventListener("matchbook:pick", table.onPick)
  return table
}

const tables = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const table = tables.get(parentElement) ?? makeTable(parentElement)
  tables.set(parentElement, table)
  table.report = (edit) => setTriggerValue("edit", edit)
  table.update(data.fields)
  return () => {
    window.removeEventListener("matchbook:pick", table.onPick)
    tables.delete(parentElement)
  }
}

const SNIPPET = { width: 300, height: 30 }

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
  const detail = element("div", "detail")
  node.append(label, input, chip, detail)
  const row = { node, input, key: field.key, shape: shapeOf(field) }
  let shown = "", drawn = ""

  row.update = (next) => {
    const isEditing = table.root.activeElement === input && input.value !== shown
    row.field = next
    shown = next.typed ?? next.value
    if (!isEditing) input.value = shown
    if ("readOnly" in input) input.readOnly = next.readonly
    else input.disabled = next.readonly
    input.classList.toggle("numeric", next.numeric)
    node.className = `row ${next.state}${next.error ? " refused" : ""}${next.repeats ? " again" : ""}`
    input.title = next.value.length > 28 ? next.value : ""
    fillChip(chip, next.state, next.word, next.note)
    const told = JSON.stringify([next, table.data.url])
    if (told !== drawn) drawDetail(detail, next, row, table)
    drawn = told
  }
  input.onfocus = () => {
    table.active = row.key
    tell("focus", row.key)
  }
  input.onchange = () => {
    if (row.field.readonly || input.value === shown) return
    shown = input.value
    table.report({ key: row.key, text: input.value })
  }
  input.onkeydown = (event) => {
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.altKey && /^[1-9]$/.test(event.key)) {
      const chosen = row.choices?.[Number(event.key) - 1]
      if (!chosen) return
      chosen()
    } else if (event.key === "Escape") {
      if (input.value === row.field.value) input.blur()
      input.value = row.field.value
    } else if (event.key === "Enter") {
      const isLookedAt = !row.field.readonly && ["doubtful", "failed"].includes(row.field.state)
      if (input.value === shown && isLookedAt && step > 0) table.report({ key: row.key, seen: true })
      table.goOn(row.key, step)
    } else if (event.altKey && step) {
      table.goOn(row.key, step)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return row
}

/** What stands under a value: its piece of the page, why it is as it is, and what else it may be. */
function drawDetail(detail, field, row, table) {
  detail.replaceChildren()
  row.choices = []
  if (field.place) detail.append(snippet(table.data.url, field.place, SNIPPET))
  const said = field.error || field.note
  if (said) {
    const note = element("span", field.error ? "note error" : "note", said)
    if (field.error) note.setAttribute("role", "alert")
    detail.append(note)
  }
  if (field.original !== null && field.original !== undefined) {
    detail.append(element("span", "note", `First read: ${field.original || "nothing"}`))
  }
  const offers = field.readonly ? [] : [...field.mends, ...field.alternatives]
  for (const offer of offers) {
    const take = () => table.report({ key: row.key, text: offer.text })
    row.choices.push(take)
    const key = row.choices.length < 10 ? `Alt ${row.choices.length}` : ""
    const button = keyedButton(offer.label, key, offer.reason, take)
    if (field.mends.includes(offer)) button.classList.add("mend")
    if (offer.place) button.onmouseenter = () => tell("point", offer.place)
    if (offer.place) button.onmouseleave = () => tell("point", null)
    detail.append(button)
  }
  if (field.reasons.length) {
    const why = element("details")
    const list = element("ul")
    list.append(...field.reasons.map((reason) => element("li", "", reason)))
    why.append(element("summary", "", "Why this sure"), list)
    detail.append(why)
  }
  detail.hidden = !detail.childNodes.length
}

function shapeOf(field) {
  return JSON.stringify([field.key, field.label, field.options])
}

function makeTable(root) {
  const table = { root, rows: [], active: null }
  table.find = (key) => table.rows.find((row) => row.key === key)
  table.enter = (row) => {
    row.input.focus()
    row.input.select?.()
  }
  /** To the next field that needs a look; past the last one, out of the form. */
  table.goOn = (key, step) => {
    const order = step > 0 ? table.rows : [...table.rows].reverse()
    const from = order.findIndex((row) => row.key === key)
    const goal = order.slice(from + 1).find((row) => OPEN.includes(row.field.state))
    if (goal) return table.enter(goal)
    const earlier = order.slice(0, Math.max(0, from)).find((row) => OPEN.includes(row.field.state))
    if (earlier && step < 0) return table.enter(earlier)
    table.find(key)?.input.blur()
    if (step > 0) table.leave()
  }
  table.first = () => {
    const goal = table.rows.find((row) => OPEN.includes(row.field.state)) ?? table.rows[0]
    if (goal) table.enter(goal)
  }
  table.update = (data) => {
    table.data = data
    const shapes = data.fields.map(shapeOf)
    if (shapes.join() !== table.rows.map((row) => row.shape).join()) {
      table.rows = data.fields.map((field, index) => makeRow(field, `field-${index}`, table))
      root.querySelector(".rows").replaceChildren(...table.rows.map((row) => row.node))
    }
    data.fields.forEach((field, index) => table.rows[index].update(field))
    const isNew = table.record !== data.record
    table.record = data.record
    if (isNew && data.fields.some((field) => OPEN.includes(field.state))) {
      setTimeout(table.first, 60)
    }
  }
  table.onPick = (event) => {
    const row = table.find(event.detail)
    if (row) table.enter(row)
  }
  table.onAsk = () => {
    if (table.find(table.active)?.input === root.activeElement) tell("focus", table.active)
  }
  table.onKey = (event) => {
    if (event.key !== "f" || isTyping(event)) return
    event.preventDefault()
    table.first()
  }
  return table
}

const tables = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const table = tables.get(parentElement) ?? makeTable(parentElement)
  const isNew = !tables.has(parentElement)
  tables.set(parentElement, table)
  table.report = (edit) => setTriggerValue("edit", edit)
  table.leave = () => setTriggerValue("done", true)
  table.update(data)
  if (isNew) {
    window.addEventListener("matchbook:pick", table.onPick)
    window.addEventListener("matchbook:ask", table.onAsk)
    window.addEventListener("keydown", table.onKey)
  }
  return () => {
    window.removeEventListener("matchbook:pick", table.onPick)
    window.removeEventListener("matchbook:ask", table.onAsk)
    window.removeEventListener("keydown", table.onKey)
    tables.delete(parentElement)
  }
}

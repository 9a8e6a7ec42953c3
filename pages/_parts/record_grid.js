const STATE_EM = 6.7, TICK_EM = 1.9

function makeControl(column) {
  const node = element(column.kind === "choice" ? "select" : "input")
  for (const [key, label] of column.kind === "choice" ? column.options : []) {
    const option = element("option", "", label)
    option.value = key
    node.append(option)
  }
  if (column.kind !== "choice") {
    node.autocomplete = "off"
    node.spellcheck = false
  }
  return node
}

/** A cell that stays in the page while its value changes, so that typing is never disturbed. */
function makeCell(column, row, grid) {
  const node = element("td")
  const input = column.kind === "fixed" ? null : makeControl(column)
  const cell = { node, input, column, row }
  let shown = ""
  node.classList.toggle("numeric", column.numeric)
  if (input) node.append(input)

  cell.update = (data) => {
    const text = data.cells[column.key] ?? ""
    const error = data.errors[column.key] ?? ""
    node.className = `${column.numeric ? "numeric " : ""}${data.marks[column.key] ?? ""}${error ? " refused" : ""}`
    node.title = error || data.titles[column.key] || (text.length > 16 ? text : "")
    if (!input) {
      node.textContent = text
      return
    }
    const isEditing = grid.root.activeElement === input && input.value !== shown
    shown = text
    if (!isEditing) input.value = text
    if (grid.data.readonly) "readOnly" in input ? (input.readOnly = true) : (input.disabled = true)
    input.setAttribute("aria-label", `${column.label}, row ${row.place + 1}`)
  }
  if (!input) return cell
  input.onfocus = () => {
    grid.hold(row)
    grid.tell(row.data.boxes[column.key] ?? `${row.key}.${column.key}`)
  }
  input.onchange = () => {
    if (grid.data.readonly || input.value === shown) return
    shown = input.value
    grid.report({ kind: "typed", rows: [row.key], column: column.key, text: input.value })
  }
  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key]
    if (event.altKey && grid.act(event.code)) {
      // done
    } else if (event.altKey && /^[1-9]$/.test(event.key) && row.choices[Number(event.key) - 1]) {
      row.choices[Number(event.key) - 1]()
    } else if (event.key === "Escape") {
      if (input.value === shown) input.blur()
      input.value = shown
    } else if (event.key === "Enter" && grid.data.opens && input.value === shown) {
      grid.report({ kind: "open", rows: [row.key] })
    } else if (step && (column.kind !== "choice" || event.altKey || event.key === "Enter")) {
      grid.move(row, column.key, step, event.altKey)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return cell
}

function makeRow(data, place, grid) {
  const node = element("tr")
  const row = { node, key: data.key, data, place, cells: [], choices: [] }
  node.tabIndex = -1
  if (grid.data.actions.length) {
    const tick = element("input")
    tick.type = "checkbox"
    tick.setAttribute("aria-label", `Choose row ${place + 1}`)
    tick.onchange = () => {
      grid.ticked[tick.checked ? "add" : "delete"](row.key)
      node.classList.toggle("ticked", tick.checked)
      grid.offer()
    }
    const box = element("td", "tick")
    box.append(tick)
    node.append(box)
    row.tick = tick
  }
  if (grid.hasStates) {
    row.chip = element("span", "chip")
    const box = element("td", "state")
    box.append(row.chip)
    node.append(box)
  }
  row.cells = grid.data.columns.map((column) => makeCell(column, row, grid))
  node.append(...row.cells.map((cell) => cell.node))
  row.more = element("tr", "more")
  const told = element("td")
  told.colSpan = 99
  row.more.append(told)
  node.onclick = (event) => {
    if (event.target.closest("input, select")) return
    grid.hold(row)
    grid.tell(row.key)
    node.focus()
  }
  node.ondblclick = () => grid.data.opens && grid.report({ kind: "open", rows: [row.key] })
  row.update = (next) => {
    row.data = next
    row.cells.forEach((cell) => cell.update(next))
    if (row.chip && next.state) fillChip(row.chip, next.state, next.word, next.note)
    row.choices = next.mends.map((mend) => () => {
      const at = mend.text.indexOf("=")
      const [column, text] = [mend.text.slice(0, at), mend.text.slice(at + 1)]
      grid.report({ kind: "typed", rows: [row.key], column, text })
    })
    const said = [...Object.values(next.errors), next.note].filter(Boolean).join(" ")
    told.replaceChildren(
      element("span", Object.keys(next.errors).length ? "note error" : "note", said),
      ...(grid.data.readonly ? [] : next.mends).map((mend, n) => {
        const button = keyedButton(mend.label, `Alt ${n + 1}`, mend.reason, row.choices[n])
        button.classList.add("mend")
        return button
      }),
    )
    row.more.hidden = !said && !next.mends.length
    row.more.classList.toggle("refused", Object.keys(next.errors).length > 0)
  }
  return row
}

function makeGrid(root) {
  const find = (selector) => root.querySelector(selector)
  const grid = { root, rows: [], ticked: new Set(), held: null, shape: "" }
  grid.find = (key) => grid.rows.find((row) => row.key === key)
  grid.tell = (key) => {
    grid.told = key
    tell("focus", key)
  }
  grid.onAsk = () => {
    if (grid.root.activeElement && grid.told) grid.tell(grid.told)
  }

  grid.hold = (row) => {
    grid.held = row.key
    for (const other of grid.rows) {
      other.node.classList.toggle("held", other === row)
      other.more.classList.toggle("held", other === row)
    }
    grid.offer()
  }
  /** Into sight: in the table's own frame first, so that the screen moves as little as it can. */
  grid.show = (row) => {
    const frame = find(".frame"), above = find("thead").offsetHeight
    const top = row.node.offsetTop - above, bottom = row.node.offsetTop + row.node.offsetHeight
    const isSeen = top >= frame.scrollTop && bottom <= frame.scrollTop + frame.clientHeight - 34
    if (!isSeen) frame.scrollTop = top - (frame.clientHeight - above) / 2
    row.node.scrollIntoView({ block: "nearest" })
  }
  grid.enter = (row, column) => {
    const cells = row.cells.filter((cell) => cell.input)
    const cell = cells.find((found) => found.column.key === column) ?? cells[0]
    grid.show(row)
    if (!cell) {
      grid.hold(row)
      grid.tell(row.key)
      return row.node.focus({ preventScroll: true })
    }
    cell.input.focus({ preventScroll: true })
    cell.input.select?.()
  }
  grid.move = (row, column, step, isOpenOnly) => {
    const order = step > 0 ? grid.rows : [...grid.rows].reverse()
    const after = order.slice(order.indexOf(row) + 1)
    const goal = isOpenOnly ? after.find((other) => OPEN.includes(other.data.state)) : after[0]
    if (goal) grid.enter(goal, column)
  }
  grid.first = () => {
    const goal = grid.rows.find((row) => OPEN.includes(row.data.state)) ?? grid.rows[0]
    if (!goal) return
    const marked = grid.data.columns.find((c) => OPEN.includes(goal.data.marks[c.key]))
    grid.enter(goal, marked?.key)
  }
  grid.chosen = () => {
    const ticked = grid.rows.filter((row) => grid.ticked.has(row.key)).map((row) => row.key)
    return ticked.length ? ticked : grid.find(grid.held) ? [grid.held] : []
  }
  grid.isPossible = (action) => {
    const count = grid.chosen().length
    return { none: true, one: count === 1, some: count > 0, several: count > 1 }[action.takes]
  }
  grid.take = (action) => {
    if (!grid.isPossible(action)) return
    grid.report({ kind: "action", column: action.name, rows: grid.chosen() })
    grid.ticked.clear()
  }
  grid.act = (code) => {
    const action = grid.data.actions.find((found) => found.key && code === `Key${found.key}`)
    if (action) grid.take(action)
    return Boolean(action)
  }
  grid.offer = () => {
    find(".actions").replaceChildren(
      ...grid.data.actions.map((action) => {
        const key = action.key ? `Alt ${action.key}` : ""
        const button = keyedButton(action.label, key, action.help, () => grid.take(action))
        button.disabled = !grid.isPossible(action)
        return button
      }),
    )
  }
  grid.update = (data) => {
    grid.data = data
    grid.hasStates = data.rows.some((row) => row.state)
    const shape = JSON.stringify([
      data.columns,
      data.rows.map((row) => row.key),
      data.actions.length > 0,
      grid.hasStates,
    ])
    if (shape !== grid.shape) build(data)
    grid.shape = shape
    data.rows.forEach((row, place) => grid.rows[place].update(row))
    drawFoot(data)
    grid.offer()
    if (data.active !== grid.sent) {
      grid.sent = data.active
      const row = grid.find(data.active)
      if (row) {
        grid.hold(row)
        grid.show(row)
        grid.tell(row.key)
      }
    }
  }

  function build(data) {
    const active = grid.root.activeElement
    const before = grid.rows.find((row) => row.cells.some((cell) => cell.input === active))
    const column = before?.cells.find((cell) => cell.input === active)?.column.key
    const ems = [
      ...(data.actions.length ? [TICK_EM] : []),
      ...(grid.hasStates ? [STATE_EM] : []),
      ...data.columns.map((c) => c.width),
    ]
    const heads = [
      ...(data.actions.length ? [""] : []),
      ...(grid.hasStates ? ["State"] : []),
      ...data.columns.map((c) => c.label),
    ]
    const total = ems.reduce((sum, em) => sum + em, 0)
    find("table").style.minWidth = `${total}em`
    find("table").setAttribute("aria-label", data.label)
    find("colgroup").replaceChildren(
      ...ems.map((em) => {
        const col = element("col")
        col.style.width = `${em}em`
        return col
      }),
    )
    const head = element("tr")
    const offset = heads.length - data.columns.length
    head.append(
      ...heads.map((label, n) => {
        const cell = element("th", data.columns[n - offset]?.numeric ? "numeric" : "", label)
        cell.title = data.columns[n - offset]?.help || label
        return cell
      }),
    )
    find("thead").replaceChildren(head)
    grid.ticked = new Set([...grid.ticked].filter((key) => data.rows.some((r) => r.key === key)))
    grid.rows = data.rows.map((row, place) => makeRow(row, place, grid))
    find("tbody").replaceChildren(...grid.rows.flatMap((row) => [row.node, row.more]))
    if (!grid.rows.length) {
      const told = element("td", "empty", data.empty)
      told.colSpan = 99
      const line = element("tr")
      line.append(told)
      find("tbody").append(line)
    }
    for (const row of grid.rows) {
      if (!row.tick) continue
      row.tick.checked = grid.ticked.has(row.key)
      row.node.classList.toggle("ticked", row.tick.checked)
    }
    const held = grid.find(before?.key ?? grid.held)
    if (!held) return
    grid.hold(held)
    // An action such as a split made other rows: the cursor stays where it was.
    if (before) setTimeout(() => grid.enter(held, column))
  }

  function drawFoot(data) {
    const line = element("tr")
    const ahead = (data.actions.length ? 1 : 0) + (grid.hasStates ? 1 : 0)
    for (let n = 0; n < ahead; n += 1) line.append(element("td"))
    line.append(
      ...data.columns.map((c) => element("td", c.numeric ? "numeric" : "", data.footer[c.key])),
    )
    find("tfoot").replaceChildren(...(Object.keys(data.footer).length ? [line] : []))
  }

  grid.onPick = (event) => {
    const row = grid.rows.find(
      (r) => r.key === event.detail || Object.values(r.data.boxes).includes(event.detail),
    )
    if (!row) return grid.report({ kind: "pick", rows: [event.detail] })
    const column = Object.keys(row.data.boxes).find((k) => row.data.boxes[k] === event.detail)
    grid.enter(row, column)
    if (row.key === event.detail) grid.tell(row.key)
  }
  grid.onKey = (event) => {
    const [target] = event.composedPath()
    if (grid.root.contains(target) && event.key === "Enter" && target.tagName === "TR") {
      const row = grid.rows.find((found) => found.node === target)
      if (row && grid.data.opens) grid.report({ kind: "open", rows: [row.key] })
      return
    }
    if (grid.root.contains(target) && target.tagName === "TR" && !event.altKey) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const row = grid.rows.find((found) => found.node === target)
      if (step && row) {
        event.preventDefault()
        return grid.move(row, undefined, step, false)
      }
    }
    if (event.altKey && !event.ctrlKey && !document.querySelector("[role=dialog]")) {
      if (grid.act(event.code)) event.preventDefault()
      return
    }
    if (event.key !== "f" || isTyping(event)) return
    event.preventDefault()
    grid.first()
  }
  return grid
}

const grids = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const isNew = !grids.has(parentElement)
  const grid = grids.get(parentElement) ?? makeGrid(parentElement)
  grids.set(parentElement, grid)
  grid.report = (event) => setTriggerValue("event", event)
  grid.update(data)
  if (isNew) {
    window.addEventListener("matchbook:pick", grid.onPick)
    window.addEventListener("matchbook:ask", grid.onAsk)
    window.addEventListener("keydown", grid.onKey)
  }
  return () => {
    window.removeEventListener("matchbook:pick", grid.onPick)
    window.removeEventListener("matchbook:ask", grid.onAsk)
    window.removeEventListener("keydown", grid.onKey)
    grids.delete(parentElement)
  }
}

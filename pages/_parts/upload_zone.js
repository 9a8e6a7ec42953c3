// Files go to the API one request each, three at a time, straight from the disk of the reader.
// What is on its way belongs to the tab, not to this screen: leaving it and coming back loses nothing.
const AT_ONCE = 3
const SKIPPED = /^(\.|Thumbs\.db$|desktop\.ini$|~\$)/i
const tab = (window.__matchbookUploads ??= { jobs: [], next: 1, views: new Set() })

function sized(bytes) {
  const units = ["B", "kB", "MB", "GB"]
  let value = bytes, unit = 0
  while (value >= 999.5 && unit < 3) { value /= 1000; unit += 1 }
  return `${unit && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}

function lasting(seconds) {
  if (!isFinite(seconds)) return ""
  return seconds < 60 ? ` · ${Math.max(1, Math.round(seconds))} s left` : ` · ${Math.round(seconds / 60)} min left`
}

function changed(done) {
  for (const view of tab.views) view(done)
}

function add(files, settings) {
  for (const file of files) {
    if (SKIPPED.test(file.name)) continue
    const job = { id: tab.next++, file, name: file.name, size: file.size, kind: settings.kind, url: settings.url, key: settings.key, state: "waits", sent: 0 }
    if (file.size > settings.most) {
      refuse(job, `It has ${sized(file.size)}; files may have up to ${sized(settings.most)}.`)
    } else if (!file.size) {
      refuse(job, "It is empty.")
    }
    tab.jobs.push(job)
  }
  go()
}

function refuse(job, message, hint = "") {
  Object.assign(job, { state: "refused", said: `${message} ${hint}`.trim() })
}

function go() {
  const busy = tab.jobs.filter((job) => job.state === "sends" || job.state === "checks").length
  tab.jobs.filter((job) => job.state === "waits").slice(0, Math.max(0, AT_ONCE - busy)).forEach(send)
  changed(false)
}

function send(job) {
  const request = new XMLHttpRequest(), form = new FormData()
  form.append("kind", job.kind)
  if (job.password) form.append("password", job.password)
  form.append("file", job.file, job.name)
  delete job.password
  Object.assign(job, { state: "sends", sent: 0, began: performance.now(), request })
  request.upload.onprogress = (event) => {
    job.sent = event.lengthComputable ? event.loaded / event.total : 0
    if (job.sent >= 1) job.state = "checks"
    changed(false)
  }
  request.onload = () => { answered(job, request); next() }
  request.onerror = () => { refuse(job, "The connection broke off.", "Nothing of it was taken in."); job.again = true; next() }
  request.onabort = () => next()
  request.open("POST", job.url)
  if (job.key) request.setRequestHeader("X-Matchbook-Key", job.key)
  request.send(form)
}

function next() {
  changed(true)
  go()
}

function answered(job, request) {
  let told = {}
  try { told = JSON.parse(request.responseText) } catch { /* a proxy's page: its status says enough */ }
  const error = told.error ?? { code: "", message: `The server answered ${request.status}.`, hint: "" }
  delete job.request
  if (request.status === 202) {
    tab.jobs = tab.jobs.filter((other) => other !== job)
  } else if (error.code === "duplicate_upload") {
    Object.assign(job, { state: "known", said: error.message, upload: told.upload_id, deleted: told.is_deleted })
  } else if (error.code === "password_needed" || error.code === "password_wrong") {
    Object.assign(job, { state: "asks", said: `${error.message} ${error.code === "password_wrong" ? error.hint : ""}`.trim() })
  } else {
    refuse(job, error.message, error.hint)
    job.again = request.status >= 500
  }
}

function drop(job) {
  job.request?.abort()
  tab.jobs = tab.jobs.filter((other) => other !== job)
  go()
}

async function filesOf(items) {
  const found = []
  async function walk(entry) {
    if (!entry || SKIPPED.test(entry.name)) return
    if (entry.isFile) found.push(await new Promise((give, fail) => entry.file(give, fail)))
    if (!entry.isDirectory) return
    const reader = entry.createReader()
    for (;;) {
      const some = await new Promise((give, fail) => reader.readEntries(give, fail))
      if (!some.length) return
      for (const child of some) await walk(child)
    }
  }
  // An item is gone after the first pause, so all are asked before.
  const dropped = [...items].filter((item) => item.kind === "file")
  const entries = dropped.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile())
  for (const entry of entries) entry instanceof File ? found.push(entry) : await walk(entry)
  return found
}

window.__matchbookLeaving ??= window.addEventListener("beforeunload", (event) => {
  if (tab.jobs.some((job) => ["waits", "sends", "checks"].includes(job.state))) event.preventDefault()
}) ?? true

const STATES = { waits: "Waits", checks: "Received, being looked at …", refused: "Not taken in", known: "Already here", asks: "Password needed" }

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const find = (selector) => parentElement.querySelector(selector)
  const zone = find(".zone"), list = find(".jobs"), sum = find(".sum")
  const settings = { url: data.url, key: data.key, most: data.mostBytes, kind: data.kind }
  let told = null

  find(".limit").textContent = `up to ${sized(data.mostBytes)} each`
  for (const name of ["files", "folder"]) {
    const input = find(`input.${name}`)
    find(`[data-pick=${name}]`).onclick = () => input.click()
    input.onchange = () => { add([...input.files], settings); input.value = "" }
  }
  zone.ondragover = (event) => { event.preventDefault(); zone.classList.add("over") }
  zone.ondragleave = () => zone.classList.remove("over")
  zone.ondrop = async (event) => {
    event.preventDefault()
    zone.classList.remove("over")
    add(await filesOf(event.dataTransfer.items), settings)
  }

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  function button(text, act, properties = {}) {
    return element("button", { type: "button", textContent: text, onclick: act, ...properties })
  }

  function stateOf(job) {
    if (job.state !== "sends") return STATES[job.state]
    const seconds = (performance.now() - job.began) / 1000
    return `Sending ${Math.floor(100 * job.sent)} %${lasting((seconds / job.sent) * (1 - job.sent))}`
  }

  /** The server takes one word at a time from here: what only refreshes must not push it aside. */
  function ask(what, job) {
    drop(job)
    clearTimeout(told)
    setTriggerValue(what, job.upload)
  }

  function row(job) {
    const does = element("div", { className: "does" })
    if (job.state === "known") {
      does.append(job.deleted
        ? button("Restore it", () => ask("restore", job), { className: "main" })
        : button("Open it", () => ask("open", job), { className: "main" }))
    }
    if (job.again) does.append(button("Try again", () => { Object.assign(job, { state: "waits", said: "", again: false }); go() }))
    const isOn = ["waits", "sends", "checks"].includes(job.state)
    does.append(button(isOn ? "Cancel" : job.state === "asks" ? "Leave it out" : "Dismiss", () => drop(job), { ariaLabel: `${isOn ? "Cancel" : "Dismiss"} ${job.name}` }))
    const name = element("div", { className: "name", title: job.name }, job.name, element("span", { className: "size", textContent: sized(job.size) }))
    const bar = element("div", { className: "bar" }, element("div", { className: "state" }))
    if (isOn) bar.append(element("progress", { max: 1, ariaLabel: `${job.name} sent` }))
    const line = element("li", { className: job.state }, name, bar, does)
    if (job.said) line.append(element("div", { className: "said", textContent: job.said }))
    if (job.state === "asks") line.append(passwordOf(job))
    line.dataset.key = `${job.id} ${job.state} ${job.said ?? ""}`
    return line
  }

  function passwordOf(job) {
    const field = element("input", { type: "password", autocomplete: "off", placeholder: "Password that opens the PDF" })
    field.setAttribute("aria-label", `Password that opens ${job.name}`)
    const locked = tab.jobs.filter((other) => other.state === "asks")
    const others = element("input", { type: "checkbox" })
    const form = element("form", {}, field, element("button", { type: "submit", className: "main", textContent: "Unlock" }))
    if (locked.length > 1) form.append(element("label", {}, others, " Try it on the other locked files too"))
    form.onsubmit = (event) => {
      event.preventDefault()
      for (const one of others.checked ? locked : [job]) Object.assign(one, { state: "waits", said: "", password: field.value })
      field.value = ""
      go()
    }
    return form
  }

  function draw() {
    const kept = new Map([...list.children].map((line) => [line.dataset.key, line]))
    const lines = tab.jobs.map((job) => kept.get(`${job.id} ${job.state} ${job.said ?? ""}`) ?? row(job))
    if (lines.length !== list.children.length || lines.some((line, index) => line !== list.children[index])) list.replaceChildren(...lines)
    tab.jobs.forEach((job, index) => {
      lines[index].querySelector(".state").textContent = stateOf(job)
      const bar = lines[index].querySelector("progress")
      if (bar && job.state === "sends") bar.value = job.sent
    })
    const on = tab.jobs.filter((job) => ["waits", "sends", "checks"].includes(job.state))
    sum.hidden = on.length < 2
    if (on.length > 1) sum.textContent = `${on.length} files on their way. You may go to another screen meanwhile.`
  }

  function view(isDone) {
    draw()
    if (!isDone) return
    clearTimeout(told)
    told = setTimeout(() => setTriggerValue("came", Date.now()), 250)
  }

  tab.views.clear()
  tab.views.add(view)
  draw()
  return () => { tab.views.delete(view); clearTimeout(told) }
}

const sheets = new WeakMap()

export default function (component) {
  const { data, parentElement } = component
  const dialog = parentElement.querySelector("dialog")
  parentElement.querySelector(".groups").replaceChildren(
    ...data.groups.map(([title, keys]) => {
      const group = element("section")
      const list = element("dl")
      list.append(...keys.flatMap(([key, what]) => [element("dt", "", key), element("dd", "", what)]))
      group.append(element("h2", "", title), list)
      return group
    }),
  )
  parentElement.querySelector(".open").onclick = () => dialog.showModal()
  parentElement.querySelector(".close").onclick = () => dialog.close()
  dialog.onclick = (event) => event.target === dialog && dialog.close()
  sheets.get(parentElement)?.()
  const onKey = (event) => {
    if (event.key !== "?" || isTyping(event)) return
    event.preventDefault()
    if (dialog.open) dialog.close()
    else dialog.showModal()
  }
  window.addEventListener("keydown", onKey)
  const stop = () => window.removeEventListener("keydown", onKey)
  sheets.set(parentElement, stop)
  return stop
}

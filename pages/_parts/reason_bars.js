function element(tag, className, text) {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text) node.textContent = text
  return node
}

export default function ({ data, parentElement }) {
  const rows = data.reasons.map((reason) => {
    const row = element("div", reason.score < 0 ? "reason against" : "reason")
    row.setAttribute("role", "listitem")
    const track = element("div", "track")
    track.title = `${reason.score < 0 ? "Speaks against" : "Speaks for"} it: ${Math.round(Math.abs(reason.score) * 100)} of 100`
    const bar = element("i")
    bar.style.width = `${Math.max(2, Math.abs(reason.score) * 100)}%`
    track.append(bar)
    row.append(element("span", "name", reason.name), track, element("span", "words", reason.evidence))
    return row
  })
  parentElement.querySelector(".reasons").replaceChildren(...rows)
}

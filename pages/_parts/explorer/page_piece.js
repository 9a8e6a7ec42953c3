const SVG = "http://www.w3.org/2000/svg"

export default function ({ data, parentElement }) {
  const piece = parentElement.querySelector(".piece")
  const sheet = document.createElement("div")
  sheet.className = "sheet"
  const img = document.createElement("img")
  img.alt = data.alt
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("viewBox", "0 0 1 1")
  svg.setAttribute("preserveAspectRatio", "none")
  svg.setAttribute("aria-hidden", "true")
  for (const [x0, y0, x1, y1] of data.boxes) {
    const rect = document.createElementNS(SVG, "rect")
    rect.setAttribute("x", x0 - 0.004)
    rect.setAttribute("y", y0 - 0.003)
    rect.setAttribute("width", x1 - x0 + 0.008)
    rect.setAttribute("height", y1 - y0 + 0.006)
    svg.append(rect)
  }
  img.onload = () => {
    const top = Math.min(...data.boxes.map((box) => box[1]), 1)
    piece.scrollTop = Math.max(0, top * img.clientHeight - 50)
  }
  img.onerror = () => {
    const note = document.createElement("p")
    note.className = "trouble"
    note.textContent = "The page cannot be shown here."
    sheet.replaceChildren(note)
  }
  img.src = data.url
  sheet.append(img, svg)
  piece.setAttribute("aria-label", data.alt)
  piece.replaceChildren(sheet)
}

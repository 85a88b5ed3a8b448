import { layoutStart } from './layout-start.ts';

/**
 * The layout of a page for signing: one sheet of A4, section headings at the side, both hashes at
 * the foot of each side. It reads `data` as `SheetData` says.
 */
export const sheetLayout = `${layoutStart}
#set page(paper: "a4", margin: (x: 16mm, top: 13mm, bottom: 18mm), footer-descent: 4mm,
  footer: context {
    set text(size: 6.4pt, fill: soft, font: mono)
    line(length: 100%, stroke: 0.4pt + rule)
    v(-0.6mm)
    grid(columns: (1fr, auto), row-gutter: 1.1mm,
      [Terms #data.contract], text(font: serif, size: 8pt, fill: ink)[
        Version #data.version, side #counter(page).display() of #counter(page).final().first()],
      [Page#h(0.6em) #data.page], [])
  })

#text(size: 0.92em, fill: soft)[Contract, version #data.version]
#v(-0.3em)
#text(size: 1.9em, weight: "semibold", data.title)
#v(0.5em)

#let note(paragraphs) = block(inset: (left: 0.8em), stroke: (left: 1.2pt + rule), {
  set text(fill: soft, style: "italic")
  set par(spacing: 0.5em)
  for paragraph in paragraphs { par(runs(paragraph)) }
})

#let widths(columns) = columns.map(wide => if wide == 0 { auto } else { wide * 1fr })

#let rows(part) = table(
  columns: widths(part.widths),
  align: (x, y) => (if part.right.at(x, default: false) { right } else { left }) + top,
  stroke: (x, y) => (bottom: 0.4pt + rule),
  inset: (x, y) => (left: if x == 0 { 0pt } else { 0.5em },
    right: if x == part.header.len() - 1 { 0pt } else { 0.5em }, y: 0.32em),
  table.header(..part.header.map(cell => text(fill: soft, weight: "semibold", runs(cell)))),
  ..part.rows.map(row => row.map(runs)).join(),
)

#let item(part) = grid(columns: (0.9em, 1fr), text(fill: mark)[–], runs(part.runs))

#let shown(part) = {
  let kind = part.at("is")
  if kind == "item" { item(part) }
  else if kind == "heading" { strong(runs(part.runs)) }
  else if kind == "note" { note(part.paragraphs) }
  else if kind == "table" and part.header.len() > 5 { text(size: 0.86em, rows(part)) }
  else if kind == "table" { rows(part) }
  else { runs(part.runs) }
}

#let section(heading, body) = block(width: 100%, above: 0.75em, below: 0.75em, breakable: true, {
  line(length: 100%, stroke: 0.4pt + rule)
  v(-0.2em)
  grid(columns: (25mm, 1fr), column-gutter: 4mm,
    text(fill: mark, weight: "semibold", heading), body)
})

#let stacked(parts) = for (at, part) in parts.enumerate() {
  let gap = if part.at("is") == "heading" and at > 0 { 1.2em } else { 0.52em }
  block(above: gap, below: 0.52em, width: 100%, sticky: part.at("is") == "heading", shown(part))
}

#for part in data.parts {
  if part.heading == "" { stacked(part.blocks) }
  else { section(part.heading, stacked(part.blocks)) }
}

#let line-to-fill(label) = block(above: 2.4em, below: 0pt, width: 100%, {
  line(length: 100%, stroke: 0.5pt + ink)
  v(-0.35em)
  text(size: 0.82em, fill: soft, label)
})

#let party(name) = {
  strong(name)
  line-to-fill[Name and office]
  line-to-fill[Signature]
  line-to-fill[Date]
}

#block(breakable: false, section([Signed], grid(columns: (1fr, 1fr), column-gutter: 8mm,
  party([For #data.commissioner]), party([For the provider]))))
`;

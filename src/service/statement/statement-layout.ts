import { layoutStart } from '../sheet/layout-start.ts';

/** The layout of statements, one provider after another, each on sheets of its own. */
export const statementLayout = `${layoutStart}
#set page(paper: "a4", margin: (x: 16mm, top: 16mm, bottom: 18mm), footer-descent: 4mm,
  footer: context {
    set text(size: 6.4pt, fill: soft, font: mono)
    line(length: 100%, stroke: 0.4pt + rule)
    v(-0.6mm)
    grid(columns: (1fr, auto), row-gutter: 1.1mm,
      [Terms #data.contract], text(font: serif, size: 8pt, fill: ink)[
        Side #counter(page).display() of #counter(page).final().first()],
      [Engine #data.engine, language #data.language], [])
  })

#let grey(body) = text(fill: soft, body)

#let money-table(widths, header, rows, foot) = table(
  columns: widths,
  align: (x, y) => (if header.at(x).side == "right" { right } else { left }) + top,
  stroke: (x, y) => if y == 0 { (bottom: 0.6pt + soft) } else { (bottom: 0.3pt + rule) },
  inset: (x, y) => (left: if x == 0 { 0pt } else { 0.45em },
    right: if x == header.len() - 1 { 0pt } else { 0.45em }, y: 0.36em),
  table.header(..header.map(cell => grey(cell.heading))),
  ..rows.map(row => row.map(cell => [#cell])).join(),
  ..if foot.len() > 0 { foot.map(cell => strong(cell)) } else { () },
)

#let heading(body) = block(above: 1.4em, below: 0.6em,
  text(size: 1.1em, weight: "semibold", fill: mark, body))

#let statement(each) = {
  grey[Statement]
  v(-0.3em)
  text(size: 1.9em, weight: "semibold", each.provider)
  v(0.2em)
  [#data.title]
  linebreak()
  grey[#each.payers.join(", ", last: " and ") #if each.payers.len() > 1 [owe] else [owes]
    #each.provider, #data.days.]
  if data.beside.len() > 0 {
    linebreak()
    grey[Not worked out so far, though the page says it: #data.beside.join(" ")]
  }
  block(above: 1.3em, below: 1.3em, width: 100%, stroke: (top: 1.2pt + mark, bottom: 0.4pt + rule),
    inset: (y: 0.8em), grid(columns: (1fr, auto), [Owed to date],
      text(size: 1.6em, weight: "semibold", each.total)))
  heading[By outcome]
  money-table((1fr, auto, auto, auto, auto, auto), data.sumsHeader, each.sums, each.sumsFoot)
  let plain(what, amount) = ((heading: what, side: "left"), (heading: amount, side: "right"))
  if each.from.len() > 0 {
    heading[From whom]
    money-table((1fr, auto), plain("from", "owed"), each.from, ())
  }
  if each.reasons.len() > 0 {
    heading[Not paid, and why]
    money-table((1fr, auto, auto), data.reasonsHeader, each.reasons, ())
  }
  if each.payable.len() > 0 {
    heading(each.pay)
    money-table((1fr, auto), plain("", "amount"), each.payable, ())
  }
  heading[Line by line]
  if each.beyond != "" [#each.beyond] else {
    set text(size: 0.86em)
    let widths = each.linesHeader.map(cell => if cell.heading == "outcome" { 1fr } else { auto })
    money-table(widths, each.linesHeader, each.lines, ())
  }
}

#for (at, each) in data.statements.enumerate() {
  if at > 0 { pagebreak() }
  statement(each)
}
`;

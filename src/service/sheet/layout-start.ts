/**
 * How every layout begins: the data, the faces of type that the typesetter brings, the colours, and
 * that a word too long for a line is broken: it would leave the sheet, or cover amounts beside it.
 * A hash stays whole, as people copy it.
 */
export const layoutStart = `
#let data = json(bytes(sys.inputs.data))
#let serif = ("Libertinus Serif", "New Computer Modern")
#let mono = ("DejaVu Sans Mono",)
#let ink = rgb("#1c1b19")
#let soft = rgb("#5d5a54")
#let rule = rgb("#cfc9be")
#let mark = rgb("#1d4f4a")
#set document(title: data.title, date: none)
#set text(font: serif, size: float(sys.inputs.size) * 1pt, fill: ink, lang: "en", fallback: true)
#set par(leading: 0.5em, spacing: 0.6em)
#let hash = regex("[0-9a-f]{64}")
#let broken(word) = word.clusters().chunks(10).map(part => part.join()).join(sym.zws)
#show regex("[^\\s-]{30,}"): it => if it.text.contains(hash) { it } else { broken(it.text) }
#let run(r) = {
  if r.face == "bold" { strong(r.text) }
  else if r.face == "italic" { emph(r.text) }
  else if r.face == "code" { text(font: mono, size: 0.82em, style: "normal", r.text) }
  else { r.text }
}
#let runs(rs) = rs.map(run).join()
`;

/** The style of a page in a browser and on paper. Only faces that every machine has. */
export const sheetStyle = `
:root { --ink: #1c1b19; --soft: #5d5a54; --rule: #d9d4ca; --tint: #f6f3ec; --mark: #1d4f4a; }
* { box-sizing: border-box; }
html { font: 17px/1.5 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; }
body { margin: 0; color: var(--ink); background: var(--tint); font-variant-numeric: lining-nums; }
main { max-width: 62rem; margin: 2rem auto 0; padding: 3.5rem 4rem; background: #fff;
  border: 1px solid var(--rule); border-top: 6px solid var(--mark); }
h1 { margin: 0 0 1.5rem; font-size: 2.3rem; line-height: 1.15; font-weight: 600;
  text-wrap: balance; }
h2 { margin: 0; font-size: 1rem; line-height: 1.5; font-weight: 600; color: var(--mark); }
h3 { margin: 1.2rem 0 .4rem; font-size: 1rem; }
h3:first-child { margin-top: 0; }
p { margin: 0 0 .6rem; }
.kind { margin: 0 0 .4rem; color: var(--soft); letter-spacing: .02em; }
.opening { font-size: 1.12rem; margin-bottom: 2rem; }
.opening p { max-width: 44rem; }
.part { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1.5rem;
  padding: 1.1rem 0; border-top: 1px solid var(--rule); }
ul { margin: 0 0 .6rem; padding: 0; list-style: none; }
li { margin: 0 0 .4rem; max-width: 44rem; }
ul:last-child, p:last-child, li:last-child, .table:last-child { margin-bottom: 0; }
blockquote { margin: 0 0 .8rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--rule);
  color: var(--soft); font-style: italic; max-width: 44rem; }
code { font: .85em ui-monospace, Menlo, Consolas, monospace; font-style: normal; }
.opening blockquote { font-size: 1rem; }
.table { overflow-x: auto; margin: 0 0 .9rem; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: .38rem 1rem .38rem 0; border-bottom: 1px solid var(--rule);
  vertical-align: top; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
.crowded { font-size: .82em; }
.crowded th, .crowded td { padding-right: .55rem; min-width: 2.6rem; }
.crowded th:first-child, .crowded td:first-child { min-width: 6rem; }
.crowded th:last-child, .crowded td:last-child { padding-right: 0; }
th.number { white-space: normal; vertical-align: bottom; }
.signatures > div { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; }
.party > p { font-weight: 600; }
.line { height: 2.9rem; border-bottom: 1px solid var(--ink); position: relative; }
.line span { position: absolute; left: 0; bottom: .15rem; font-size: .8rem; color: var(--soft); }
footer { max-width: 62rem; margin: 0 auto; padding: 1rem 4rem 3rem; color: var(--soft); }
dl { margin: 0; font: .72rem/1.7 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
dl div { display: grid; grid-template-columns: 4rem minmax(0, 1fr); }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 46rem) {
  html { font-size: 16px; }
  main { margin: 0; padding: 1.6rem 1.2rem; border-left: 0; border-right: 0; }
  footer { padding: 1rem 1.2rem 2rem; }
  h1 { font-size: 1.7rem; }
  .opening { font-size: 1.05rem; }
  .part { display: block; }
  h2 { margin-bottom: .4rem; }
  .signatures > div { grid-template-columns: 1fr; gap: 1.4rem; }
}
@page { size: A4; margin: 14mm 16mm; }
@media print {
  html { font-size: 9.6pt; }
  body, main { background: none; border: 0; margin: 0; padding: 0; max-width: none; }
  .part { padding: .5rem 0; grid-template-columns: 7rem minmax(0, 1fr); }
  .table { overflow: visible; }
  tr, li, h2, h3, blockquote, .signatures { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  footer { padding: .6rem 0 0; max-width: none; }
}
`;

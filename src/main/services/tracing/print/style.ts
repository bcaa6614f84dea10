/** How a printed report looks: black on white, nothing that costs ink without saying something. */
export const PRINT_STYLE = `
:root { color-scheme: light }
body { margin: 0; font: 9.5pt/1.4 'Inter Variable', Inter, 'Liberation Sans', Arial, sans-serif; color: #14202a }
h1 { margin: 0 0 1mm; font-size: 20pt; line-height: 1.15; overflow-wrap: anywhere }
h2 { margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.4mm solid #14202a; font-size: 12pt; break-after: avoid }
p { margin: 0 0 1mm }
.kind { color: #475663; font-size: 11pt }
.standing { font-size: 11pt; font-weight: 600 }
.note { color: #475663; font-style: italic }
dl { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2mm 5mm; margin: 4mm 0 0 }
dl div { break-inside: avoid }
dt { color: #475663; font-size: 8.5pt }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; table-layout: auto }
thead { display: table-header-group }
th { padding: 1mm 2mm 1mm 0; border-bottom: 0.25mm solid #475663; font-size: 8.5pt; text-align: left; color: #475663 }
td { padding: 1mm 2mm 1mm 0; border-bottom: 0.15mm solid #d8e0e6; vertical-align: top; overflow-wrap: anywhere }
tr { break-inside: avoid }
.number { text-align: right; white-space: nowrap }
.moment { white-space: nowrap; font-variant-numeric: tabular-nums }
.code { font-family: 'JetBrains Mono Variable', 'Liberation Mono', monospace; font-size: 9pt }
ul { margin: 0; padding: 0 0 0 5mm; list-style: none; border-left: 0.2mm solid #b5c1ca }
section > ul { padding-left: 0; border-left: 0 }
li { padding: 0.6mm 0; break-inside: avoid-page }
li > span { display: inline }
.amount { display: inline-block; min-width: 18mm; font-weight: 600 }
.about { color: #475663 }
`

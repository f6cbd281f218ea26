/**
 * The look of the sandbox EHR: a plain clinical record in slate and teal, unlike the app in its frame.
 * All text has a contrast of 4.5:1 or better.
 */
export const STYLE = `
:root { --ink: #1d2b33; --soft: #52636d; --line: #d9e0e3; --edge: #75858f; --page: #eef2f3; --teal: #0f5c5e; --dark: #173a40; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.45 'Segoe UI', -apple-system, Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; }
a { color: var(--teal); }
h1, h2, h3, p, dl, dd { margin: 0; }
:focus-visible { outline: 2px solid var(--teal); outline-offset: 2px; border-radius: 2px; }

.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 20px; padding: 9px 24px; background: var(--dark); color: #e8f0f0; }
.top p { font-size: 13px; color: #c9dcdd; }
.top .home { color: #fff; font-weight: 650; font-size: 15px; text-decoration: none; letter-spacing: .01em; }
.top .home:hover { text-decoration: underline; }
.top :focus-visible { outline-color: #fff; }
.top .who { margin-left: auto; }

.sheet { max-width: 1120px; margin: 28px auto; padding: 0 24px; }
.title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; margin-bottom: 14px; }
.title h1 { font-size: 22px; font-weight: 600; letter-spacing: -.01em; }
.title p { color: var(--soft); }

table { width: 100%; border-collapse: collapse; background: #fff; }
th, td { padding: 9px 14px; text-align: left; vertical-align: top; font-weight: 400; }
thead th { padding-block: 7px; color: var(--soft); font-size: 12px; font-weight: 600; white-space: nowrap; border-bottom: 1px solid var(--line); }
tbody tr + tr > * { border-top: 1px solid #e9eef0; }
.people { position: relative; border: 1px solid var(--line); border-radius: 6px; border-collapse: separate; border-spacing: 0; overflow: hidden; }
.people tbody tr { position: relative; }
.people tbody tr:hover { background: #f4f9f9; }
.people th a { font-weight: 600; text-decoration: none; }
.people th a:hover { text-decoration: underline; }
.people th a::after { content: ''; position: absolute; inset: 0; }
.people .age, .people .born { white-space: nowrap; font-variant-numeric: tabular-nums; }
.people .story { color: var(--soft); }

.banner { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 28px; padding: 11px 24px; background: #fff; border-bottom: 1px solid var(--line); box-shadow: inset 4px 0 0 var(--teal); }
.banner h1 { font-size: 18px; font-weight: 650; }
.banner dl { display: flex; flex-wrap: wrap; gap: 4px 22px; }
.banner dl div { display: flex; gap: 6px; }
.banner dt { color: var(--soft); }
.banner .close { margin-left: auto; font-weight: 600; }

.chart { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 20px; max-width: 1320px; margin: 0 auto; padding: 20px 24px 32px; align-items: start; }
.lists { display: grid; gap: 20px; }
.lists section, .launcher { background: #fff; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.lists h2 { padding: 10px 14px; font-size: 14px; font-weight: 650; border-bottom: 1px solid var(--line); }
.lists h2 small { margin-left: 4px; color: var(--soft); font-size: 13px; font-weight: 400; }
.lists strong { display: block; font-weight: 550; }
.lists td span { color: var(--soft); }
.lists th:nth-child(n + 2), .lists td:nth-child(n + 2) { width: 140px; color: var(--soft); text-transform: capitalize; }
.none { padding: 12px 14px; color: var(--soft); }

.launcher { display: grid; gap: 12px; padding: 16px; }
.launcher h2 { font-size: 16px; font-weight: 650; }
.launcher h3 { margin-top: 4px; padding-top: 14px; border-top: 1px solid var(--line); font-size: 13px; font-weight: 650; }
.launcher p { color: var(--soft); }
.launcher form { display: grid; gap: 8px; }
button { min-height: 36px; padding: 6px 14px; border: 1px solid var(--edge); border-radius: 4px; background: #fff; color: var(--ink); font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: #f1f5f6; }
button.main { border-color: var(--teal); background: var(--teal); color: #fff; }
button.main:hover { background: #0b4a4c; }
summary { padding: 4px 0; color: var(--soft); cursor: pointer; }
details[open] { display: grid; gap: 8px; }
.pick { display: grid; grid-template-columns: 128px minmax(0, 1fr); align-items: center; gap: 8px; margin-top: 6px; font-size: 13px; }
select { width: 100%; min-height: 30px; padding: 3px 6px; border: 1px solid var(--edge); border-radius: 4px; background: #fff; color: inherit; font: inherit; }

.with-app { display: flex; flex-direction: column; height: 100vh; min-height: 720px; }
.with-app .banner { padding-block: 8px; }
.framed { flex: 1; display: flex; min-height: 640px; padding: 8px; }
.framed iframe { flex: 1; width: 100%; border: 1px solid var(--line); border-radius: 4px; background: #fff; }

@media (max-width: 900px) {
  .chart { grid-template-columns: minmax(0, 1fr); padding-inline: 16px; }
  .launcher { grid-row: 1; }
}
@media (max-width: 640px) {
  .top, .banner { padding-inline: 16px; }
  .top .who { display: none; }
  .sheet { margin-top: 20px; padding: 0 16px; }
  .people thead { position: absolute; clip-path: inset(50%); }
  .people, .people tbody, .people tr { display: block; }
  .people tbody tr { padding: 10px 14px; }
  .people tbody tr + tr { border-top: 1px solid #e9eef0; }
  .people tbody tr > * { display: inline; padding: 0 8px 0 0; border: 0; color: var(--soft); }
  .people tbody tr > th { display: block; font-size: 15px; }
  .people tbody tr > .story { display: block; }
  .lists th, .lists td { padding-inline: 10px; }
  .lists th:nth-child(n + 2), .lists td:nth-child(n + 2) { width: 92px; }
  .framed { padding: 0; }
}
`;

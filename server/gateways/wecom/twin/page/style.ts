/** For a phone first; a desktop sees the same column. */
export const style = `
:root { --green: #1f9d55; --ink: #1d2329; --quiet: #626c76; --line: #dfe3e7; --paper: #fff; --ground: #f2f4f5; --red: #c62f2f }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }
nav { display: flex; background: var(--paper); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 2 }
nav a { flex: 1; text-align: center; padding: 13px 0; color: var(--quiet); text-decoration: none }
nav a[aria-current] { color: var(--green); box-shadow: inset 0 -2px var(--green) }
main { max-width: 480px; margin: 0 auto; padding: 14px 14px 40px }
h1 { font-size: 20px; margin: 6px 0 10px } h2 { font-size: 16px; margin: 22px 0 8px }
p { margin: 6px 0 } .quiet { color: var(--quiet) } .small { font-size: 14px }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 12px; margin: 8px 0 }
.row { display: flex; gap: 8px; align-items: center; flex-wrap: wrap }
.grow { flex: 1; min-width: 0; overflow-wrap: anywhere } .wide { flex-basis: 100% } .tail { margin-left: auto }
button, .button, input, select { font: inherit; min-height: 44px; border-radius: 8px; border: 1px solid var(--line); background: var(--paper); color: var(--ink); padding: 0 12px }
button, .button { cursor: pointer; display: inline-flex; align-items: center; text-decoration: none }
button.main { background: var(--green); border-color: var(--green); color: #fff } button.danger { color: var(--red) } .button[aria-current] { border-color: var(--green); color: var(--green) }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible { outline: 2px solid var(--green); outline-offset: 1px }
input[type=text] { flex: 1; min-width: 0 } form { margin: 0 } form.row { flex-wrap: nowrap } form.row + .row, form.row + form.row { margin-top: 8px }
a.choice { display: block; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 13px 14px; margin: 8px 0; color: var(--ink); text-decoration: none }
.notice { background: #fff4e2; border-radius: 8px; padding: 10px 12px } .wrong { background: #fdeaea; color: var(--red); border-radius: 8px; padding: 10px 12px }
.chat { display: flex; flex-direction: column; gap: 10px; padding: 6px 0 12px }
.bubble { max-width: 82%; padding: 9px 12px; border-radius: 10px; background: var(--paper); align-self: flex-start; overflow-wrap: anywhere; white-space: pre-wrap }
.bubble.own { align-self: flex-end; background: #a9e67c } .bubble.system { align-self: center; background: none; color: var(--quiet); font-size: 13px; padding: 0 }
.bubble.failed { border: 1px dashed var(--red); opacity: .8 } .bubble .why { color: var(--red); font-size: 13px } .bubble .name { color: var(--quiet); font-size: 13px }
.bubble img { max-width: 100%; border-radius: 6px; display: block } .bubble form { margin-top: 6px } .bubble.own form { margin: -4px 0 -10px; text-align: right } .bubble.own button { min-width: 44px; justify-content: end; font-size: 13px; background: none; border: 0; padding: 0; color: #2c5a18 }
.composer { position: sticky; bottom: 0; background: var(--ground); padding: 8px 0; display: grid; gap: 8px }
summary { min-height: 44px; line-height: 44px; color: var(--quiet); cursor: pointer }
.qr img { width: 132px; height: 132px; display: block } label.button { position: relative; overflow: hidden } label.button input { position: absolute; inset: 0; opacity: 0 } label.button:focus-within { outline: 2px solid var(--green); outline-offset: 1px }
label.field { display: block; margin: 8px 0 } label.field input { width: 100%; margin-top: 4px }
table { width: 100%; border-collapse: collapse; font-size: 14px } td { padding: 6px 4px; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
code { font-size: 13px; overflow-wrap: anywhere }
`

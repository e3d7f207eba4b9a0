// What surrounds pages: windows, menus, toolbars, files, docks, tabs, trees, status bars, keyboards.

import nodes from "lucide-static/icon-nodes.json";
import { color, column, div, muted, piece, row, span, tile, times, wrap } from "./_content/parts.js";
import { svg } from "./_content/svg.js";

const FILES = { folder: "#e0a83c", "file-text": "#64748b", image: "#8b5cf6", "file-music": "#ec4899", film: "#ef4444", archive: "#a16207", "file-code": "#0891b2", "hard-drive": "#64748b", "file-spreadsheet": "#16a34a", book: "#3b82f6" };
const TOOLS = "save printer scissors copy clipboard undo redo bold italic underline align-left align-center align-right list link image search zoom-in settings share trash-2 download upload refresh-cw house arrow-left arrow-right plus pencil brush eraser crop type palette message-square paperclip send".split(" ").filter((name) => nodes[name]);
const APPS = "mail calendar music camera map message-circle phone globe calculator book clock cloud compass film folder gamepad-2 image mic newspaper notebook settings shopping-cart store terminal video wallet".split(" ").filter((name) => nodes[name]);
const ENDINGS = ["pdf", "docx", "png", "zip", "mp3", "xlsx", "txt", "py", "csv", "mov"];

const icon = (name, size, fill = "none") => svg(nodes[name], size, `fill="${fill}" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`);
const fileIcon = (s, size) => { const [name, tint] = s.pick(Object.entries(FILES)); return span(icon(name, size, s.chance(0.5) ? `${tint}55` : "none"), `color: ${tint}`, "ct-icon"); };
const fileName = (s) => `${s.text("word").toLowerCase().replace(/[\s&;]+/g, "_")}.${s.pick(ENDINGS)}`;
const lights = () => row(["#ff5f57", "#febc2e", "#28c840"].map((fill) => `<span style="width: 12px; height: 12px; border-radius: 50%; background: ${fill}"></span>`).join(""), 8);
const windowsButtons = () => row("<span>─</span><span>❐</span><span>✕</span>", 18, "font-size: 12px");
const bar = (html, style = "") => div(html, `padding: 6px 10px; background: color-mix(in srgb, currentcolor 10%, transparent); border: 1px solid color-mix(in srgb, currentcolor 15%, transparent); ${style}`);
const menuPanel = (html) => div(html, "width: 220px; padding: 5px; border-radius: 7px; box-shadow: 0 4px 16px rgb(0 0 0 / 30%)", "ct-panel");
const menuItem = (s, mark) => piece("menu-item", row((mark ? span(icon(s.pick(TOOLS), 15), "width: 18px", "ct-fixed") : "") + span(s.text("word"), "", "ct-grow") + muted(s.pick(["", "", "›", `⌘${s.pick([..."CVXZSNOPAF"])}`, `Ctrl+${s.pick([..."CVXZSNOPAF"])}`, "F5"])), 8), `padding: 3px 9px; border-radius: 4px; ${s.chance(0.15) ? `background: ${color(s)}; color: #fff` : ""}`);
const field = (s, html, style = "") => div(html, `padding: 4px 12px; border-radius: ${s.pick([4, 8, 99])}px; background: color-mix(in srgb, currentcolor 8%, transparent); ${style}`);
const clock = (s) => `${s.int(0, 23)}:${String(s.int(0, 59)).padStart(2, "0")}`;

export default {
  name: "content-chrome",
  packages: ["lucide-static"],
  framework: "html",
  toggles: {},

  others: {
    "title-bar": (s) => bar(row(lights() + span(s.text("phrase"), "flex: 1; text-align: center; font-size: 13px") + span("", "width: 52px"), 8), "border-radius: 9px 9px 0 0; max-width: 420px"),
    "title-bar-right": (s) => bar(row(icon(s.pick(APPS), 15) + span(s.text("phrase"), "font-size: 13px", "ct-grow") + windowsButtons(), 8), "max-width: 420px"),
    lights: () => lights(),
    "window-icon": (s) => row(icon(s.pick(APPS), s.pick([14, 16, 20])) + span(`${s.text("word")} – ${s.text("word")}`), 7),
    "menu-bar": (s) => bar(wrap(`<b>${s.text("word")}</b>${times(s.int(3, 5), () => span(s.text("word")))}`, 16), "font-size: 13px"),
    toolbar: (s) => bar(wrap(times(s.int(5, 10), (i) => (i % 4 === 3 ? "<span style='width: 1px; height: 18px; background: currentcolor; opacity: 0.25'></span>" : icon(s.pick(TOOLS), s.pick([16, 18, 20])))), 13), "width: fit-content"),
    "toolbar-words": (s) => bar(row(times(3, () => piece("tool", column(icon(s.pick(TOOLS), s.pick([18, 22, 28])) + span(s.text("word"), "font-size: 11px"), 3, "align-items: center"))), 20), "width: fit-content"),
    tool: (s) => wrap(times(s.int(1, 3), () => piece("tool", row(icon(s.pick(TOOLS), s.pick([14, 16, 20])) + span(s.text("word")), s.int(4, 8)), "", "ct-fit")), 22),
    file: (s) => row(fileIcon(s, s.pick([14, 16, 18, 20, 24, 32])) + span(fileName(s)), s.int(4, 10)),
    files: (s) => column(times(s.int(3, 5), () => piece("file", row(fileIcon(s, 18) + span(fileName(s), "", "ct-grow") + muted(`${s.int(1, 999)} KB`), 9))), s.int(5, 10), "width: 300px"),
    "file-table": (s) => `<table class="ct-table" style="font-size: 13px">${times(4, () => `<tr><td>${row(fileIcon(s, 16) + span(fileName(s)), 7)}</td><td class="ct-muted">${s.text("date")}</td></tr>`)}</table>`,
    "file-tiles": (s) => wrap(times(4, () => piece("file-tile", column(fileIcon(s, 40) + span(fileName(s), "font-size: 11px; text-align: center; overflow-wrap: anywhere"), 4, "align-items: center; width: 76px"))), 12),
    desktop: (s) => column(times(2, () => piece("desktop-icon", column(fileIcon(s, 38) + span(s.text("word"), "font-size: 12px; color: #fff; text-shadow: 0 1px 2px #000"), 3, "align-items: center"), "padding: 6px")), 6, `background: linear-gradient(${s.int(0, 359)}deg, ${color(s)}, ${color(s)}); width: 96px; padding: 8px`),
    dock: (s) => div(row(times(s.int(4, 6), () => tile(s, icon(s.pick(APPS), 22), 40)), 9), "padding: 7px 11px; border-radius: 16px; width: fit-content", "ct-panel"),
    "app-icon": (s) => column(tile(s, icon(s.pick(APPS), 28), 52) + span(s.text("word"), "font-size: 12px"), 4, "align-items: center; width: fit-content"),
    "app-row": (s) => row(tile(s, icon(s.pick(APPS), 18), 32) + span(s.text("word")), 10),
    tabs: (s) => row(times(3, (i) => piece("browser-tab", row(icon(s.pick(APPS), 14) + span(s.text("word"), "", "ct-grow ct-cut") + muted("×"), 7), `padding: 6px 11px; border-radius: 8px 8px 0 0; font-size: 12px; ${i ? "opacity: 0.7" : "background: color-mix(in srgb, currentcolor 12%, transparent)"}`, "ct-grow")), 3, "max-width: 460px"),
    "address-bar": (s) => bar(row(icon("arrow-left", 16) + icon("refresh-cw", 15) + field(s, row(icon("lock", 12) + span(s.text("url"), "font-size: 13px", "ct-cut"), 7), "flex: 1; min-width: 0"), 11), "max-width: 440px"),
    address: (s) => field(s, row(icon(s.pick(["lock", "globe", "info"]), 13) + span(s.text("url"), "overflow-wrap: anywhere"), 7), "width: fit-content"),
    bookmarks: (s) => wrap(times(s.int(2, 4), () => piece("saved-page", row(icon(s.pick(APPS), 14) + span(s.text("word"), "font-size: 12px"), 5), "", "ct-fit")), 16),
    "scroll-bar": (s) => div(div("", `width: 100%; height: ${s.int(20, 60)}px; margin-top: ${s.int(0, 40)}px; background: #8a8a8a; border-radius: ${s.pick([0, 6])}px`), `width: ${s.pick([8, 12, 16])}px; height: 110px; background: rgb(128 128 128 / 25%)`),
    "context-menu": (s) => menuPanel(times(s.int(3, 6), () => menuItem(s, false)).replace("</div><div", "</div><hr style='border: 0; border-top: 1px solid rgb(128 128 128 / 35%); margin: 4px 8px'><div")),
    "icon-menu": (s) => menuPanel(times(s.int(3, 5), () => menuItem(s, true))),
    tree: (s) => column(times(s.int(4, 6), (i) => piece("tree-item", row(span(s.pick(["▸", "▾", " "]), "width: 12px; font-size: 11px") + fileIcon(s, 16) + span(s.text("word")), 5), `padding-inline-start: ${[0, 18, 18, 36, 18, 0][i]}px`)), 5, "max-width: 260px"),
    "status-bar": (s) => bar(row(span(s.pick(["Ln 12, Col 4", "UTF-8", "100 %", s.text("phrase")]), "", "ct-grow") + span(s.pick(["Python", "LF", "INS", s.text("language")])) + muted(s.text("number")), 16), `font-size: 12px; padding: 2px 10px; max-width: 420px; ${s.chance(0.4) ? `background: ${color(s)}; color: #fff` : ""}`),
    taskbar: (s) => bar(row(times(4, () => icon(s.pick(APPS), 20)) + span(`${clock(s)}<br>${s.text("date")}`, "margin-inline-start: auto; font-size: 11px; text-align: end"), 16), "max-width: 440px"),
    tray: (s) => row(icon("wifi", 16) + icon("battery-medium", 18) + icon("volume-2", 16) + span(clock(s)), 10),
    "phone-status": (s) => bar(row(`<b>${clock(s)}</b>` + span("", "flex: 1") + icon("signal", 15) + icon("wifi", 15) + muted(`${s.int(3, 100)}%`) + icon("battery-full", 18), 7), "font-size: 13px; width: 320px; box-sizing: border-box; max-width: 100%"),
    "phone-notice": (s) => div(row(tile(s, icon(s.pick(APPS), 18), 34) + div(`<b>${s.text("word")}</b> ${muted(s.text("time"))}<br>${s.text("phrase")}`, "", "ct-grow"), 11), "padding: 10px 13px; border-radius: 16px; width: 300px; box-sizing: border-box", "ct-panel"),
    keyboard: (s) => column(["qwertyuiop", "asdfghjkl", "zxcvbnm"].map((keys) => row([...keys].map((letter) => span(letter, "flex: 1 1 0; text-align: center; padding: 5px 0; border-radius: 4px; background: color-mix(in srgb, currentcolor 14%, transparent)")).join(""), 4)).join(""), 5, "width: 290px; direction: ltr"),
    keys: (s) => row(s.pick([["Ctrl", "C"], ["⌘", "V"], ["Alt", "Tab"], ["⇧", "⌘", "4"]]).map((key) => span(key, "padding: 3px 10px; border-radius: 5px; border: 1px solid; border-bottom-width: 3px; opacity: 0.85")).join(""), 6),
    progress: (s) => column(row(span(fileName(s), "", "ct-grow") + muted(s.text("percent"))) + `<div style="height: 6px; background: rgb(128 128 128 / 30%)"><div style="height: 6px; width: ${s.int(8, 96)}%; background: ${color(s)}"></div></div>`, 5, "width: 260px"),
    dialog: (s) => div(column(`<b>${s.text("phrase")}</b>${span(s.text("sentence"))}${row(span(s.text("word"), "padding: 4px 16px; border: 1px solid rgb(128 128 128 / 50%); border-radius: 5px") + span(s.text("word"), `padding: 4px 16px; border-radius: 5px; background: ${color(s)}; color: #fff`), 10, "justify-content: flex-end")}`, 11), "padding: 16px; border-radius: 10px; width: 300px; box-sizing: border-box; box-shadow: 0 6px 24px rgb(0 0 0 / 35%)", "ct-panel"),
  },
};

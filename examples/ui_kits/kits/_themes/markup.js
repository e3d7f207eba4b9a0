// What the html of small packages has in common.

export const choices = (s, option) => s.options().map(option).join("");

export const input = (s, type, choice = s, classes = "") =>
  `<input type="${type}" id="${choice.id}" name="${s.name}"${classes && ` class="${classes}"`}${choice.checked ? " checked" : ""}${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>`;

/** A pressed button, chip or tab, which has the classes `on` where it is checked; `listen` turns it. */
export const pressed = (s, on, classes, content, { off = "", choice = s, role = "" } = {}) =>
  `<button type="button" id="${choice.id}" class="${classes} ${choice.checked ? on : off}" data-on="${on}" data-off="${off}" ${role ? `role="${role}" aria-checked` : "aria-pressed"}="${choice.checked}"${s.disabled ? " disabled" : ""}${choice.label ? "" : ` aria-label="${s.aria}"`}>${content}</button>`;

export function listen(root) {
  const turn = (button, on) => {
    button.setAttribute(button.hasAttribute("aria-pressed") ? "aria-pressed" : "aria-checked", on);
    const { on: names, off } = button.dataset;
    for (const name of names.split(" ").filter(Boolean)) button.classList.toggle(name, on);
    for (const name of off.split(" ").filter(Boolean)) button.classList.toggle(name, !on);
  };
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button[data-on]");
    if (!button || button.disabled) return;
    if (button.getAttribute("role") !== "radio") return turn(button, button.getAttribute("aria-pressed") !== "true");
    for (const other of button.closest("[role=radiogroup]").querySelectorAll("[data-on]")) turn(other, other === button);
  });
}

/** What a package has no more to say on than a class. */
export const fields = ({ text = "", select = text, button = "" }) => ({
  button: (s) => `<button type="button" class="${button}"${s.disabled ? " disabled" : ""}>${s.label}</button>`,
  input: (s) => `<label for="${s.id}">${s.label}</label><br><input id="${s.id}" type="text" class="${text}" style="max-width: 100%" ${s.pick(["value", "placeholder"])}="${s.text(s.pick(["name", "email", "short"]))}">`,
  textarea: (s) => `<textarea class="${text}" style="max-width: 100%" rows="${s.int(2, 4)}" aria-label="${s.aria}">${s.text("sentence")}</textarea>`,
  select: (s) => `<select class="${select}" style="max-width: 100%" aria-label="${s.aria}">${choices(s, ({ label }) => `<option>${label}</option>`)}</select>`,
  link: (s) => `<a href="#${s.id}">${s.label}</a>`,
  picture: (s) => `<img alt="" src="${s.image(s.int(28, 64))}"> ${s.text("name")}`,
});

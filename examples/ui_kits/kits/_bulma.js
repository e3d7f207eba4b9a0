// Bulma has no script: its controls of role and its pressed buttons keep their state here.

const turn = (control, state, on) => {
  control.setAttribute(state, on);
  const styled = control.closest("[data-on]");
  for (const name of styled.dataset.on.split(" ")) styled.classList.toggle(name, on);
};

export function ready(root) {
  root.addEventListener("click", ({ target }) => {
    const control = target.closest("[data-on] [role], [data-on][role], [data-on][aria-pressed]");
    if (!control || control.matches(":disabled, [aria-disabled=true]")) return;
    if (control.hasAttribute("aria-pressed")) return turn(control, "aria-pressed", control.getAttribute("aria-pressed") !== "true");
    if (control.getAttribute("role") === "checkbox") return turn(control, "aria-checked", control.getAttribute("aria-checked") !== "true");
    for (const other of control.closest("[role=radiogroup], [role=menu]").querySelectorAll("[role]")) turn(other, "aria-checked", other === control);
  });
}

for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.ariaSort === "ascending" || (!head.ariaSort && head.classList.contains("number"));
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.ariaSort = down ? "descending" : "ascending";
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
      const compare = (a, b) => value(a).localeCompare(value(b), undefined, { numeric: true });
      const numeric = (a, b) => Number(value(a)) - Number(value(b));
      const order = head.classList.contains("number") ? numeric : compare;
      const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? order(b, a) : order(a, b)));
      table.tBodies[0].append(...rows);
    });
  });
}

const chips = [...document.querySelectorAll(".chips button")];
for (const chip of chips) {
  chip.addEventListener("click", () => {
    for (const other of chips) other.ariaPressed = String(other === chip);
    for (const card of document.querySelectorAll(".mistakes > li")) {
      card.hidden = chip.dataset.pair !== "" && card.dataset.pair !== chip.dataset.pair;
    }
  });
}

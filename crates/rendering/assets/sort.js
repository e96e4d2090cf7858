// Tables can be sorted by their heads. Without this script they stand in the order of the code list.
"use strict";

for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const given = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const language = document.documentElement.lang;
  heads.forEach((head, column) => {
    // Small lines have no order.
    if (given.some((row) => row.cells[column].querySelector("svg"))) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (next === null) {
        body.append(...given);
        return;
      }
      head.setAttribute("aria-sort", next);
      body.append(...[...given].sort((a, b) => compare(a.cells[column], b.cells[column], next, language)));
    });
  });
}

// Numbers by value; what is not a number stands last, whichever way is sorted.
function compare(a, b, direction, language) {
  const sign = direction === "ascending" ? 1 : -1;
  if (a.classList.contains("number") || b.classList.contains("number")) {
    const [x, y] = [a, b].map((cell) => (cell.dataset.value === undefined ? NaN : Number(cell.dataset.value)));
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
    return sign * (x - y);
  }
  return sign * a.textContent.localeCompare(b.textContent, language, { numeric: true });
}

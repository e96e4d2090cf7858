// What a mark or an area shows, beside the pointer or, with the arrow keys, at the mark itself. The same words stand in
// the table below each figure, so that nothing is missing without this script.
"use strict";

for (const plot of document.querySelectorAll(".plot")) {
  const svg = plot.querySelector("svg");
  const marks = [...svg.querySelectorAll("g > title, text > title")].map((title) => title.parentNode);
  if (marks.length < 2) continue;
  const words = new Map(marks.map((mark) => [mark, mark.querySelector("title").textContent]));
  // The browser's own tip would cover ours.
  marks.forEach((mark) => mark.querySelector("title").remove());

  const tip = document.createElement("p");
  tip.className = "tip";
  tip.hidden = true;
  const voice = document.createElement("p");
  voice.className = "unseen";
  voice.setAttribute("aria-live", "polite");
  plot.append(tip, voice);
  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", svg.querySelector("title").textContent);
  let at = -1;

  const show = (mark, x, y) => {
    hide();
    mark.dataset.at = "";
    tip.textContent = words.get(mark);
    tip.hidden = false;
    const frame = plot.getBoundingClientRect();
    const left = Math.min(Math.max(x - frame.left - tip.offsetWidth / 2, 0), frame.width - tip.offsetWidth);
    tip.style.left = `${left}px`;
    tip.style.top = `${Math.max(y - frame.top - tip.offsetHeight - 12, 0)}px`;
  };
  const hide = () => {
    tip.hidden = true;
    marks.forEach((mark) => delete mark.dataset.at);
  };

  svg.addEventListener("pointermove", (event) => {
    let mark = event.target;
    while (mark !== svg && !words.has(mark)) mark = mark.parentNode;
    if (mark === svg) hide();
    else show(mark, event.clientX, event.clientY);
  });
  svg.addEventListener("pointerleave", hide);
  plot.addEventListener("blur", hide);
  plot.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") hide();
    if (step === undefined) return;
    event.preventDefault();
    at = (at + step + marks.length) % marks.length;
    const box = marks[at].getBoundingClientRect();
    show(marks[at], box.left + box.width / 2, box.top);
    voice.textContent = words.get(marks[at]);
  });
}

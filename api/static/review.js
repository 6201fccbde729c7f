// Review by keyboard: keys count only while a quote is in focus and nothing is being typed. Without it the forms still work.
"use strict";
(() => {
  const items = [...document.querySelectorAll("article.item")];
  const typing = (target) => target.matches("input, textarea, select");
  const focus = (item) => { item.focus(); item.scrollIntoView({ block: "nearest" }); };

  const act = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const item = event.target.closest("article.item");
    if (!item && !event.target.closest("form[data-undo]")) return;
    const at = items.indexOf(item);
    if (event.key === "j" || event.key === "k") {
      const next = items[at + (event.key === "j" ? 1 : -1)];
      if (next) focus(next);
    } else if (event.key === "u") {
      const undo = document.querySelector("form[data-undo] button");
      if (undo) undo.click();
    } else {
      const found = item && item.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!found) return;
      if (found.matches("input")) found.focus(); else found.click();
    }
    event.preventDefault();
  };
  document.addEventListener("keydown", act);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) {
      const item = event.target.closest("article.item");
      if (item) focus(item);
    }
  });

  let last = 0;
  const suggest = async (input) => {
    const typed = input.value.trim();
    if (typed.length < 2) return;
    const asked = ++last;
    let found;
    try {
      const answer = await fetch(`${input.dataset.speakers}?q=${encodeURIComponent(typed)}`);
      if (!answer.ok) return;
      found = await answer.json();
    } catch {
      return; // without an answer one types the whole name
    }
    if (asked !== last) return;
    const list = document.getElementById(input.getAttribute("list"));
    const there = new Set([...list.options].map((option) => option.value));
    for (const one of found) {
      const value = `${one.name} (${one.id})`;
      if (there.has(value)) continue;
      const option = document.createElement("option");
      option.value = value;
      option.textContent = one.description || "";
      list.append(option);
    }
  };
  for (const input of document.querySelectorAll("input[data-speakers]")) {
    let waiting;
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => suggest(input), 150); });
  }
  const first = items[0] || document.querySelector("form[data-undo]");
  if (first) focus(first);
})();

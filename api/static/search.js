// Suggestions below the search box while one types; the search works without them.
"use strict";
for (const input of document.querySelectorAll("input[data-suggestions]")) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  input.parentElement.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
  let last = 0, waiting, at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (number) => {
    const options = list.children;
    if (options[at]) options[at].setAttribute("aria-selected", "false");
    at = (number + options.length + 1) % (options.length + 1); // one place stands for the box itself
    const chosen = options[at];
    if (!chosen) { input.removeAttribute("aria-activedescendant"); return; }
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  };
  const show = (found) => {
    list.replaceChildren(...found.map((one, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.href = (one.kind === "speaker" ? input.dataset.speaker : input.dataset.outlet) + encodeURIComponent(one.value);
      const name = document.createElement("bdi");
      name.textContent = one.name;
      const more = document.createElement("span");
      more.textContent = `${one.description || (one.kind === "outlet" ? "outlet" : "")} · ${one.quotes} ${one.quotes === 1 ? "quote" : "quotes"}`.replace(/^ · /, "");
      option.append(name, " ", more);
      return option;
    }));
    at = -1;
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
  };
  const ask = async () => {
    const typed = input.value.trim(), asked = ++last;
    if (typed.length < 2) { close(); return; }
    try {
      const answer = await fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(typed)}`);
      const found = answer.ok ? (await answer.json()).items : [];
      if (asked === last && document.activeElement === input) show(found);
    } catch {
      close(); // without an answer one types on
    }
  };
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      choose(event.key === "ArrowDown" ? at + 1 : at < 0 ? list.children.length - 1 : at - 1);
    } else if (event.key === "Enter" && list.children[at]) {
      location.assign(list.children[at].dataset.href);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("li");
    if (option) { event.preventDefault(); location.assign(option.dataset.href); }
  });
  input.addEventListener("blur", close);
}

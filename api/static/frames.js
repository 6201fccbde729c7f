// For pages that show cards: gives each frame the height that its card asks for. A site may serve a copy of its own.
"use strict";
window.addEventListener("message", (event) => {
  const asked = event.data;
  if (!asked || asked.type !== "quotes-card" || !Number.isFinite(asked.height)) return;
  for (const frame of document.querySelectorAll("iframe[src*='/card']")) {
    if (frame.contentWindow === event.source) frame.height = Math.min(2000, Math.max(80, Math.ceil(asked.height)));
  }
});

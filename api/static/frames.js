// For pages that show cards: puts each card in the place of its words once it has come, and gives it the height that it
// asks for. Where it does not come, the words stay. A site may serve a copy of its own.
"use strict";
(() => {
  // Each embedded card brings this script along: the first one stays, the others tell it to look again.
  if (window.quotesCards) return window.quotesCards();
  const LEAST = 80, MOST = 20000;
  const waiting = new WeakMap(); // frames, and the words in whose place they come
  const isCard = (address) => {
    try {
      const { protocol, pathname } = new URL(address, location.href);
      return /^https?:$/.test(protocol) && /\/quotes\/q\d+\/card$/.test(pathname);
    } catch {
      return false;
    }
  };
  const made = (words) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.title = words.textContent.trim().replace(/\s+/g, " ").slice(0, 150);
    frame.loading = "lazy";
    frame.src = words.dataset.card;
    return frame;
  };
  const prepare = (words) => {
    words.dataset.seen = "";
    if (!isCard(words.dataset.card)) return;
    const next = words.nextElementSibling;
    const given = next && next.matches("iframe[hidden]") && isCard(next.src) ? next : null;
    const frame = given || made(words);
    // A line high until the card has measured itself: a frame that is not there at all is not loaded.
    Object.assign(frame.style, {
      display: "block", visibility: "hidden", border: "0", margin: "0", minWidth: "0", minHeight: "0",
      width: `${Number(words.dataset.width) || 550}px`, maxWidth: "100%", height: "1px",
    });
    frame.hidden = false;
    waiting.set(frame, words);
    if (!given) words.after(frame);
  };
  const fit = (frame, asked) => {
    const words = waiting.get(frame);
    const most = Number(words && words.dataset.mostHeight) || MOST;
    const height = Math.min(most, Math.max(Math.min(LEAST, most), Math.ceil(asked)));
    frame.height = height;
    frame.style.height = `${height}px`;
    if (!words) return;
    words.style.setProperty("display", "none", "important");
    Object.assign(frame.style, { visibility: "visible", marginBottom: "8px" });
  };
  const look = () => document.querySelectorAll("blockquote[data-card]:not([data-seen])").forEach(prepare);
  window.addEventListener("message", ({ data, source }) => {
    if (!data || data.type !== "quotes-card" || !Number.isFinite(data.height)) return;
    for (const frame of document.querySelectorAll("iframe[src*='/card']")) {
      if (frame.contentWindow === source) fit(frame, data.height);
    }
  });
  window.quotesCards = look;
  look();
})();

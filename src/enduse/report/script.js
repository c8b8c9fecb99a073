"use strict";
// Filters, order and print. Without it every finding is still on the page.
(() => {
  const all = (where, what) => Array.from(where.querySelectorAll(what));
  let groups = [];
  let rows = [];
  const known = new Map();
  const recall = (node, make) => {
    if (!known.has(node)) known.set(node, make());
    return known.get(node);
  };
  const collect = () => {
    groups = all(document, ".group").map((node) => recall(node, () => ({
      node, rank: known.size, number: Number(node.dataset.n), outcome: node.dataset.o,
      text: null, findings: all(node, ".finding").map((item) => ({
        node: item, grade: Number(item.dataset.g), text: null,
      })),
    })));
    rows = all(document, "#rows tbody tr").map((node) => recall(node, () => ({
      node, outcome: node.dataset.o, text: null,
    })));
  };
  collect();
  const form = document.getElementById("filter");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entities = { "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&amp;": "&" };
  const wordsIn = (markup) => markup.replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|#34|#39|amp);/g, (entity) => entities[entity]);
  // In a long report a card waits in a noscript, where it costs one text node.
  const waiting = (node) => node.querySelector(":scope > noscript");
  const build = (node) => {
    const card = waiting(node);
    if (card) card.outerHTML = card.textContent;
  };
  const textOf = (item, node) => (item.text ??= fold(
    waiting(node) ? wordsIn(node.textContent) : node.textContent));
  const holds = (text, words) => words.every((word) => text.includes(word));

  const showRow = (row, words, outcome) => {
    const fits = !outcome || row.outcome === outcome;
    row.node.hidden = !(fits && (!words.length || holds(textOf(row, row.node), words)));
    return !row.node.hidden;
  };
  const showGroup = (group, words, outcome, grade) => {
    const fits = !outcome || group.outcome === outcome;
    let shown = 0;
    for (const finding of group.findings) {
      const found = fits && finding.grade >= grade && (!words.length || holds(
        (group.text ??= fold(group.node.querySelector("h3").textContent + " " +
          group.node.querySelector(".src").textContent)) + " " +
          textOf(finding, finding.node), words));
      if (finding.node.hidden === found) finding.node.hidden = !found;
      shown += found;
    }
    if (group.node.hidden !== !shown) group.node.hidden = !shown;
    return shown;
  };
  const apply = () => {
    const words = fold(form.q.value).split(/\s+/).filter(Boolean);
    const outcome = form.o.value;
    const grade = Number(form.g.value);
    let findings = 0;
    let lines = 0;
    const quiet = document.getElementById("quiet-too");
    if (quiet && (words.length || outcome === "clear")) quiet.checked = true;
    for (const row of rows) lines += showRow(row, words, outcome);
    for (const group of groups) findings += showGroup(group, words, outcome, grade);
    const of = groups.reduce((sum, group) => sum + group.findings.length, 0);
    const still = document.querySelector("script.pack") ? " More are being read." : "";
    form.shown.value = `Showing ${findings.toLocaleString("en")} of ` +
      `${of.toLocaleString("en")} findings and ${lines.toLocaleString("en")} of ` +
      `${rows.length.toLocaleString("en")} rows of the table above.${still}`;
  };
  const order = () => {
    const key = form.s.value === "input" ? "number" : "rank";
    const sorted = [...groups].sort((a, b) => a[key] - b[key]);
    document.getElementById("groups").append(...sorted.map((group) => group.node));
  };
  const setOpen = (open) => {
    for (const group of groups) {
      if (group.node.hidden) continue;
      for (const item of group.findings) if (!item.node.hidden) item.node.open = open;
    }
  };
  if (form) {
    let timer = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.q.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(apply, 120);
    });
    for (const name of ["o", "g"]) form[name].addEventListener("change", apply);
    form.s.addEventListener("change", order);
    form.open.addEventListener("click", () => setOpen(true));
    form.close.addEventListener("click", () => setOpen(false));
    apply();
  }

  // With a finding's line focused, J and K go to the next and the one before.
  document.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    const here = document.activeElement;
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!here?.matches(".finding > summary")) return;
    const lines = all(document, ".group:not([hidden]) .finding:not([hidden]) > summary");
    lines[lines.indexOf(here) + step]?.focus();
  });

  const openTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.tagName === "DETAILS") {
      build(target);
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  // What a long report holds packed is put in its place, a piece at a time: first the
  // findings, then the rest, so that the page can be read and used meanwhile.
  const unpacked = async (text) => {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream();
    return new Response(stream.pipeThrough(new DecompressionStream("deflate"))).text();
  };
  const unpack = async () => {
    const packs = [...all(document, "#groups script.pack"),
      ...all(document, "script.pack").filter((pack) => !pack.closest("#groups"))];
    if (!packs.length) return;
    for (const pack of packs) {
      pack.insertAdjacentHTML("beforebegin", await unpacked(pack.textContent));
      pack.remove();
      await new Promise((done) => setTimeout(done));
    }
    collect();
    if (form) {
      if (form.s.value === "input") order();
      apply();
    }
    if (location.hash && !document.querySelector(":target")) openTarget();
    document.documentElement.dataset.whole = "";
  };
  unpack();

  document.addEventListener("toggle", (event) => {
    if (event.target.open) build(event.target);
  }, true);

  // A few hundred findings are printed whole; of more a line each, and those open whole.
  const printedWhole = 200;
  const brief = document.getElementById("brief");
  let opened = [];
  let away = [];
  const line = (finding) => {
    const item = document.createElement("li");
    const subject = finding.closest(".group").querySelector("h3").textContent;
    const told = Array.from(finding.querySelector("summary").children, (part) =>
      part.textContent);
    item.textContent = [subject, ...told].map((text) =>
      text.replace(/\s+/g, " ").trim()).join(" · ");
    return item;
  };
  addEventListener("beforeprint", () => {
    const shown = all(document, ".group:not([hidden]) .finding:not([hidden])");
    const many = shown.length > printedWhole;
    const lines = many ? shown.map(line) : [];
    if (document.body.classList.contains("long")) {
      // What is not printed is taken out meanwhile: a browser lays out even the hidden.
      for (const node of all(document, "#rows, .entry, .group")) {
        const printed = node.matches(".group:not([hidden])") &&
          (!many || node.querySelector(".finding[open]"));
        if (printed) continue;
        const mark = document.createComment("");
        node.replaceWith(mark);
        away.push([mark, node]);
      }
    }
    if (!many) {
      for (const node of shown) build(node);
      opened = all(document, "details:not([open])");
      for (const node of opened) node.open = true;
    }
    if (!brief) return;
    const unread = document.querySelector("script.pack")
      ? "Printed before all of this report was read: findings are missing. " : "";
    brief.querySelector("p").textContent = unread + (many ? "A line for each of " +
      `${shown.length.toLocaleString("en")} findings; those that were open follow whole. ` +
      `${printedWhole} or fewer, by the filter of this page, are printed whole.` : "");
    brief.querySelector("ol").replaceChildren(...lines);
    brief.hidden = !(unread || many);
  });
  addEventListener("afterprint", () => {
    for (const node of opened) node.open = false;
    opened = [];
    for (const [mark, node] of away) mark.replaceWith(node);
    away = [];
    brief?.querySelector("ol").replaceChildren();
    if (brief) brief.hidden = true;
  });
})();

// Shows the steps of the table one at a time. The page is whole without it: all it does is hide
// what comes later, mark the current step and say it aloud.
"use strict";
(() => {
  const pause = 1200; // milliseconds from step to step while it plays
  const steps = [...document.querySelectorAll("tr.step")];
  const end = document.querySelectorAll("tr.end, #ending");
  const byId = (id) => document.getElementById(id);
  let current = 0;
  let timer = null;

  const text = (row, part) => row.querySelector(part)?.textContent.trim() ?? "";

  const announce = () => {
    const row = steps[current];
    const parts = [
      ["count", `Step ${text(row, "th")} of ${text(steps.at(-1), "th")}`],
      ["what", `${text(row, ".who")} ${text(row, ".does")}`],
      ["code", text(row, "code")],
      ["where", text(row, ".where")],
    ];
    const spans = parts.filter(([, said]) => said !== "").map(([name, said]) => {
      const span = document.createElement("span");
      span.className = name;
      span.textContent = said;
      return span;
    });
    byId("now").replaceChildren(...spans.flatMap((span) => [span, " "]));
  };

  const show = (index) => {
    current = Math.min(Math.max(index, 0), steps.length - 1);
    const isLast = current === steps.length - 1;
    steps.forEach((row, i) => {
      row.classList.toggle("later", i > current);
      if (i === current) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
    });
    end.forEach((part) => part.classList.toggle("later", !isLast));
    for (const id of ["first", "back"]) byId(id).setAttribute("aria-disabled", current === 0);
    for (const id of ["next", "last"]) byId(id).setAttribute("aria-disabled", isLast);
    announce();
    if (isLast) byId("ending").scrollIntoView({ block: "nearest" });
    for (const part of [".does", ".at"])
      steps[current].querySelector(part).scrollIntoView({ block: "nearest", inline: "nearest" });
    if (isLast) stop();
  };

  const stop = () => {
    clearInterval(timer);
    timer = null;
    byId("play").textContent = "Play";
  };

  const play = () => {
    if (timer !== null) return stop();
    if (current === steps.length - 1) show(0);
    if (steps.length === 1) return;
    timer = setInterval(() => show(current + 1), pause);
    byId("play").textContent = "Pause";
  };

  const go = (index) => {
    if (timer !== null) stop();
    show(index);
  };

  const actions = {
    first: () => go(0),
    back: () => go(current - 1),
    play,
    next: () => go(current + 1),
    last: () => go(steps.length - 1),
  };
  const keys = {
    Home: "first", ArrowLeft: "back", ArrowUp: "back", " ": "play",
    ArrowRight: "next", ArrowDown: "next", End: "last",
  };

  for (const [id, action] of Object.entries(actions)) byId(id).addEventListener("click", action);
  steps.forEach((row, i) => row.addEventListener("click", () => {
    if (getSelection().isCollapsed) go(i);
  }));
  document.addEventListener("keydown", (event) => {
    const action = actions[keys[event.key]];
    const isForButton = event.key === " " && event.target instanceof HTMLButtonElement;
    if (!action || isForButton || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    action();
  });

  document.documentElement.classList.add("plays");
  byId("player").hidden = false;
  show(0);
})();

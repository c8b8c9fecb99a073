
"use strict";
for (const figure of document.querySelectorAll("figure")) {
  const source = figure.querySelector('script[type="application/json"]');
  const live = figure.querySelector(".live");
  const still = figure.querySelector(".still");
  if (!source || !live || !still) continue;
  const options = {
    mode: "vega", ast: true, actions: false, renderer: "svg", defaultStyle: false,
    tooltip: { disableDefaultStyle: true, theme: "custom" },
  };
  live.hidden = false;
  vegaEmbed(live, JSON.parse(source.textContent), options).then(
    () => { still.hidden = true; },
    () => { live.hidden = true; },
  );
}

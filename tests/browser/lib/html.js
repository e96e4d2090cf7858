// What is not valid HTML on a page.

import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A title names the indicator and the city in full; how many letters a search engine shows is not our measure.
    "long-title": "off",
    // A list may have a name: the legend of a figure is one of several on a page.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
});

/** The first mistakes of a page, each with its place. */
export async function mistakes(page) {
  const report = await validator.validateString(page.html, page.path);
  const found = report.results.flatMap((result) =>
    result.messages.map((message) => `${message.line}:${message.column} ${message.ruleId}: ${message.message}`),
  );
  return found.slice(0, 20);
}

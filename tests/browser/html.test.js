// Every page is valid HTML.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HtmlValidate } from "html-validate";

import { sites } from "./lib/sites.js";

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

for (const site of sites()) {
  describe(`HTML of ${site.name}`, () => {
    for (const page of site.pages) {
      test(page.path, async () => {
        const report = await validator.validateString(page.html, page.path);
        const found = report.results.flatMap((result) =>
          result.messages.map((message) => `${message.line}:${message.column} ${message.ruleId}: ${message.message}`),
        );
        assert.deepEqual(found.slice(0, 20), []);
      });
    }
  });
}

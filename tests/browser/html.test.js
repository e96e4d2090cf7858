// Every page is valid HTML.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HtmlValidate } from "html-validate";

import { sites } from "./lib/sites.js";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // HTML allows void elements and attributes with or without the XHTML spelling; the generator decides, not taste.
    "void-style": "off",
    // Generated pages have no indentation to keep tidy.
    "no-trailing-whitespace": "off",
    // A doctype in small letters is the same doctype.
    "doctype-style": "off",
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

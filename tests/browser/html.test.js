// Every page is valid HTML.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { mistakes } from "./lib/html.js";
import { sites } from "./lib/sites.js";

for (const site of sites()) {
  describe(`HTML of ${site.name}`, () => {
    for (const page of site.pages) {
      test(page.path, async () => {
        assert.deepEqual(await mistakes(page), []);
      });
    }
  });
}

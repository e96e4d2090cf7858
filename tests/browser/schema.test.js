// The schemas that the program prints for editors: they accept every definition of the examples and refuse mistakes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { parse } from "smol-toml";

import { program } from "./lib/sites.js";

const examples = resolve(process.env.MEHRKLANG_EXAMPLES ?? "../../examples");

/** Which schema describes a definition file, by its place. */
const KINDS = [
  [/^monitoring\.toml$/, "monitoring"],
  [/^areas\/levels\.toml$/, "levels"],
  [/^areas\/[^/]+\.toml$/, "areas"],
  [/^variables\/[^/]+\.toml$/, "variable"],
  [/^sources\/[^/]+\.toml$/, "source"],
  [/^fields\/[^/]+\/field\.toml$/, "field"],
  [/^fields\/[^/]+\/[^/]+\.toml$/, "indicator"],
  [/^editions\/[^/]+\/edition\.toml$/, "edition"],
  [/^concepts\/[^/]+\.toml$/, "concept"],
  [/^goals\.toml$/, "goals"],
  [/^language\.toml$/, "language"],
  [/^answers\.toml$/, "answers"],
  [/^corrections\.toml$/, "corrections"],
  [/^reviews\/[^/]+\.toml$/, "review"],
];

// A monitoring can do without concepts of its own (the program ships a library), without agreed goals, without words
// of its own, without answers to warnings, without corrections and without reviews.
const OPTIONAL = ["concept", "goals", "language", "answers", "corrections", "review"];

// The policy lies behind the wall, and not every monitoring has one.
const POLICY = "policy";

const schemas = JSON.parse(execFileSync(program(), ["schema"], { encoding: "utf8" }));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const kinds = [...KINDS.map(([, kind]) => kind), POLICY];
const check = new Map(kinds.map((kind) => [kind, ajv.compile(schemas[`${kind}.schema.json`])]));

test("there is a schema for each kind of definition file, and no other", () => {
  assert.deepEqual(Object.keys(schemas).sort(), kinds.map((kind) => `${kind}.schema.json`).sort());
});

for (const [kind, validate] of check) {
  test(`the schema of ${kind} refuses a key that we do not know`, () => {
    validate({ titel: "x" });
    const unknown = validate.errors.filter((error) => error.keyword === "additionalProperties");
    assert.deepEqual(unknown.map((error) => error.params.additionalProperty), ["titel"]);
  });
  test(`the schema of ${kind} explains every key`, () => {
    const properties = Object.entries(schemas[`${kind}.schema.json`].properties ?? {});
    assert.ok(properties.length > 0);
    for (const [name, property] of properties) assert.ok(property.description?.length > 5, name);
  });
}

for (const monitoring of ["musterstadt", "muenchen"]) {
  describe(`definitions of ${monitoring}`, () => {
    const open = join(examples, monitoring, "open");
    const files = readdirSync(open, { recursive: true }).map(String).filter((path) => path.endsWith(".toml")).sort();
    const seen = new Set();
    for (const path of files) {
      test(path, () => {
        const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1];
        assert.ok(kind, "a file of a known kind");
        seen.add(kind);
        const value = parse(readFileSync(join(open, path), "utf8"));
        const validate = check.get(kind);
        assert.ok(validate(value), ajv.errorsText(validate.errors, { separator: "\n" }));
        assert.ok(!validate({ ...value, titel: "x" }), "a key that we do not know is refused");
      });
    }
    const policy = join(examples, monitoring, "shielded/policy.toml");
    if (existsSync(policy)) {
      test("shielded/policy.toml", () => {
        const value = parse(readFileSync(policy, "utf8"));
        const validate = check.get(POLICY);
        assert.ok(validate(value), ajv.errorsText(validate.errors, { separator: "\n" }));
        assert.ok(!validate({ ...value, titel: "x" }), "a key that we do not know is refused");
      });
    }
    test("every kind of definition file that a monitoring needs is among them", () => {
      const needed = KINDS.map(([, kind]) => kind).filter((kind) => !OPTIONAL.includes(kind));
      assert.deepEqual(needed.filter((kind) => !seen.has(kind)), []);
    });
  });
}

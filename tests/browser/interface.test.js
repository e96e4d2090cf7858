// The description of the interface of `serve`: sound OpenAPI, and true of what is answered.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { serve, sites } from "./lib/sites.js";

describe("the interface", () => {
  let server;
  let description;
  let root;
  before(async () => {
    server = await serve(sites()[0]);
    root = `${server.origin}/api/v2`;
    description = await (await fetch(`${root}/openapi.json`)).json();
  });
  after(() => server?.stop());

  test("is described in sound OpenAPI", async () => {
    const validator = new Validator();
    const found = await validator.validate(structuredClone(description));
    assert.ok(found.valid, JSON.stringify(found.errors, null, 1));
    assert.equal(validator.version, "3.1");
  });

  test("answers as it is described", async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema({ $id: "openapi", ...description });
    const name = (await (await fetch(`${root}/tables`)).json()).tables[0].id;
    let answers = 0;
    for (const [path, ways] of Object.entries(description.paths)) {
      for (const [way, operation] of Object.entries(ways)) {
        const body = way === "post" ? JSON.stringify({ selection: [{ variableCode: "period", valueCodes: ["*"] }] }) : undefined;
        const address = root + path.replace("{id}", name);
        const answer = await fetch(address, { method: way.toUpperCase(), body });
        assert.equal(answer.status, 200, `${way} ${path}`);
        const [type, content] = Object.entries(operation.responses["200"].content)[0];
        assert.equal(answer.headers.get("content-type"), type, `${way} ${path}`);
        const schema = content.schema.$ref ? { $ref: `openapi${content.schema.$ref}` } : content.schema;
        const validate = ajv.compile(schema);
        assert.ok(validate(await answer.json()), `${way} ${path}: ${ajv.errorsText(validate.errors)}`);
        answers += 1;
      }
    }
    assert.ok(answers >= 8, `${answers} answers`);
    const missing = await fetch(`${root}/tables/gibt-es-nicht`);
    const validate = ajv.compile({ $ref: "openapi#/components/schemas/Problem" });
    assert.equal(missing.status, 404);
    assert.equal(missing.headers.get("content-type"), "application/problem+json");
    assert.ok(validate(await missing.json()), ajv.errorsText(validate.errors));
  });

  test("can be asked by pages of other sites", async () => {
    const asked = await fetch(`${root}/tables`, { headers: { origin: "https://anderswo.example" } });
    assert.equal(asked.headers.get("access-control-allow-origin"), "*");
  });
});

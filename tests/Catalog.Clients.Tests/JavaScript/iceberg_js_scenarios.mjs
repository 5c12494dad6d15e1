// What people do with iceberg-js, against one surface; prints one line of JSON for each scenario.
import { createHash, createHmac } from "node:crypto";
import assert from "node:assert/strict";

const { IcebergRestCatalog, IcebergError } = await import(process.env.CATALOG_ICEBERG_JS);
const { CATALOG_SURFACE: surface, CATALOG_SERVER: server, CATALOG_WAREHOUSE_NAME: warehouse, CATALOG_KEY: key } = process.env;

const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
const sha = (text) => createHash("sha256").update(text).digest("hex");
const hmac = (secret, text) => createHmac("sha256", secret).update(text).digest();

async function signedFetch(target, init) {
  const url = new URL(target);
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, "");
  const hash = sha(init.body ?? "");
  const query = [...url.searchParams].map(([k, v]) => `${encode(k)}=${encode(v)}`).sort().join("&");
  const path = url.pathname.split("/").map(encode).join("/");
  const names = "host;x-amz-content-sha256;x-amz-date";
  const canonical = [init.method, path, query, `host:${url.host}`, `x-amz-content-sha256:${hash}`, `x-amz-date:${date}`, "", names, hash].join("\n");
  const scope = `${date.slice(0, 8)}/us-east-1/s3tables/aws4_request`;
  const secret = [date.slice(0, 8), "us-east-1", "s3tables", "aws4_request"].reduce(hmac, "AWS4" + process.env.CATALOG_SECRET_KEY);
  const signature = createHmac("sha256", secret).update(["AWS4-HMAC-SHA256", date, scope, sha(canonical)].join("\n")).digest("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${process.env.CATALOG_ACCESS_KEY}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return fetch(target, { ...init, headers: { ...init.headers, "X-Amz-Date": date, "X-Amz-Content-Sha256": hash, Authorization: authorization } });
}

const open = (more = {}) => surface === "aistor"
  ? new IcebergRestCatalog({ baseUrl: `${server}/_iceberg`, catalogName: warehouse, fetch: signedFetch, ...more })
  : new IcebergRestCatalog({ baseUrl: server, auth: { type: "bearer", token: key }, ...more });

const catalog = open();
const named = (java, reference) => (surface === "aistor" ? reference : java);
const ns = (name) => `js_${surface}_${name}`;
const schema = {
  type: "struct", "schema-id": 0,
  fields: [{ id: 1, name: "id", type: "long", required: true }, { id: 2, name: "at", type: "timestamp", required: false }],
};
const isError = (status, type) => (error) => {
  assert.ok(error instanceof IcebergError, String(error));
  assert.equal(error.status, status);
  assert.equal(error.icebergType, type);
  assert.equal(error.icebergCode, status);
  return true;
};

const scenarios = {
  async namespaces() {
    const id = { namespace: [ns("namespaces")] };
    const made = await catalog.createNamespace(id, { properties: { owner: "me" } });
    assert.deepEqual(made.namespace, id.namespace);
    assert.equal((await catalog.loadNamespaceMetadata(id)).properties.owner, "me");
    assert.ok((await catalog.listNamespaces()).namespaces.some((n) => n.namespace.join() === ns("namespaces")));
    assert.equal(await catalog.namespaceExists(id), true);
    await catalog.createNamespaceIfNotExists(id);
    await assert.rejects(catalog.createNamespace(id), isError(409, named("AlreadyExistsException", "IcebergNamespaceAlreadyExists")));
    const child = { namespace: [ns("namespaces"), "child"] };
    await catalog.createNamespace(child);
    assert.deepEqual((await catalog.listNamespaces({ parent: id, pageSize: 10 })).namespaces, [child]);
    await catalog.dropNamespace(child);
    await catalog.dropNamespace(id);
    assert.equal(await catalog.namespaceExists(id), false);
    await assert.rejects(catalog.loadNamespaceMetadata(id), isError(404, named("NoSuchNamespaceException", "IcebergNamespaceNotFound")));
  },
  async tables() {
    const id = { namespace: [ns("tables")] };
    await catalog.createNamespace(id);
    const metadata = await catalog.createTable(id, { name: "events", schema, properties: { kind: "js" } });
    assert.equal(metadata.properties.kind, "js");
    const table = { namespace: [ns("tables")], name: "events" };
    assert.equal((await catalog.loadTable(table))["table-uuid"], metadata["table-uuid"]);
    assert.equal(await catalog.tableExists(table), true);
    assert.deepEqual((await catalog.listTables(id, { pageSize: 10 })).identifiers.map(({ namespace, name }) => ({ namespace, name })), [table]);
    assert.equal((await catalog.createTableIfNotExists(id, { name: "events", schema }))["table-uuid"], metadata["table-uuid"]);
    await catalog.dropTable(table);
    assert.equal(await catalog.tableExists(table), false);
    await assert.rejects(catalog.loadTable(table), isError(404, named("NoSuchTableException", "IcebergTableNotFound")));
    await catalog.createTable(id, { name: "again", schema });
    await catalog.dropTable({ namespace: [ns("tables")], name: "again" }, { purge: true });
    await catalog.dropNamespace(id);
  },
  async commits() {
    const id = { namespace: [ns("commits")] };
    await catalog.createNamespace(id);
    await catalog.createTable(id, { name: "t", schema });
    const table = { namespace: [ns("commits")], name: "t" };
    const answer = await catalog.updateTable(table, { requirements: [], updates: [{ action: "set-properties", updates: { a: "b" } }] });
    assert.equal(answer.metadata.properties.a, "b");
    await assert.rejects(
      catalog.updateTable(table, { requirements: [{ type: "assert-current-schema-id", "current-schema-id": 7 }], updates: [] }),
      isError(409, "CommitFailedException"));
    const loaded = await catalog.loadTable(table);
    assert.equal(loaded.properties.a, "b");
    await catalog.renameTable({ source: table, destination: { ...table, name: "renamed" } });
    assert.equal(await catalog.tableExists(table), false);
    assert.deepEqual(
      (await catalog.updateNamespaceProperties(id, { updates: { owner: "me" }, removals: ["absent"] })).missing, ["absent"]);
  },
  async access_delegation() {
    const asking = open({ accessDelegation: ["vended-credentials", "remote-signing"] });
    const id = { namespace: [ns("delegation")] };
    await asking.createNamespace(id);
    const metadata = await asking.createTable(id, { name: "t", schema });
    assert.equal((await asking.loadTable({ namespace: [ns("delegation")], name: "t" })).location, metadata.location);
  },
  async warehouse_as_prefix() {
    const named = surface === "aistor" ? catalog : open({ catalogName: warehouse });
    const id = { namespace: [ns("prefix")] };
    await named.createNamespace(id);
    assert.ok((await catalog.listNamespaces()).namespaces.some((n) => n.namespace.join() === ns("prefix")));
  },
};

for (const name of process.argv.slice(2)) {
  const started = performance.now();
  let outcome = "passed", detail = "";
  try {
    await scenarios[name]();
  } catch (error) {
    [outcome, detail] = ["failed", String(error.stack ?? error)];
  }
  console.log("RESULT " + JSON.stringify({ name, outcome, detail, seconds: (performance.now() - started) / 1000 }));
}

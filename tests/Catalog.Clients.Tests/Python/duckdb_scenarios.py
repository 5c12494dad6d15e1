"""What people do with DuckDB's iceberg extension."""
import glob
import os
import sysconfig

import duckdb

from scenarios import AUTH, SURFACE, URI, WAREHOUSE, Skipped, raises

BASE = URI if SURFACE == "planasonix" else URI + "/_iceberg"


def connect(options=""):
    con = duckdb.connect()
    for name in ("avro", "httpfs", "iceberg"):
        con.execute(f"LOAD '{glob.glob(sysconfig.get_path('purelib') + f'/duckdb_extension_{name}/extensions/*/{name}.duckdb_extension')[0]}'")
    if AUTH == "sigv4":
        con.execute(f"CREATE SECRET s (TYPE s3, KEY_ID '{os.environ['CATALOG_ACCESS_KEY']}', SECRET '{os.environ['CATALOG_SECRET_KEY']}', REGION 'us-east-1')")
        auth = "AUTHORIZATION_TYPE 'sigv4', SECRET s, SIGV4_SERVICE 's3tables', SIGV4_REGION 'us-east-1'"
    elif AUTH == "oauth2":
        con.execute(f"CREATE SECRET s (TYPE iceberg, CLIENT_ID 'any', CLIENT_SECRET '{os.environ['CATALOG_KEY']}', OAUTH2_SERVER_URI '{URI}/v1/oauth/tokens')")
        auth = "SECRET s"
    else:
        auth = f"TOKEN '{os.environ['CATALOG_KEY']}'"
    con.execute(f"ATTACH '{WAREHOUSE}' AS ice (TYPE iceberg, ENDPOINT '{BASE}', {auth}{options})")
    return con


con = connect()


def fresh(name):
    schema = f"duck_{AUTH}_{name}"
    con.execute(f"CREATE SCHEMA ice.{schema}")
    return f"ice.{schema}"


def schemas_and_tables():
    name = fresh("schemas")
    con.execute(f"CREATE TABLE {name}.t (id BIGINT, name VARCHAR, price DECIMAL(10, 2), made TIMESTAMP, tags VARCHAR[], point STRUCT(x INT, y INT))")
    con.execute(f"INSERT INTO {name}.t VALUES (1, 'a', 1.50, '2026-01-01', ['x', 'y'], {{'x': 1, 'y': 2}}), (2, NULL, NULL, NULL, NULL, NULL)")
    assert con.execute(f"SELECT id, name, price, tags, point.y FROM {name}.t ORDER BY id").fetchone()[0:2] == (1, "a")
    assert con.execute(f"SELECT count(*) FROM {name}.t WHERE price > 1").fetchone() == (1,)
    assert ("t",) in con.execute(f"SELECT table_name FROM duckdb_tables() WHERE schema_name = '{name[4:]}'").fetchall()
    assert "t" in [row[0] for row in con.execute(f"SHOW TABLES FROM {name}").fetchall()]
    con.execute(f"DROP TABLE {name}.t")
    con.execute(f"DROP SCHEMA {name}")


def create_table_as():
    name = fresh("ctas")
    con.execute(f"CREATE TABLE {name}.t AS SELECT range AS id, 'row ' || range AS name FROM range(1000)")
    assert con.execute(f"SELECT count(*), sum(id) FROM {name}.t").fetchone() == (1000, 499500)
    raises(Exception, lambda: con.execute(f"CREATE TABLE {name}.t AS SELECT 1 AS id"))


def updates_and_deletes():
    name = fresh("deletes")
    con.execute(f"CREATE TABLE {name}.t AS SELECT range AS id, 'n' AS name FROM range(10)")
    con.execute(f"DELETE FROM {name}.t WHERE id < 3")
    con.execute(f"UPDATE {name}.t SET name = 'changed' WHERE id = 5")
    assert con.execute(f"SELECT count(*) FROM {name}.t").fetchone() == (7,)
    assert con.execute(f"SELECT name FROM {name}.t WHERE id = 5").fetchone() == ("changed",)
    con.execute(f"MERGE INTO {name}.t USING (SELECT 6 AS id, 'm' AS name UNION ALL SELECT 77, 'new') AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET name = s.name WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.name)")
    assert con.execute(f"SELECT count(*), max(id) FROM {name}.t").fetchone() == (8, 77)


def alter_table():
    name = fresh("alter")
    con.execute(f"CREATE TABLE {name}.t AS SELECT 1 AS id")
    con.execute(f"ALTER TABLE {name}.t ADD COLUMN more VARCHAR")
    con.execute(f"INSERT INTO {name}.t VALUES (2, 'x')")
    con.execute(f"ALTER TABLE {name}.t RENAME COLUMN more TO label")
    assert con.execute(f"SELECT label FROM {name}.t ORDER BY id").fetchall() == [(None,), ("x",)]
    con.execute(f"ALTER TABLE {name}.t DROP COLUMN label")
    assert [row[0] for row in con.execute(f"DESCRIBE {name}.t").fetchall()] == ["id"]


def transaction_over_two_tables():
    name = fresh("transaction")
    con.execute(f"CREATE TABLE {name}.a AS SELECT 1 AS id")
    con.execute(f"CREATE TABLE {name}.b AS SELECT 1 AS id")
    con.execute("BEGIN")
    con.execute(f"INSERT INTO {name}.a VALUES (2)")
    con.execute(f"INSERT INTO {name}.b VALUES (2)")
    con.execute("COMMIT")
    con.execute("BEGIN")
    con.execute(f"INSERT INTO {name}.a VALUES (3)")
    con.execute("ROLLBACK")
    assert con.execute(f"SELECT (SELECT count(*) FROM {name}.a), (SELECT count(*) FROM {name}.b)").fetchone() == (2, 2)


def time_travel():
    name = fresh("travel")
    con.execute(f"CREATE TABLE {name}.t AS SELECT 1 AS id")
    con.execute(f"INSERT INTO {name}.t VALUES (2)")
    first = con.execute(f"SELECT snapshot_id FROM iceberg_snapshots({name}.t) ORDER BY sequence_number").fetchone()[0]
    assert con.execute(f"SELECT count(*) FROM {name}.t AT (VERSION => {first})").fetchone() == (1,)
    assert con.execute(f"SELECT count(*) FROM {name}.t").fetchone() == (2,)


def conflicting_writers():
    name = fresh("conflict")
    con.execute(f"CREATE TABLE {name}.t AS SELECT 1 AS id")
    other = connect()
    con.execute("BEGIN")
    con.execute(f"INSERT INTO {name}.t VALUES (2)")
    other.execute(f"INSERT INTO {name}.t VALUES (3)")
    try:
        con.execute("COMMIT")
    except Exception as error:
        assert "409" in str(error) or "Conflict" in str(error) or "Requirement failed" in str(error) or "conflict" in str(error), error
    total = other.execute(f"SELECT count(*) FROM {name}.t").fetchone()[0]
    assert total in (2, 3)


def nested_schema():
    name = fresh("nested")
    nested = connect(", SUPPORT_NESTED_NAMESPACES true")
    nested.execute(f'CREATE SCHEMA ice."{name[4:]}.inner"')
    nested.execute(f'CREATE TABLE ice."{name[4:]}.inner".t AS SELECT 42 AS id')
    assert nested.execute(f'SELECT id FROM ice."{name[4:]}.inner".t').fetchone() == (42,)


def format_v3():
    name = fresh("v3")
    try:
        con.execute(f"CREATE TABLE {name}.t (id BIGINT) WITH ('format-version' = '3')")
    except duckdb.Error as error:
        raise Skipped(f"this DuckDB cannot: {error}")
    con.execute(f"INSERT INTO {name}.t VALUES (1), (2), (3)")
    con.execute(f"DELETE FROM {name}.t WHERE id = 2")
    assert con.execute(f"SELECT id FROM {name}.t ORDER BY id").fetchall() == [(1,), (3,)]


def without_staging():
    name = fresh("unstaged")
    plain = connect(", STAGE_CREATE_TABLES false, DISABLE_MULTI_TABLE_COMMIT true")
    plain.execute(f"CREATE TABLE {name}.t (id BIGINT)")
    plain.execute(f"INSERT INTO {name}.t VALUES (1)")
    assert plain.execute(f"SELECT count(*) FROM {name}.t").fetchone() == (1,)

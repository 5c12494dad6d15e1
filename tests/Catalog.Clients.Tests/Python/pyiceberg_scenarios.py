"""What people do with PyIceberg, against one surface and one kind of authentication."""
import os
import threading
import time
import urllib.parse

import pyarrow as pa
from pyiceberg.catalog.rest import RestCatalog
from pyiceberg.exceptions import (
    CommitFailedException, NamespaceAlreadyExistsError, NamespaceNotEmptyError, NoSuchNamespaceError, NoSuchTableError,
    RESTError, TableAlreadyExistsError, UnauthorizedError, ForbiddenError)
from pyiceberg.partitioning import PartitionField, PartitionSpec
from pyiceberg.schema import Schema
from pyiceberg.table.sorting import SortField, SortOrder
from pyiceberg.transforms import BucketTransform, DayTransform, IdentityTransform
from pyiceberg.types import IntegerType, LongType, NestedField, StringType, StructType, ListType, TimestampType

from scenarios import AUTH, SURFACE, URI, WAREHOUSE, Skipped, raises

BASE = URI if SURFACE == "planasonix" else URI + "/_iceberg"


def connect(**more):
    if AUTH == "sigv4":
        properties = {"rest.sigv4-enabled": "true", "rest.signing-region": "us-east-1", "rest.signing-name": "s3tables",
                      "client.region": "us-east-1", "client.access-key-id": os.environ["CATALOG_ACCESS_KEY"],
                      "client.secret-access-key": os.environ["CATALOG_SECRET_KEY"]}
    elif AUTH == "oauth2":
        properties = {"credential": os.environ["CATALOG_KEY"], "scope": "catalog"}
    else:
        properties = {"token": os.environ["CATALOG_KEY"]}
    return RestCatalog("test", **{"uri": BASE, "warehouse": WAREHOUSE, **properties, **more})


catalog = connect()
ROWS = pa.table({"id": pa.array([1, 2, 3], pa.int64()), "name": ["a", "b", None]})


def fresh(name):
    namespace = f"py_{AUTH}_{name}"
    catalog.create_namespace(namespace)
    return namespace


def rows(table, **scan):
    return table.scan(**scan).to_arrow().sort_by("id").to_pylist()


def namespaces():
    name = fresh("namespaces")
    assert (name,) in catalog.list_namespaces()
    assert catalog.namespace_exists(name)
    raises(NamespaceAlreadyExistsError, lambda: catalog.create_namespace(name))
    summary = catalog.update_namespace_properties(name, updates={"owner": "me", "note": "ü € 🙂"})
    assert sorted(summary.updated) == ["note", "owner"]
    assert catalog.load_namespace_properties(name)["note"] == "ü € 🙂"
    summary = catalog.update_namespace_properties(name, removals={"owner", "absent"})
    assert summary.removed == ["owner"] and summary.missing == ["absent"]
    catalog.create_table(f"{name}.t", ROWS.schema)
    raises(NamespaceNotEmptyError, lambda: catalog.drop_namespace(name))
    catalog.drop_table(f"{name}.t")
    catalog.drop_namespace(name)
    assert not catalog.namespace_exists(name)
    raises(NoSuchNamespaceError, lambda: catalog.load_namespace_properties(name))
    raises(NoSuchNamespaceError, lambda: catalog.drop_namespace(name))


def nested_namespaces():
    top = fresh("nested")
    catalog.create_namespace((top, "inner"))
    catalog.create_namespace((top, "inner", "leaf"))
    assert catalog.list_namespaces(top) == [(top, "inner")]
    assert catalog.list_namespaces((top, "inner")) == [(top, "inner", "leaf")]
    assert (top, "inner") not in catalog.list_namespaces()
    table = catalog.create_table((top, "inner", "leaf", "t"), ROWS.schema)
    table.append(ROWS)
    assert catalog.list_tables((top, "inner", "leaf")) == [(top, "inner", "leaf", "t")]
    assert len(rows(catalog.load_table((top, "inner", "leaf", "t")))) == 3
    raises(NamespaceNotEmptyError, lambda: catalog.drop_namespace((top, "inner")))
    raises(RESTError, lambda: catalog.create_namespace((top, "absent", "leaf")), "Namespace does not exist")


def create_append_scan():
    name = fresh("append")
    table = catalog.create_table(f"{name}.people", ROWS.schema, properties={"owner": "me", "flag": "true"})
    assert table.properties["owner"] == "me"
    table.append(ROWS)
    table.append(ROWS)
    loaded = catalog.load_table(f"{name}.people")
    assert loaded.scan().to_arrow().num_rows == 6
    assert rows(loaded, row_filter="id > 2", selected_fields=("id",)) == [{"id": 3}, {"id": 3}]
    assert len(loaded.snapshots()) == 2 and len(loaded.history()) == 2
    assert loaded.current_snapshot().parent_snapshot_id == loaded.snapshots()[0].snapshot_id
    raises(TableAlreadyExistsError, lambda: catalog.create_table(f"{name}.people", ROWS.schema))
    assert catalog.table_exists(f"{name}.people") and not catalog.table_exists(f"{name}.absent")
    assert catalog.list_tables(name) == [(name, "people")]


def schema_evolution():
    name = fresh("schema")
    table = catalog.create_table(f"{name}.t", ROWS.schema)
    table.append(ROWS)
    with table.update_schema() as update:
        update.add_column("extra", IntegerType(), doc="later")
        update.rename_column("name", "label")
        update.add_column("point", StructType(NestedField(100, "x", LongType()), NestedField(101, "y", LongType())))
    with table.update_schema() as update:
        update.update_column("extra", field_type=LongType())
        update.move_first("label")
    table.append(pa.table({"id": pa.array([4], pa.int64()), "label": ["d"], "extra": pa.array([9], pa.int64())}))
    loaded = catalog.load_table(f"{name}.t")
    assert [field.name for field in loaded.schema().fields] == ["label", "id", "extra", "point"]
    assert rows(loaded, selected_fields=("id", "label", "extra"))[-1] == {"label": "d", "id": 4, "extra": 9}
    with table.update_schema() as update:
        update.delete_column("extra")
        update.union_by_name(pa.schema([("fresh", pa.string())]))
    assert "fresh" in [field.name for field in catalog.load_table(f"{name}.t").schema().fields]
    assert len(catalog.load_table(f"{name}.t").schemas()) == 4


def partition_evolution():
    name = fresh("partition")
    schema = Schema(NestedField(1, "id", LongType(), required=False), NestedField(2, "day", TimestampType(), required=False), NestedField(3, "kind", StringType(), required=False))
    table = catalog.create_table(f"{name}.t", schema, partition_spec=PartitionSpec(PartitionField(3, 1000, IdentityTransform(), "kind")),
                                 sort_order=SortOrder(SortField(1, transform=IdentityTransform())))
    assert table.sort_order().order_id == 1
    batch = pa.table({"id": pa.array([1, 2], pa.int64()), "day": pa.array([0, 10**15], pa.timestamp("us")), "kind": ["a", "b"]})
    table.append(batch)
    with table.update_spec() as update:
        update.add_field("day", DayTransform(), "by_day")
        update.add_field("id", BucketTransform(4), "by_id")
    table.append(batch)
    with table.update_spec() as update:
        update.remove_field("kind")
    table.append(batch)
    loaded = catalog.load_table(f"{name}.t")
    assert len(loaded.specs()) == 3
    assert [field.name for field in loaded.spec().fields] == ["by_day", "by_id"]
    assert loaded.scan(row_filter="kind = 'a'").to_arrow().num_rows == 3
    with table.update_sort_order() as update:
        update.desc("day", IdentityTransform())
    assert catalog.load_table(f"{name}.t").sort_order().order_id == 2


def transactions():
    name = fresh("transactions")
    table = catalog.create_table(f"{name}.t", ROWS.schema)
    with table.transaction() as transaction:
        transaction.set_properties(stage="one")
        with transaction.update_schema() as update:
            update.add_column("more", StringType())
        transaction.append(pa.table({"id": pa.array([1], pa.int64()), "name": ["x"], "more": ["y"]}))
        transaction.append(pa.table({"id": pa.array([2], pa.int64()), "name": ["x"], "more": ["z"]}))
    loaded = catalog.load_table(f"{name}.t")
    assert loaded.properties["stage"] == "one" and loaded.scan().to_arrow().num_rows == 2
    assert len(loaded.metadata.metadata_log) == 1, "one transaction is one commit"
    with loaded.transaction() as transaction:
        transaction.remove_properties("stage")
        transaction.upgrade_table_version(2)
    assert "stage" not in catalog.load_table(f"{name}.t").properties


def rename():
    name, other = fresh("rename"), fresh("rename_to")
    table = catalog.create_table(f"{name}.old", ROWS.schema)
    table.append(ROWS)
    renamed = catalog.rename_table(f"{name}.old", f"{other}.new")
    assert renamed.metadata.table_uuid == table.metadata.table_uuid and len(rows(renamed)) == 3
    raises(NoSuchTableError, lambda: catalog.load_table(f"{name}.old"))
    again = catalog.create_table(f"{name}.old", ROWS.schema)
    assert again.location() != renamed.location()
    raises(TableAlreadyExistsError, lambda: catalog.rename_table(f"{name}.old", f"{other}.new"))
    raises(NoSuchTableError, lambda: catalog.rename_table(f"{name}.absent", f"{other}.x"))
    raises(NoSuchNamespaceError, lambda: catalog.rename_table(f"{name}.old", "absent_namespace.x"))
    catalog.purge_table(f"{name}.old")
    assert len(rows(catalog.load_table(f"{other}.new"))) == 3


def _path(location):
    return urllib.parse.unquote(urllib.parse.urlparse(location).path)


def drop_and_purge():
    name = fresh("drop")
    kept = catalog.create_table(f"{name}.kept", ROWS.schema)
    kept.append(ROWS)
    files = [task.file.file_path for task in kept.scan().plan_files()] + [kept.metadata_location]
    if SURFACE == "planasonix":
        catalog.drop_table(f"{name}.kept")
        time.sleep(1)
        assert all(os.path.exists(_path(file)) for file in files), "a drop without purge keeps the files"
    purged = catalog.create_table(f"{name}.purged", ROWS.schema)
    purged.append(ROWS)
    files = [task.file.file_path for task in purged.scan().plan_files()] + [purged.metadata_location, purged.current_snapshot().manifest_list]
    assert all(os.path.exists(_path(file)) for file in files)
    catalog.purge_table(f"{name}.purged")
    raises(NoSuchTableError, lambda: catalog.load_table(f"{name}.purged"))
    deadline = time.time() + 10
    while any(os.path.exists(_path(file)) for file in files) and time.time() < deadline:
        time.sleep(0.05)
    assert not [file for file in files if os.path.exists(_path(file))], "a purge removes data, manifests and metadata within ten seconds"
    raises(NoSuchTableError, lambda: catalog.drop_table(f"{name}.purged"))


def register():
    name = fresh("register")
    table = catalog.create_table(f"{name}.first", ROWS.schema)
    table.append(ROWS)
    if SURFACE == "planasonix":
        catalog.drop_table(f"{name}.first")
        again = catalog.register_table(f"{name}.second", table.metadata_location)
        assert again.metadata.table_uuid == table.metadata.table_uuid and again.location() == table.location()
        assert len(rows(again)) == 3
        again.append(ROWS)
        assert catalog.load_table(f"{name}.second").scan().to_arrow().num_rows == 6
    raises(TableAlreadyExistsError, lambda: catalog.register_table(f"{name}.{'second' if SURFACE == 'planasonix' else 'first'}", table.metadata_location))


def staged_create():
    name = fresh("staged")
    transaction = catalog.create_table_transaction(f"{name}.t", ROWS.schema, properties={"made": "staged"})
    assert not catalog.table_exists(f"{name}.t")
    with transaction as staged:
        staged.append(ROWS)
        staged.set_properties(extra="yes")
    loaded = catalog.load_table(f"{name}.t")
    assert len(rows(loaded)) == 3 and loaded.properties["made"] == "staged" and loaded.properties["extra"] == "yes"
    late = catalog.create_table_transaction(f"{name}.late", ROWS.schema)
    catalog.create_table(f"{name}.late", ROWS.schema)
    raises(CommitFailedException, late.commit_transaction)


def deletes_and_overwrites():
    name = fresh("deletes")
    table = catalog.create_table(f"{name}.t", ROWS.schema)
    table.append(ROWS)
    table.delete("id = 2")
    assert [row["id"] for row in rows(table)] == [1, 3]
    table.overwrite(pa.table({"id": pa.array([7], pa.int64()), "name": ["z"]}))
    assert rows(catalog.load_table(f"{name}.t")) == [{"id": 7, "name": "z"}]
    table.overwrite(pa.table({"id": pa.array([8], pa.int64()), "name": ["y"]}), overwrite_filter="id = 7")
    result = table.upsert(pa.table({"id": pa.array([8, 9], pa.int64()), "name": ["changed", "new"]}), join_cols=["id"])
    assert (result.rows_updated, result.rows_inserted) == (1, 1)
    assert rows(catalog.load_table(f"{name}.t")) == [{"id": 8, "name": "changed"}, {"id": 9, "name": "new"}]


def time_travel_and_refs():
    name = fresh("travel")
    table = catalog.create_table(f"{name}.t", ROWS.schema)
    table.append(ROWS)
    first = table.current_snapshot().snapshot_id
    table.append(ROWS)
    second = table.current_snapshot().snapshot_id
    table.manage_snapshots().create_tag(first, "v1").create_branch(first, "audit").commit()
    loaded = catalog.load_table(f"{name}.t")
    assert loaded.scan(snapshot_id=first).to_arrow().num_rows == 3
    assert loaded.scan().use_ref("v1").to_arrow().num_rows == 3
    assert loaded.scan().to_arrow().num_rows == 6
    assert loaded.refs()["v1"].snapshot_ref_type == "tag" and loaded.refs()["main"].snapshot_id == second
    loaded.append(ROWS, branch="audit")
    assert catalog.load_table(f"{name}.t").scan().use_ref("audit").to_arrow().num_rows == 6
    loaded.manage_snapshots().remove_tag("v1").commit()
    assert "v1" not in catalog.load_table(f"{name}.t").refs()
    only_refs = connect(**{"snapshot-loading-mode": "refs"}).load_table(f"{name}.t")
    assert only_refs.scan().to_arrow().num_rows == 6
    table = catalog.load_table(f"{name}.t")
    table.maintenance.expire_snapshots().by_id(first).commit() if first not in [r.snapshot_id for r in table.refs().values()] else None
    assert catalog.load_table(f"{name}.t").scan().to_arrow().num_rows == 6


def concurrent_writers():
    name = fresh("concurrent")
    catalog.create_table(f"{name}.t", ROWS.schema, properties={"commit.retry.num-retries": "20", "commit.retry.min-wait-ms": "5"})
    done, lock = [0], threading.Lock()

    def write():
        mine = connect()
        for _ in range(4):
            while True:
                try:
                    mine.load_table(f"{name}.t").append(ROWS)
                    with lock:
                        done[0] += 1
                    break
                except CommitFailedException:
                    continue

    threads = [threading.Thread(target=write) for _ in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    table = catalog.load_table(f"{name}.t")
    assert done[0] == 8 and table.scan().to_arrow().num_rows == 24 and len(table.snapshots()) == 8
    assert [snapshot.sequence_number for snapshot in table.snapshots()] == list(range(1, 9))
    one, two = catalog.load_table(f"{name}.t"), catalog.load_table(f"{name}.t")
    with one.update_schema() as update:
        update.add_column("one", StringType())
    raises(CommitFailedException, lambda: two.update_schema().add_column("two", StringType()).commit(), "current schema")


def error_mapping():
    name = fresh("errors")
    raises(NoSuchNamespaceError, lambda: catalog.create_table("absent_namespace.t", ROWS.schema))
    raises(NoSuchNamespaceError, lambda: catalog.list_tables("absent_namespace"))
    raises(NoSuchTableError, lambda: catalog.load_table(f"{name}.absent"), "Table does not exist")
    raises(NoSuchTableError, lambda: catalog.load_table("absent_namespace.t"))
    raises(NoSuchNamespaceError, lambda: catalog.list_namespaces("absent_namespace"))
    wrong = {"client.secret-access-key": "wrong" * 8} if AUTH == "sigv4" else {"token": "flx_" + "0" * 32, "credential": "flx_" + "0" * 32}
    error = raises(Exception, lambda: connect(**wrong).list_namespaces())
    assert isinstance(error, (UnauthorizedError, ForbiddenError)) or "OAuthError" in type(error).__name__ or "NotAuthorized" in str(error) or "SignatureDoesNotMatch" in str(error) or "invalid_client" in str(error), repr(error)


def odd_names():
    if SURFACE != "planasonix":
        raise Skipped("the AIStor reference allows lower-case letters, digits and underscores only")
    top = fresh("odd")
    for name in ["a b", "a+b", "a%b", "a%20b", "a/b", "ünïcode", "a.b", "a?b", "a#b", "a&b=c", "a:b", "Capital", "a\\b", 'q"uote', ".hidden", "日本"]:
        catalog.create_namespace((top, name))
        assert (top, name) in catalog.list_namespaces(top), name
        catalog.update_namespace_properties((top, name), updates={"k": name})
        assert catalog.load_namespace_properties((top, name))["k"] == name
        table = catalog.create_table((top, name, name), ROWS.schema)
        table.append(ROWS)
        assert catalog.list_tables((top, name)) == [(top, name, name)], name
        assert len(rows(catalog.load_table((top, name, name)))) == 3, name
        catalog.rename_table((top, name, name), (top, name, name + "2"))
        catalog.drop_table((top, name, name + "2"))
        catalog.drop_namespace((top, name))


def formats_v1_and_v3():
    name = fresh("formats")
    old = catalog.create_table(f"{name}.old", ROWS.schema, properties={"format-version": "1"})
    assert old.format_version == 1
    old.append(ROWS)
    assert len(rows(catalog.load_table(f"{name}.old"))) == 3
    with old.transaction() as transaction:
        transaction.upgrade_table_version(2)
    old = catalog.load_table(f"{name}.old")
    old.append(ROWS)
    assert old.format_version == 2 and catalog.load_table(f"{name}.old").scan().to_arrow().num_rows == 6
    new = catalog.create_table(f"{name}.new", ROWS.schema, properties={"format-version": "3"})
    assert new.format_version == 3 and new.metadata.next_row_id == 0


def views_are_absent_cleanly():
    name = fresh("views")
    answer = catalog.list_views(name) if not raises_or_value(lambda: catalog.list_views(name)) else []
    assert answer == []


def raises_or_value(action):
    try:
        action()
        return None
    except NotImplementedError as error:
        return error


def credentials_in_config():
    name = fresh("vended")
    table = catalog.create_table(f"{name}.t", ROWS.schema)
    assert table.io.properties.get("uri") or table.config is not None
    assert table.location().startswith("file:///") and os.path.isdir(_path(table.location()) if SURFACE == "planasonix" else "/")

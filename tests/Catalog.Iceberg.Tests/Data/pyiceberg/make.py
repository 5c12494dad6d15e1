# Makes the manifest lists and manifests of this folder with PyIceberg; see README.md.
import os, shutil, sys, tempfile
import pyarrow as pa
from pyiceberg.catalog.noop import NoopCatalog
from pyiceberg.table import Table, CommitTableResponse
from pyiceberg.table.metadata import new_table_metadata
from pyiceberg.table.update import update_table_metadata
from pyiceberg.schema import Schema
from pyiceberg.types import NestedField, LongType, StringType
from pyiceberg.partitioning import PartitionSpec, PartitionField
from pyiceberg.transforms import IdentityTransform
from pyiceberg.table.sorting import UNSORTED_SORT_ORDER
from pyiceberg.io.pyarrow import PyArrowFileIO

out = sys.argv[1]

class Memory(NoopCatalog):
    """Keeps the table's metadata; there is no catalog behind it."""
    def commit_table(self, table, requirements, updates):
        metadata = update_table_metadata(table.metadata, updates)
        return CommitTableResponse(metadata=metadata, metadata_location="file:///none.json")

for version in (1, 2):
    for codec in ("gzip", "zstd"):
        folder = tempfile.mkdtemp()
        schema = Schema(NestedField(1, "id", LongType()), NestedField(2, "part", StringType()))
        spec = PartitionSpec(PartitionField(2, 1000, IdentityTransform(), "part"))
        metadata = new_table_metadata(schema, spec, UNSORTED_SORT_ORDER, "file://" + folder,
                                      {"format-version": str(version), "write.avro.compression-codec": codec})
        table = Table(("ns", "t"), metadata, "file:///none.json", PyArrowFileIO(), Memory("none"))
        table.append(pa.table({"id": [1, 2, 3], "part": ["a", "b", "b"]}))
        table.append(pa.table({"id": [4], "part": ["ä"]}))
        snapshot = table.current_snapshot()
        print(version, codec, snapshot.manifest_list, snapshot.sequence_number, snapshot.parent_snapshot_id, snapshot.snapshot_id)
        name = f"v{version}-{codec}"
        shutil.copy(snapshot.manifest_list[len("file://"):], os.path.join(out, f"{name}-list.avro"))
        manifest = snapshot.manifests(table.io)[0]
        shutil.copy(manifest.manifest_path[len("file://"):], os.path.join(out, f"{name}-manifest.avro"))

#!/usr/bin/env python3
"""Makes the files beside it: Parquet as pyarrow writes it (26.0.1 when they were made)."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

FOLDER = Path(__file__).parent
NAMES = ["café.example", "xn--caf-dma.example", "a_b.example", "café.example", "bücher.example"]


def write(name, column, **options):
    table = pa.table({"number": pa.array(range(len(column)), pa.int32()), "name": column})
    pq.write_table(table, FOLDER / f"{name}.parquet", store_schema=False, write_statistics=False, **options)



text = pa.array(NAMES, pa.string())
write("dictionary-snappy", text, compression="snappy", row_group_size=3)
write("plain-none", text, compression="none", use_dictionary=False)
write("plain-gzip-v2", text, compression="gzip", use_dictionary=False, data_page_version="2.0")
write("dictionary-zstd-v2", text, compression="zstd", data_page_version="2.0", row_group_size=2)
write("plain-zstd", text, compression="zstd", use_dictionary=False)
write("null", pa.array([*NAMES, None, "last.example"], pa.string()), row_group_size=4)
write("lists", pa.array([[name] for name in NAMES], pa.list_(pa.string())))
write("in-another", pa.StructArray.from_arrays([text], ["of"]))
write("delta", text, use_dictionary=False, column_encoding={"name": "DELTA_LENGTH_BYTE_ARRAY"})
write("lz4", text, compression="lz4")
octets = pa.array([name.encode() for name in NAMES[:-1]] + [b"\xff.example"], pa.binary())
schema = pa.schema([pa.field("name", pa.binary(), nullable=False)])
table = pa.table([octets], schema=schema)
pq.write_table(table, FOLDER / "octets-required.parquet", store_schema=False, write_statistics=False)

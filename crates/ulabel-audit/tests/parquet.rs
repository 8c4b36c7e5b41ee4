//! Names from Parquet files, and rows as such files. `data/parquet/make.py` makes those that are read.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::PathBuf;

use ulabel::Checker;
use ulabel_audit::columns::{Column, RowGroups};
use ulabel_audit::input::{Batch, InputFormat, NameReader};
use ulabel_audit::{
    AuditOptions, Details, DetailsFormat, InputError, Judge, Observer, Offence, Source, audit,
};

const NAMES: [&str; 5] =
    ["café.example", "xn--caf-dma.example", "a_b.example", "café.example", "bücher.example"];

fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/data/parquet", &format!("{name}.parquet")].iter().collect()
}

fn column(name: &str) -> InputFormat {
    InputFormat::Parquet { column: name.into() }
}

fn read(file: File, name: &str) -> Result<Vec<(Vec<u8>, u64)>, InputError> {
    let mut reader = NameReader::of_file(file, "names.parquet", 0, &column(name))?;
    let (mut batch, mut names) = (Batch::default(), Vec::new());
    while reader.next_batch(&mut batch)? {
        names.extend(batch.names().map(|(name, row)| (name.to_vec(), row)));
    }
    Ok(names)
}

fn read_name(file: &str, name: &str) -> Result<Vec<(Vec<u8>, u64)>, InputError> {
    read(File::open(path(file)).unwrap(), name)
}

/// A file without a name that holds these octets.
fn file(octets: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(octets).unwrap();
    file.rewind().unwrap();
    file
}

#[test]
fn names_of_every_encoding() {
    let expected: Vec<(Vec<u8>, u64)> = NAMES.iter().map(|name| name.as_bytes().to_vec()).zip(1..).collect();
    for name in ["dictionary-snappy", "dictionary-zstd-v2", "plain-gzip-v2", "plain-none", "plain-zstd"] {
        assert_eq!(read_name(name, "name").unwrap(), expected, "{name}");
        assert_eq!(read_name(name, "2").unwrap(), expected, "{name}");
    }
    assert_eq!(read_name("in-another", "name.of").unwrap(), expected);
    // Octets that are no UTF-8 are for the judge.
    let octets = read_name("octets-required", "name").unwrap();
    assert_eq!(octets[..4], expected[..4]);
    assert_eq!(octets[4], (b"\xFF.example".to_vec(), 5));
}

#[test]
fn what_cannot_be_read_is_told() {
    let fault = |file: &str, name: &str| read_name(file, name).unwrap_err().to_string();
    let cannot = |what: &str| format!("cannot read names.parquet: {what}");
    assert_eq!(fault("plain-none", "domain"), cannot("there is no column domain, found number, name"));
    assert_eq!(fault("plain-none", "3"), cannot("there is no column 3, found number, name"));
    assert_eq!(fault("plain-none", "0"), cannot("there is no column 0, found number, name"));
    assert_eq!(fault("plain-none", "number"), cannot("the column number holds INT32, expected texts"));
    let column = "name.list.element";
    assert_eq!(fault("lists", column), cannot("the column name.list.element holds lists, expected texts"));
    assert_eq!(
        fault("null", "name"),
        "cannot read names.parquet, line 6: the column name has no value (null) in this row"
    );
    assert_eq!(
        fault("delta", "name"),
        cannot(
            "the column name cannot be read behind row 0: the encoding DELTA_LENGTH_BYTE_ARRAY is not read, only plain \
             and dictionary"
        )
    );
    assert_eq!(
        fault("lz4", "name"),
        cannot(
            "the column name cannot be read behind row 0: the compression LZ4_RAW is not read, only SNAPPY, GZIP and \
             ZSTD"
        )
    );
    let error = read(file(b"a.example\nb.example\n"), "name").unwrap_err().to_string();
    assert!(error.starts_with(&cannot("it is no Parquet file, or is not whole: ")), "{error}");
}

#[test]
fn a_file_cut_short_is_an_error() {
    for name in ["dictionary-snappy", "plain-none", "dictionary-zstd-v2"] {
        let whole = std::fs::read(path(name)).unwrap();
        for length in 0..whole.len() {
            let error = read(file(&whole[..length]), "name").expect_err("no footer");
            assert!(error.what.contains("not whole"), "{length}: {error}");
        }
    }
}

/// Whatever is changed, a file is read or refused: nothing stops the program, and no file has more rows than it says.
#[test]
fn a_file_with_wrong_octets_is_read_or_refused() {
    let mut refused = 0;
    for name in [
        "dictionary-snappy",
        "dictionary-zstd-v2",
        "plain-gzip-v2",
        "plain-none",
        "plain-zstd",
        "octets-required",
        "null",
        "delta",
        "in-another",
    ] {
        let whole = std::fs::read(path(name)).unwrap();
        let mut changed = file(&whole);
        for (at, &right) in whole.iter().enumerate() {
            let wrong = (0..8).map(|bit| right ^ (1 << bit)).chain([0, 0xFF, 0x7F, 0x80]);
            for wrong in wrong.filter(|wrong| *wrong != right) {
                changed.seek(SeekFrom::Start(at as u64)).unwrap();
                changed.write_all(&[wrong]).unwrap();
                refused += u32::from(read(changed.try_clone().unwrap(), "2").is_err());
            }
            changed.seek(SeekFrom::Start(at as u64)).unwrap();
            changed.write_all(&[right]).unwrap();
        }
    }
    assert!(refused > 1000, "{refused} refused");
}

/// Keeps the rows of offences.
struct Rows(Details<Vec<u8>>);

impl Observer for Rows {
    fn offence(&mut self, offence: &Offence) -> std::io::Result<()> {
        self.0.write(offence)
    }
}

#[test]
fn an_audit_of_a_stream_and_its_details() {
    // A stream is copied to be read, and twice.
    let stream = File::open(path("octets-required")).unwrap();
    let source = Source::reader(Box::new(stream), "standard input", column("name"));
    let mut options = AuditOptions::new(Judge::One(Checker::registration().into()));
    options.collisions = true;
    let details = Details::new(Vec::new(), DetailsFormat::Parquet, vec!["standard input".into()]).unwrap();
    let mut rows = Rows(details);
    let report = audit(vec![source], &options, None, &mut rows).unwrap();
    assert_eq!((report.names, report.invalid), (5, 2));

    let written = rows.0.finish().unwrap();
    let column = |name: &str| -> Vec<String> {
        let names = read(file(&written), name).unwrap().into_iter();
        names.map(|(name, _)| String::from_utf8(name).unwrap()).collect()
    };
    assert_eq!(column("file"), ["standard input"; 2]);
    assert_eq!(column("input"), ["a_b.example", "\\xFF.example"]);
    assert_eq!(column("verdict"), ["invalid"; 2]);
    assert_eq!(
        read(file(&written), "codes.list.element").unwrap_err().what,
        "the column codes.list.element holds lists, expected texts"
    );
}

#[test]
fn row_groups_are_bounded() {
    let mut columns = [Column::texts("name"), Column::numbers("number"), Column::lists("codes")];
    let mut out = RowGroups::new(Vec::new(), &columns).unwrap();
    let mut expected = Vec::new();
    for part in 0..300_u64 {
        for row in part * 1000..(part + 1) * 1000 {
            let name = format!("n{row}.example");
            columns[0].push_text(Some(&name));
            columns[1].push_number(row);
            columns[2].push_list(&["one", "two"][..usize::try_from(row % 3).unwrap()]);
            expected.push((name.into_bytes(), row + 1));
        }
        out.add(&mut columns).unwrap();
    }
    let written = out.finish().unwrap();
    assert_eq!(read(file(&written), "name").unwrap(), expected);

    let metadata = parquet::file::metadata::ParquetMetaDataReader::new();
    let metadata = metadata.parse_and_finish(&file(&written)).unwrap();
    let rows: Vec<i64> = metadata.row_groups().iter().map(|group| group.num_rows()).collect();
    assert_eq!(rows, [123_000, 123_000, 54_000]);

    // Columns of different lengths are refused, and so are others.
    columns[0].push_text(Some("alone"));
    let mut out = RowGroups::new(Vec::new(), &columns).unwrap();
    assert!(out.add(&mut columns).is_err());
    assert!(out.add(&mut [Column::texts("name")]).is_err());
}

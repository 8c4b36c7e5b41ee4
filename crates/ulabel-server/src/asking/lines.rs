//! Lines of a body as they come.

use std::time::Duration;

use axum::body::Body;
use http_body_util::BodyExt;
use tokio::time::timeout;

use super::stretch::Stretch;
use crate::error::{Code, Problem};

/// Octets of a line at most: twice a name, escaped.
pub(super) const MAX_LINE_OCTETS: usize = 128 << 10;

/// The lines of a body, with a memory that does not grow with them.
pub(super) struct LineReader {
    body: Body,
    /// What came and was not handed on.
    buffer: Vec<u8>,
    /// The number of the line that the buffer begins in.
    line: u64,
    /// True in a line that is too long, of which nothing is kept.
    is_skipping: bool,
    has_ended: bool,
    /// How long a client may send nothing.
    patience: Duration,
}

impl LineReader {
    pub(super) fn new(body: Body, patience: Duration) -> Self {
        Self { body, buffer: Vec::new(), line: 1, is_skipping: false, has_ended: false, patience }
    }

    /// The next lines; none at the end. A call that is given up loses nothing.
    pub(super) async fn next<T>(&mut self) -> Option<Stretch<T>> {
        loop {
            if let Some(end) = self.buffer.iter().rposition(|octet| *octet == b'\n') {
                let rest = self.buffer.split_off(end + 1);
                return Some(self.take(rest));
            }
            if self.buffer.len() > MAX_LINE_OCTETS {
                self.buffer.clear();
                self.is_skipping = true;
                return Some(Stretch::Problem(too_long().at_line(self.line)));
            }
            if self.has_ended {
                return (!self.buffer.is_empty()).then(|| self.take(Vec::new()));
            }
            match timeout(self.patience, self.body.frame()).await {
                Ok(Some(Ok(frame))) => self.add(frame.data_ref().map_or(&[], |data| data)),
                Ok(None) => self.has_ended = true,
                // The client has gone.
                Ok(Some(Err(_))) => return None,
                Err(_) => {
                    self.has_ended = true;
                    self.buffer.clear();
                    let detail = "nothing more came within the time limit";
                    return Some(Stretch::Problem(
                        Problem::new(Code::RequestTimeout, detail).at_line(self.line),
                    ));
                }
            }
        }
    }

    /// Hands on what is in the buffer; `rest` is what stays.
    fn take<T>(&mut self, rest: Vec<u8>) -> Stretch<T> {
        let first = self.line;
        let octets = std::mem::replace(&mut self.buffer, rest);
        self.line += octets.iter().filter(|octet| **octet == b'\n').count() as u64;
        Stretch::Lines { octets, first }
    }

    fn add(&mut self, data: &[u8]) {
        let mut data = data;
        if self.is_skipping {
            let Some(end) = data.iter().position(|octet| *octet == b'\n') else { return };
            data = data.get(end + 1..).unwrap_or_default();
            self.is_skipping = false;
            self.line += 1;
        }
        self.buffer.extend_from_slice(data);
    }
}

/// For a line that is longer than the limit.
pub(super) fn too_long() -> Problem {
    Problem::new(Code::TooLarge, format!("the line has more than {MAX_LINE_OCTETS} octets"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a body that comes in these pieces, with their numbers; a problem as its line alone.
    async fn lines(pieces: Vec<Vec<u8>>) -> Vec<(u64, usize)> {
        let (mut sender, body) = http_body_util::channel::Channel::<axum::body::Bytes>::new(1);
        let mut reader = LineReader::new(Body::new(body), Duration::from_secs(60));
        let sent = async move {
            for piece in pieces {
                sender.send_data(piece.into()).await.expect("the reader reads");
            }
        };
        let read = async {
            let mut found = Vec::new();
            while let Some(stretch) = reader.next::<()>().await {
                match stretch {
                    Stretch::Lines { octets, first } => {
                        found.extend(
                            (first..).zip(octets.split_inclusive(|octet| *octet == b'\n').map(<[u8]>::len)),
                        );
                    }
                    Stretch::Problem(problem) => {
                        let line = serde_json::to_value(&problem).expect("JSON")["line"].as_u64();
                        found.push((line.expect("a line"), 0));
                    }
                    Stretch::Items(_) => panic!("lines are no items"),
                }
            }
            found
        };
        tokio::join!(sent, read).1
    }

    #[tokio::test]
    async fn lines_keep_their_numbers_however_they_come() {
        let pieces = |text: &str, size| text.as_bytes().chunks(size).map(<[u8]>::to_vec).collect();
        let expected = vec![(1, 2), (2, 1), (3, 3), (4, 2)];
        for size in 1..8 {
            assert_eq!(lines(pieces("a\n\nbb\ncc", size)).await, expected, "{size}");
        }
        assert_eq!(lines(vec![]).await, []);
    }

    #[tokio::test]
    async fn a_line_that_is_too_long_is_told_and_not_kept() {
        let long = vec![b'a'; MAX_LINE_OCTETS + 1];
        let pieces = vec![b"a\n".to_vec(), long.clone(), long, b"a\nb\n".to_vec()];
        assert_eq!(lines(pieces).await, [(1, 2), (2, 0), (3, 2)]);
    }
}

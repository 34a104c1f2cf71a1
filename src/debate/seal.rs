//! Seals: lines of JSON, each with the digest of itself and of all before it.

use crate::digest;

/// What stands before the digest at the end of each line.
const DIGEST_FIELD: &str = ",\"digest\":\"";

/// Seals lines one after the other, or looks whether each is as it was sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seal {
    digest: String,
}

impl Seal {
    /// Seals the next line: an object of JSON, without a digest of its own.
    pub fn close(&mut self, line: &str) -> String {
        self.digest = line_digest(&self.digest, line);
        let fields = line.strip_suffix('}').unwrap_or(line);
        format!("{fields}{DIGEST_FIELD}{}\"}}", self.digest)
    }

    /// What stands in the next line before its digest, without the brace that ends it; `None`
    /// where the line is not as it was sealed.
    pub fn open<'a>(&mut self, line: &'a str) -> Option<&'a str> {
        let (fields, written) = line.rsplit_once(DIGEST_FIELD)?;
        let digest = line_digest(&self.digest, &format!("{fields}}}"));
        let is_whole = written.strip_suffix("\"}") == Some(digest.as_str());
        is_whole.then(|| {
            self.digest = digest;
            fields
        })
    }
}

/// The digest of a line, without its own, that follows a line of digest `previous`.
fn line_digest(previous: &str, line: &str) -> String {
    digest::hex(&[previous.as_bytes(), line.as_bytes()], 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_opens_as_it_was_sealed_and_in_its_place_alone() {
        let mut seal = Seal::default();
        let (first, second) = (seal.close("{\"a\":1}"), seal.close("{\"b\":2}"));
        let mut again = Seal::default();
        assert_eq!(again.open(&second), None);
        assert_eq!(again.open(&first), Some("{\"a\":1"));
        assert_eq!(again.open(&second.replace('2', "3")), None);
        assert_eq!(again.open(&second), Some("{\"b\":2"), "a refused line leaves no trace");
        assert_eq!(again, seal);
    }
}

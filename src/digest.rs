//! Digests in hexadecimal, by which scenarios and records are recognized.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The first `bytes` bytes of the SHA-256 of these parts one after the other, in hexadecimal.
pub(crate) fn hex(parts: &[&[u8]], bytes: usize) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    let mut text = String::new();
    for byte in hasher.finalize().iter().take(bytes) {
        // Writing to a string cannot fail.
        let _ignored = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn the_digest_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1: SHA-256 of "abc".
        assert_eq!(hex(&[b"a", b"bc"], 4), "ba7816bf");
    }
}

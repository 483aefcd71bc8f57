//! What a page may do. The second lock behind the escaping of templates.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::STYLE;

/// The Content Security Policy of a page: our own style and its script, known by their hashes, and nothing else. A browser
/// runs no other script, whatever an article holds, and fetches nothing.
pub(super) fn policy(script: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(STYLE)
    )
}

//! Bytes of any kind.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    dossier_fuzz::check("file", bytes);
});

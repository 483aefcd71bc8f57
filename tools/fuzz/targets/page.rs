//! Pages.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    dossier_fuzz::check("page.html", &[b"<!doctype html>", bytes].concat());
});

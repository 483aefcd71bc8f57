//! Records of a web archive.
#![no_main]

use dossier_ingest::{Limits, list_records};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let archive = [b"WARC/1.0\r\n", bytes].concat();
    dossier_fuzz::check("crawl.warc", &archive);
    let limits = Limits {
        gap: 200_000,
        ..Limits::default()
    };
    list_records("crawl.warc", &mut archive.as_slice(), limits, &mut |_| {
        std::ops::ControlFlow::Continue(())
    });
});

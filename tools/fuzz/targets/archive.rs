//! ZIP and tar archives and mailboxes: the first byte chooses.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    match first % 3 {
        0 => {
            dossier_fuzz::check("a.zip", &[b"PK\x03\x04", rest].concat());
        }
        1 => {
            // A head's check sum is made right, lest the fuzzer must find it.
            let mut archive = rest.to_vec();
            for head in archive.chunks_exact_mut(512) {
                head[148..156].fill(b' ');
                let sum: u32 = head.iter().copied().map(u32::from).sum();
                head[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
            }
            dossier_fuzz::check("a.tar", &archive);
        }
        _ => {
            let head = b"From a@b.example Mon Apr 14 10:20:00 2025\nFrom: a@b.example\nDate: x\n";
            dossier_fuzz::check("a.mbox", &[head, rest].concat());
        }
    }
});

//! Feeds, sitemaps and exports of newsrooms: the first byte chooses what stands in front.
#![no_main]

const HEADS: &[&str] = &[
    "<rss version=\"2.0\"><channel>",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [",
    "<urlset>",
    "<newsItem>",
    "<nitf>",
    "{\"uri\": \"h7\", \"versioncreated\": \"2025-04-14\", ",
    "[{",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let head = HEADS[usize::from(*first) % HEADS.len()];
    dossier_fuzz::check("feed", &[head.as_bytes(), rest].concat());
});

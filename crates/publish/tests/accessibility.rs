//! axe-core over both pages, wide and narrow, in both themes, with everything unfolded, each view shown. Needs a Chromium and axe-core; where one
//! is missing the test says so and passes. It downloads nothing: `npm install --prefix target/axe axe-core`.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a browser reads the pages from files"
)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use dossier_publish::html;

fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("DOSSIER_CHROMIUM").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let found = folders.iter().flat_map(|f| names.iter().map(move |n| f.join(n)));
    named.into_iter().chain(found).find(|p| p.is_file())
}

fn axe() -> Option<String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?;
    let named = std::env::var_os("DOSSIER_AXE").map(PathBuf::from);
    let path = named.unwrap_or_else(|| target.join("axe/node_modules/axe-core/axe.min.js"));
    std::fs::read_to_string(path).ok()
}

/// Windows of a desk and of a telephone.
const WIDTHS: [u32; 2] = [1280, 380];

/// The ids of the rules that a page breaks, with the first element of each.
fn violations(browser: &Path, folder: &Path, page: &str, view: &str, width: u32) -> String {
    let profile = folder.join("profile");
    let output = Command::new(browser)
        .args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--virtual-time-budget=60000",
            "--dump-dom",
        ])
        .arg(format!("--window-size={width},1000"))
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}#{view}", folder.join(page).display()))
        .output()
        .expect("the browser starts");
    let dom = String::from_utf8_lossy(&output.stdout);
    let found = dom
        .split("<pre id=\"axe\">")
        .nth(1)
        .and_then(|rest| rest.split("</pre>").next());
    found.expect("axe ran to its end").to_owned()
}

#[test]
fn the_pages_pass_axe_in_both_themes() {
    let (Some(browser), Some(axe)) = (browser(), axe()) else {
        eprintln!("skipped: no Chromium, or no axe-core (npm install --prefix target/axe axe-core)");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("axe");
    std::fs::create_dir_all(&folder).expect("a folder in target");
    for theme in ["light", "dark"] {
        for page in html::render(&support::dossier()) {
            let script = format!(
                "<script>{axe}</script><script>document.documentElement.dataset.theme='{theme}';\
                 document.querySelectorAll('details').forEach(d=>d.open=true);\
                 document.querySelector('.story a.c')?.click();\
                 const shown=[...document.querySelectorAll('[data-view]')].filter(v=>v.getClientRects().length).map(v=>v.dataset.view).join();\
                 axe.run(document,{{resultTypes:['violations']}}).then(r=>{{const p=document.createElement('pre');p.id='axe';\
                 p.textContent='['+shown+'] '+r.violations.map(v=>v.id+': '+v.nodes[0].html).join('; ');document.body.append(p)}})</script></body>"
            );
            // The page's own policy would let no other script run.
            let open = page
                .body
                .replacen("http-equiv=\"Content-Security-Policy\"", "name=\"policy\"", 1);
            let body = open.replacen("</body>", &script, 1);
            let name = format!("{theme}-{}", page.path);
            std::fs::write(folder.join(&name), body).expect("a page in target");
            // A view that is not shown is not looked at.
            let views = ["brief", "differences", "sources", "findings", "articles"];
            for view in views
                .iter()
                .filter(|v| page.body.contains(&format!("href=\"#{v}\"")))
            {
                for width in WIDTHS {
                    let found = violations(&browser, &folder, &name, view, width);
                    assert_eq!(found, format!("[{view}] "), "{name}#{view} {width}");
                }
            }
            if page.path == "index.html" {
                for width in WIDTHS {
                    assert_eq!(
                        violations(&browser, &folder, &name, "", width),
                        "[] ",
                        "{name} {width}"
                    );
                }
            }
        }
    }
}

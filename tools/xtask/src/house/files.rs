//! Rules for one file: its length, and lists of words in code.

use super::literals::lists;

/// Lines of the longest file.
const LINES: usize = 500;

/// Entries of the longest list of words in code.
const WORDS: usize = 7;

/// What a comment above a list begins with that is no list of words: columns, elements of a format, keys.
pub const NO_WORDS: &str = "// no words of a language: ";

/// Files and folders that do not keep these rules yet. Nothing is added here; what keeps them is taken out.
const OWED: &[&str] = &[
    "crates/model/src/dossier.rs",
    "crates/publish/tests/support/story.rs",
    "languages/en/grammar/mention/mod.rs",
];

/// What breaks a rule in the file `name`, which is relative to the workspace.
pub fn check(name: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if OWED.iter().any(|owed| name.starts_with(owed)) {
        return wrong;
    }
    let lines = text.lines().count();
    if lines > LINES {
        wrong.push(format!(
            "{name}: {lines} lines, of {LINES} at most; hint: take a part with a name of its own into another file"
        ));
    }
    let is_test = name.contains("/tests/") || name.ends_with("/tests.rs") || name.starts_with("tools/");
    if !is_test {
        for list in lists(text).iter().filter(|l| l.entries > WORDS) {
            wrong.push(format!(
                "{name}:{}: a list of {} words in code, of {WORDS} at most; hint: make it a file under lists/ \
                 (dossier_world::words!), or say above it `{NO_WORDS}…`",
                list.line, list.entries
            ));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        let list = format!("const X: &[&str] = &[{}];\n", "\"a\", ".repeat(8));
        assert_eq!(check("crates/a/src/lib.rs", &list).len(), 1);
        assert_eq!(check("crates/a/tests/a.rs", &list).len(), 0);
        assert_eq!(
            check("crates/a/src/lib.rs", &format!("{NO_WORDS}columns\n{list}")).len(),
            0
        );
        assert_eq!(check("crates/a/src/lib.rs", &"\n".repeat(501)).len(), 1);
    }
}

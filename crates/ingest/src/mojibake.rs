//! UTF-8 that a program took for windows-1252 and wrote as UTF-8 again: "cafÃ©", "itâ€™s". Turned back where that is
//! certain.

/// Times that a text may have gone through the mill.
const ROUNDS: usize = 2;

/// The text turned back; `None` where nothing is wrong with it or it is not certain what.
///
/// A run of characters is turned back where all of it, as windows-1252, is UTF-8 of letters and marks that European and
/// Vietnamese texts have. It is certain where that is so for two runs, or one of three characters, and for nearly all
/// runs of the text: right text has none, since "Ã" stands before letters in it, not before signs.
pub(crate) fn repair(text: &str) -> Option<String> {
    let mut out: Option<String> = None;
    for _ in 0..ROUNDS {
        match once(out.as_deref().unwrap_or(text)) {
            Some(better) => out = Some(better),
            None => break,
        }
    }
    out
}

fn once(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<u8> = Vec::new();
    let mut run_start = 0;
    let (mut turned, mut long, mut kept) = (0_usize, 0_usize, 0_usize);
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    for (at, c) in ends {
        if let Some(byte) = byte_of(c) {
            if run.is_empty() {
                run_start = at;
            }
            run.push(byte);
            continue;
        }
        if !run.is_empty() {
            match turn(&run) {
                Some(right) => {
                    turned += 1;
                    long += usize::from(run.len() >= 3);
                    out.push_str(&right);
                }
                None => {
                    // One letter alone is right text; more that cannot be turned speak against it.
                    kept += usize::from(run.len() >= 2);
                    out.push_str(text.get(run_start..at).unwrap_or(""));
                }
            }
            run.clear();
        }
        if at < text.len() {
            out.push(c);
        }
    }
    let certain = (turned >= 2 || long >= 1) && kept * 5 <= turned;
    certain.then_some(out)
}

/// The byte that windows-1252 has for a character outside ASCII.
fn byte_of(c: char) -> Option<u8> {
    const MARKS: [(char, u8); 27] = [
        ('€', 0x80),
        ('‚', 0x82),
        ('ƒ', 0x83),
        ('„', 0x84),
        ('…', 0x85),
        ('†', 0x86),
        ('‡', 0x87),
        ('ˆ', 0x88),
        ('‰', 0x89),
        ('Š', 0x8a),
        ('‹', 0x8b),
        ('Œ', 0x8c),
        ('Ž', 0x8e),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('˜', 0x98),
        ('™', 0x99),
        ('š', 0x9a),
        ('›', 0x9b),
        ('œ', 0x9c),
        ('ž', 0x9e),
        ('Ÿ', 0x9f),
    ];
    match u32::from(c) {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        _ => MARKS.iter().find(|m| m.0 == c).map(|m| m.1),
    }
}

/// A run as UTF-8, where it is nothing but that. The controls among the letters are those of a text that went through
/// twice.
fn turn(run: &[u8]) -> Option<String> {
    let right = std::str::from_utf8(run).ok()?;
    let fits = |c: char| {
        matches!(u32::from(c),
            0x80..=0x17f | 0x192 | 0x2c6 | 0x2dc | 0x1a0..=0x1b0 | 0x300..=0x323 | 0x1ea0..=0x1ef9 | 0x2010..=0x203a | 0x20ac | 0x2122)
    };
    right.chars().all(fits).then(|| right.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a program makes of UTF-8 that it takes for windows-1252.
    fn broken(text: &str) -> String {
        encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(text.as_bytes())
            .0
            .into_owned()
    }

    const TEXTS: [&str; 5] = [
        "It’s the harbour’s “new” pier – at last.",
        "Le café était fermé à Noël, a déclaré le maître d’hôtel.",
        "Die Fähre fährt ab März über den Fluß, für 4 €.",
        "Tàu chở xe của người dân hai nước đã khởi hành từ bến cảng Đông.",
        "A ministra já não irá à ilha; São João fica longe, disse à Câmara.",
    ];

    #[test]
    fn turns_back() {
        for text in TEXTS {
            assert_eq!(repair(&broken(text)).as_deref(), Some(text));
            assert_eq!(repair(&broken(&broken(text))).as_deref(), Some(text), "twice");
        }
    }

    #[test]
    fn right_text_stays() {
        for text in TEXTS {
            assert_eq!(repair(text), None, "{text}");
        }
        for text in [
            "NÃO É ASSIM, DISSE A CÂMARA.",
            "Le mot «CAFÉ» et le mot «PÂTÉ» restent.",
            "10 °C … 20 °C – “É”",
            "Ferry lines only.",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}

//! What can be known of a word by its letters alone, as numbers.

/// Numbers of one word; hashes are of the word in small letters with digits as zeros unless said otherwise.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lex {
    /// As printed.
    pub exact: u32,
    /// In small letters.
    pub lower: u32,
    /// The last one to four letters.
    pub suffix: [u32; 4],
    /// The first one to three letters.
    pub prefix: [u32; 3],
    /// Kinds of its characters, runs shortened: "Xx", "X.X.", "d-d".
    pub shape: u32,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
    /// Whether all its letters are capitals.
    pub is_upper: bool,
    /// Whether it holds a letter.
    pub has_letter: bool,
    /// Characters, up to 255.
    pub length: u8,
}

/// Hash of bytes, the same on every machine.
#[must_use]
pub fn hash(bytes: &[u8]) -> u32 {
    let mut h = 0x811C_9DC5u32;
    for &b in bytes {
        h = (h ^ u32::from(b)).wrapping_mul(0x0100_0193);
    }
    h ^= h >> 16;
    h = h.wrapping_mul(0x7FEB_352D);
    h ^ (h >> 15)
}

/// Writes `word` in small letters with plain marks into `out`; past 48 characters it is cut.
pub fn fold(word: &str, out: &mut String) {
    out.clear();
    for c in word.chars().take(48) {
        match c {
            'a'..='z' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '’' | '‘' | '`' | '´' | 'ʼ' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '–' | '‑' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' => {}
            _ => out.extend(c.to_lowercase()),
        }
    }
}

impl Lex {
    /// Reads a word; `buffer` is scratch space.
    #[must_use]
    pub fn read(word: &str, buffer: &mut String) -> Self {
        fold(word, buffer);
        let mut lex = Lex {
            exact: hash(word.as_bytes()),
            ..Lex::default()
        };
        if buffer.bytes().any(|b| b.is_ascii_digit()) {
            *buffer = buffer
                .chars()
                .map(|c| if c.is_ascii_digit() { '0' } else { c })
                .collect();
        }
        lex.lower = hash(buffer.as_bytes());
        for (k, (at, _)) in buffer.char_indices().rev().take(4).enumerate() {
            lex.suffix[k] = hash(&buffer.as_bytes()[at..]);
        }
        for (k, (at, c)) in buffer.char_indices().take(3).enumerate() {
            lex.prefix[k] = hash(&buffer.as_bytes()[..at + c.len_utf8()]);
        }
        lex.read_shape(word);
        lex
    }

    fn read_shape(&mut self, word: &str) {
        let (mut upper, mut lower) = (0u32, 0u32);
        let mut shape = [0u8; 8];
        let (mut len, mut count) = (0, 0u32);
        for c in word.chars().take(48) {
            let kind = if c.is_lowercase() {
                lower += 1;
                b'x'
            } else if c.is_uppercase() {
                upper += 1;
                self.is_capital |= count == 0;
                b'X'
            } else if c.is_numeric() {
                b'd'
            } else if c.is_alphabetic() {
                lower += 1;
                b'c'
            } else if c.is_ascii() {
                c as u8
            } else {
                b'_'
            };
            count += 1;
            if len < shape.len() && (len == 0 || shape[len - 1] != kind) {
                shape[len] = kind;
                len += 1;
            }
        }
        self.length = count.min(255) as u8;
        self.has_letter = upper + lower > 0;
        self.is_upper = upper > 0 && lower == 0;
        self.shape = hash(&shape[..len]).wrapping_add(count.min(4));
    }
}

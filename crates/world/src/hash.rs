//! A quick hash for look-ups in lists of our own. What an article holds never becomes a key here, so nobody can choose
//! keys that collide.

use std::hash::{BuildHasherDefault, Hasher};

/// A map of our own words.
pub type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;
/// A set of our own words.
pub type HashSet<K> = std::collections::HashSet<K, BuildHasherDefault<Quick>>;

/// Eight bytes at a time, a multiplication each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Quick(u64);

impl Quick {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            for (to, from) in word.iter_mut().zip(chunk) {
                *to = *from;
            }
            self.mix(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.mix(word);
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the high bits and its tag from the low ones.
        self.0 ^ self.0.rotate_right(29)
    }
}

//! Zstandard (RFC 8878) as a stream: frames one after the other, those that decoders skip, dictionaries and checksums.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, Dictionary, FrameDecoder};
use xxhash_rust::xxh64::Xxh64;

/// What a frame of data begins with.
pub(crate) const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// The largest window that a frame may ask for, as in the reference decoder.
const WINDOW: u64 = 1 << 27;

/// What a dictionary with tables begins with. One without is words alone.
const DICTIONARY: [u8; 4] = [0x37, 0xa4, 0x30, 0xec];

/// The head that makes words alone a dictionary for the decoder, which wants one with tables: magic number, number 1, a
/// Huffman table of two symbols, three tables of one symbol, and the offsets that a frame begins with. A frame that was
/// packed with words alone brings its own tables, so these are never read.
const HEAD: [u8; 28] = [
    0x37, 0xa4, 0x30, 0xec, 1, 0, 0, 0, 0x80, 0x10, 0xf0, 3, 0xf0, 3, 0xf0, 3, 1, 0, 0, 0, 4, 0, 0, 0, 8, 0,
    0, 0,
];

/// Unpacks what `source` gives.
pub(crate) struct Decoder<R> {
    source: R,
    frames: FrameDecoder,
    /// The number of the dictionary, which every frame may use.
    dictionary: Option<u32>,
    in_frame: bool,
    sum: Xxh64,
}

impl<R: BufRead> Decoder<R> {
    /// Without a dictionary.
    pub(crate) fn new(source: R) -> Self {
        let mut frames = FrameDecoder::new();
        frames.set_max_window_size(WINDOW);
        Self {
            source,
            frames,
            dictionary: None,
            in_frame: false,
            sum: Xxh64::new(0),
        }
    }

    /// With a dictionary, of words alone or with tables.
    ///
    /// # Errors
    /// Where its tables are damaged.
    pub(crate) fn with_dictionary(source: R, words: &[u8]) -> io::Result<Self> {
        let mut out = Self::new(source);
        let dictionary = if words.starts_with(&DICTIONARY) {
            Dictionary::decode_dict(words)
        } else {
            Dictionary::decode_dict(&[&HEAD, words].concat())
        };
        let dictionary = dictionary.map_err(damaged)?;
        out.dictionary = Some(dictionary.id);
        out.frames.add_dict(dictionary).map_err(damaged)?;
        Ok(out)
    }

    /// The source, behind what was read of it.
    pub(crate) fn get_mut(&mut self) -> &mut R {
        &mut self.source
    }

    /// Reads the head of the next frame of data. `false` where the source has ended.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.frames.reset(&mut self.source) {
                Ok(()) => {
                    if let Some(number) = self.dictionary {
                        self.frames.force_dict(number).map_err(damaged)?;
                    }
                    self.sum.reset(0);
                    self.in_frame = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut self.source).take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(damaged(error)),
            }
        }
        Ok(false)
    }

    /// Ends a frame.
    fn end(&mut self) -> io::Result<()> {
        self.in_frame = false;
        match self.frames.get_checksum_from_data() {
            Some(sum) if sum != self.sum.digest() as u32 => {
                Err(damaged("its words are not those that were packed"))
            }
            _ => Ok(()),
        }
    }
}

impl<R: BufRead> Read for Decoder<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        while self.in_frame || self.begin()? {
            while self.frames.can_collect() == 0 && !self.frames.is_finished() {
                (self.frames)
                    .decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBlocks(1))
                    .map_err(damaged)?;
            }
            let n = self.frames.read(out)?;
            if n > 0 {
                self.sum.update(out.get(..n).unwrap_or(&[]));
                return Ok(n);
            }
            self.end()?;
        }
        Ok(0)
    }
}

fn damaged(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Packs bytes.
    pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    fn unpack(bytes: &[u8]) -> Result<Vec<u8>, io::Error> {
        let mut out = Vec::new();
        Decoder::new(bytes).read_to_end(&mut out).map(|_| out)
    }

    fn words() -> Vec<u8> {
        "Ministers agreed on a ferry line. ".repeat(20).into_bytes()
    }

    /// The words as the reference program packs them, with a checksum.
    const CHECKED: [u8; 57] = [
        40, 181, 47, 253, 100, 168, 1, 93, 1, 0, 36, 2, 77, 105, 110, 105, 115, 116, 101, 114, 115, 32, 97,
        103, 114, 101, 101, 100, 32, 111, 110, 32, 97, 32, 102, 101, 114, 114, 121, 32, 108, 105, 110, 101,
        46, 32, 1, 0, 26, 84, 42, 245, 4, 84, 56, 1, 14,
    ];

    /// The words as the reference program packs them with the words themselves as dictionary.
    pub(crate) const WITH_DICTIONARY: [u8; 18] = [
        40, 181, 47, 253, 96, 168, 1, 69, 0, 0, 0, 1, 0, 165, 142, 42, 0, 1,
    ];

    #[test]
    fn frames_come_one_after_the_other() {
        let skipped = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
        let all = [&CHECKED[..], &skipped, &pack(b"and more"), &skipped].concat();
        assert_eq!(unpack(&all).expect("sound"), [&words()[..], b"and more"].concat());
        assert!(unpack(&[]).expect("sound").is_empty());
    }

    #[test]
    fn damage_is_told() {
        let mut wrong = CHECKED;
        wrong[20] ^= 1;
        assert!(unpack(&wrong).is_err());
        assert!(unpack(&CHECKED[..CHECKED.len() - 1]).is_err());
        assert!(unpack(&[&CHECKED[..], b"words"].concat()).is_err());
    }

    #[test]
    fn words_alone_are_a_dictionary() {
        let mut out = Vec::new();
        let mut decoder = Decoder::with_dictionary(&WITH_DICTIONARY[..], &words()).expect("dictionary");
        decoder.read_to_end(&mut out).expect("sound");
        assert_eq!(out, words());
    }
}

//! What number words add up to.

/// How a language names the powers of a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// Each has a name of its own: "billion" is a thousand million.
    Short,
    /// Each power of a million has one, and a thousand of it is said as such: "mil millones".
    Long,
}

/// A cardinal under construction, word by word from the left.
#[derive(Debug, Clone, Copy)]
pub struct Cardinal {
    naming: Naming,
    /// What is done: groups with their scale.
    total: i128,
    /// Thousands that a greater scale may still multiply, in long naming.
    thousands: i128,
    group: i128,
    last_scale: i128,
    /// Words below this may still join the group: below ten behind tens, below a hundred behind hundreds.
    room: i128,
}

impl Cardinal {
    /// Nothing yet.
    #[must_use]
    pub fn new(naming: Naming) -> Self {
        Self {
            naming,
            total: 0,
            thousands: 0,
            group: 0,
            last_scale: i128::MAX,
            room: 1000,
        }
    }

    /// One, that only a scale may follow: "a" in "a hundred".
    #[must_use]
    pub fn one(naming: Naming) -> Self {
        Self {
            group: 1,
            room: 0,
            ..Self::new(naming)
        }
    }

    /// The value so far.
    #[must_use]
    pub fn value(&self) -> i128 {
        self.total + self.thousands + self.group
    }

    /// The group behind the last scale.
    #[must_use]
    pub fn group(&self) -> i128 {
        self.group
    }

    /// What the group still takes: words below this.
    #[must_use]
    pub fn room(&self) -> i128 {
        self.room
    }

    /// Whether something stands in front of the group.
    #[must_use]
    pub fn is_scaled(&self) -> bool {
        self.total + self.thousands > 0
    }

    /// Adds a word below a thousand; `false` where it does not fit behind what stands.
    pub fn add(&mut self, v: i128) -> bool {
        if v >= self.room || v == 0 && self.room != 1000 {
            return false;
        }
        self.group += v;
        self.room = match v {
            100.. if v % 100 == 0 => 100,
            20..100 if v % 10 == 0 => 10,
            _ => 0,
        };
        true
    }

    /// "Hundred" behind a number below it.
    pub fn hundred(&mut self) -> bool {
        let fits = (1..100).contains(&self.group) && self.room != 100;
        if fits {
            self.group *= 100;
            self.room = 100;
        }
        fits
    }

    /// A scale word: ten to the `power`, 3 and more. `false` where it does not fit, and where it is too great.
    pub fn scale(&mut self, power: u32) -> bool {
        let Some(factor) = 10i128.checked_pow(power).filter(|f| *f < self.last_scale) else {
            return false;
        };
        let done = match self.naming {
            Naming::Short => self.scale_group(factor),
            Naming::Long if power == 3 => self.thousand(),
            Naming::Long => self.scale_all(factor),
        };
        if done {
            self.group = 0;
            self.room = 1000;
        }
        done
    }

    fn scale_group(&mut self, factor: i128) -> bool {
        let Some(scaled) = self.group.checked_mul(factor).filter(|s| *s > 0) else {
            return false;
        };
        self.total += scaled;
        self.last_scale = factor;
        true
    }

    /// A thousand needs no "one" in front in long naming.
    fn thousand(&mut self) -> bool {
        let open = self.thousands == 0;
        if open {
            self.thousands = self.group.max(1) * 1000;
        }
        open
    }

    fn scale_all(&mut self, factor: i128) -> bool {
        let Some(scaled) = (self.thousands + self.group)
            .checked_mul(factor)
            .filter(|s| *s > 0)
        else {
            return false;
        };
        self.total += scaled;
        self.thousands = 0;
        self.last_scale = factor;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_scale_their_group() {
        let mut c = Cardinal::new(Naming::Short);
        assert!(c.add(3) && c.hundred() && c.add(20) && c.add(5) && !c.add(7));
        assert!(c.scale(6) && c.add(4) && c.scale(3) && !c.scale(6));
        assert_eq!(c.value(), 325_004_000);
        let mut one = Cardinal::one(Naming::Short);
        assert!(!one.add(5) && one.scale(3));
        assert_eq!(one.value(), 1000);
    }

    #[test]
    fn long_names_scale_thousands() {
        let mut c = Cardinal::new(Naming::Long);
        assert!(c.add(2) && c.scale(3) && c.add(300) && c.scale(6) && c.add(15) && c.scale(3) && c.add(1));
        assert_eq!(c.value(), 2_300_015_001);
        let mut thousand = Cardinal::new(Naming::Long);
        assert!(thousand.scale(3) && thousand.scale(6));
        assert_eq!(thousand.value(), 1_000_000_000);
    }
}

//! Numbers and what they are of, in any language: how digits are grouped, what words add up to, ranges, bounds,
//! changes, money, and the choice of the longest reading. No word of a language stands here; a language brings its
//! lists and rules.

pub mod bound;
pub mod cardinal;
pub mod carry;
pub mod change;
pub mod digits;
pub mod forms;
pub mod label;
pub mod money;
pub mod order;
pub mod range;
pub mod value;
pub mod view;
pub mod written;

pub use forms::Forms;
pub use money::Cash;
pub use value::{Form, Number};
pub use view::{Kind, View, in_time};
pub use written::Style;

//! How values are written and read field by field: numbers, texts, lists, and `binary!` for the types of the strategy.

use super::binary::{Binary, Reader, Stream, Writer};

/// Whole numbers, each type in its stream.
macro_rules! whole {
    ($($type:ty: $stream:ident),*) => {$(
        impl Binary for $type {
            fn write(&self, to: &mut Writer) {
                // A number beyond 32 bits is none of ours; it would come back as the greatest.
                to.number(Stream::$stream, u32::try_from(*self).unwrap_or(u32::MAX));
            }
            fn read(from: &mut Reader) -> $type {
                // The reader holds the number to the type's greatest.
                from.number(Stream::$stream, u32::try_from(<$type>::MAX).unwrap_or(u32::MAX)) as $type
            }
        }
    )*};
}

whole!(u8: Number, u16: Number, u32: Place, usize: Number);

impl Binary for bool {
    fn write(&self, to: &mut Writer) {
        to.number(Stream::Choice, u32::from(*self));
    }
    fn read(from: &mut Reader) -> bool {
        from.number(Stream::Choice, 1) == 1
    }
}

/// Its bits, in two halves.
impl Binary for f64 {
    fn write(&self, to: &mut Writer) {
        let bits = self.to_bits();
        to.number(Stream::Number, (bits >> 32) as u32);
        to.number(Stream::Number, bits as u32);
    }
    fn read(from: &mut Reader) -> f64 {
        let high = from.number(Stream::Number, u32::MAX);
        let low = from.number(Stream::Number, u32::MAX);
        f64::from_bits(u64::from(high) << 32 | u64::from(low))
    }
}

impl Binary for String {
    fn write(&self, to: &mut Writer) {
        to.text(Stream::Text, self);
    }
    fn read(from: &mut Reader) -> String {
        from.text(Stream::Text)
    }
}

impl<T: Binary> Binary for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }
    fn read(from: &mut Reader) -> Option<T> {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Binary> Binary for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.number(Stream::Length, self.len() as u32);
        self.iter().for_each(|item| item.write(to));
    }
    #[inline(never)]
    fn read(from: &mut Reader) -> Vec<T> {
        (0..from.length(size_of::<T>())).map(|_| T::read(from)).collect()
    }
}

impl<T: Binary, const N: usize> Binary for [T; N] {
    fn write(&self, to: &mut Writer) {
        self.iter().for_each(|item| item.write(to));
    }
    fn read(from: &mut Reader) -> [T; N] {
        std::array::from_fn(|_| T::read(from))
    }
}

impl<A: Binary, B: Binary> Binary for (A, B) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }
    fn read(from: &mut Reader) -> (A, B) {
        (A::read(from), B::read(from))
    }
}

/// Types as the list of their fields, or of their variants without fields. Their order is the order of the bytes.
macro_rules! binary {
    ($(struct $type:ident { $($field:tt),* $(,)? })*) => {$(
        impl $crate::domain::binary::Binary for $type {
            fn write(&self, to: &mut $crate::domain::binary::Writer) {
                $($crate::domain::binary::Binary::write(&self.$field, to);)*
            }
            fn read(from: &mut $crate::domain::binary::Reader) -> $type {
                $type { $($field: $crate::domain::binary::Binary::read(from)),* }
            }
        }
    )*};
    ($(enum $type:ident { $first:ident $(, $variant:ident)* $(,)? })*) => {$(
        impl $crate::domain::binary::Binary for $type {
            fn write(&self, to: &mut $crate::domain::binary::Writer) {
                match self {
                    $type::$first $(| $type::$variant)* => to.number($crate::domain::binary::Stream::Choice, *self as u32),
                }
            }
            fn read(from: &mut $crate::domain::binary::Reader) -> $type {
                const ALL: &[$type] = &[$type::$first $(, $type::$variant)*];
                const {
                    let mut at = 0;
                    while at < ALL.len() {
                        assert!(ALL[at] as usize == at, "variants are listed in the order of their declaration");
                        at += 1;
                    }
                }
                let at = from.number($crate::domain::binary::Stream::Choice, ALL.len() as u32 - 1);
                ALL.get(at as usize).copied().unwrap_or($type::$first)
            }
        }
    )*};
}
pub(crate) use binary;

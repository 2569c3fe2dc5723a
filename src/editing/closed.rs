//! Closed lists of what a visitor chooses from, each with its key in the file and its label on the screen.

macro_rules! closed {
    ($(#[$doc:meta])* $name:ident { $($(#[$own:meta])* $value:ident: $key:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$own])* $value,)+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$value,)+];

            /// In the file.
            pub const fn key(self) -> &'static str {
                match self { $($name::$value => $key,)+ }
            }

            /// On the screen and on paper.
            pub const fn label(self) -> &'static str {
                match self { $($name::$value => $label,)+ }
            }

            pub fn by_key(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}

pub(crate) use closed;

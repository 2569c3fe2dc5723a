//! A live workshop: measures projected to a room, questions put to it, and the *compte rendu* one leaves with. Pure: no
//! screen, no storage, no clock; sees the domain and `editing` only. Read in the order of the modules.
//!
//! Measures are named by their numbers and slides by their keys, so that the file outlives a version of the data. Nothing is
//! asked of a server: whoever leads enters what the room says, and a result is always a recount of what was entered.

pub mod moment;
pub mod poll;
pub mod session;
pub mod count;
pub mod edit;
mod allowed;
mod typing;
pub mod unseen;

pub mod room;
mod cutting;
mod parts;
pub mod deck;

pub mod file;
mod poll_file;
pub mod minutes;
pub mod tables;

pub mod qr;

pub use moment::Moment;
pub use poll::{Ballot, Entry, Kind, Method, Poll, Voter};
pub use session::Workshop;

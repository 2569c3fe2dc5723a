//! The most memory a piece of work held at once, so that a few hostile bytes never ask for much.
//!
//! Counted by thread: the tests run side by side.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static HELD: Cell<usize> = const { Cell::new(0) };
    static PEAK: Cell<usize> = const { Cell::new(0) };
}

struct Counted;

#[global_allocator]
static COUNTED: Counted = Counted;

#[expect(unsafe_code, reason = "the trait of an allocator is unsafe; the system's own does the work")]
// SAFETY: each call goes to the system's allocator as it came; the counters hold no memory of their own.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.get().wrapping_add(layout.size());
        HELD.set(held);
        PEAK.set(PEAK.get().max(held));
        // SAFETY: the caller keeps the contract, which is the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        // What another thread asked for and this one gives back does not count below nothing.
        HELD.set(HELD.get().saturating_sub(layout.size()));
        // SAFETY: likewise.
        unsafe { System.dealloc(at, layout) }
    }
}

/// What the work gives, and the most bytes it held beyond those held before.
pub fn peak<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.get();
    PEAK.set(before);
    let done = work();
    (done, PEAK.get() - before)
}

#[test]
fn the_peak_is_what_was_held_at_once() {
    let ((), twice) = peak(|| (0..2).for_each(|_| drop(vec![0_u8; 10_000])));
    assert_eq!(twice, 10_000);
    let (kept, both) = peak(|| [vec![0_u8; 10_000], vec![0_u8; 5_000]]);
    assert_eq!((both, kept.len()), (15_000, 2));
}

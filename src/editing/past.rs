//! A value with its past and its future: every change can be undone, and done again.
//!
//! Where one stands in the work (the slide in sight, say) is no part of it: moving on is no step, and undoing leaves one
//! where one is.

/// Changes that can be undone, at most.
const DEEPEST: usize = 500;

/// What one does to a value, as a value itself.
pub trait Change: Clone {
    type Value: Clone + PartialEq;

    /// Does it; tells whether anything changed.
    fn apply(self, value: &mut Self::Value) -> bool;

    /// Whether it goes on with the step before: one undoes a phrase, not a letter.
    fn continues(&self, before: &Self) -> bool;

    /// Whether it puts another work in the place of this one: undoing it brings back even where one stood.
    fn replaces(&self) -> bool;

    /// The text that alone differs between two states, by a name of its own.
    fn typed(_from: &Self::Value, _to: &Self::Value) -> Option<String> {
        None
    }

    /// Copies where one stands from one state to another. A change that this copies whole is no step.
    fn carry(_from: &Self::Value, _to: &mut Self::Value) {}
}

#[derive(Debug, Clone)]
pub struct Past<E: Change> {
    now: E::Value,
    before: Vec<Kept<E::Value>>,
    after: Vec<Kept<E::Value>>,
    /// What was done last, while it may go on.
    last: Option<E>,
    /// The text that another window typed last, while it may go on.
    theirs: Option<String>,
}

/// A state on the other side of a change.
#[derive(Debug, Clone)]
struct Kept<V> {
    value: V,
    /// Whether the change between put one work in the place of another.
    replaced: bool,
}

impl<E: Change<Value: Default>> Default for Past<E> {
    fn default() -> Self {
        Past::new(E::Value::default())
    }
}

impl<E: Change> Past<E> {
    pub fn new(now: E::Value) -> Self {
        Past { now, before: Vec::new(), after: Vec::new(), last: None, theirs: None }
    }

    pub fn now(&self) -> &E::Value {
        &self.now
    }

    /// Makes a change; tells whether there was any.
    pub fn edit(&mut self, edit: E) -> bool {
        let before = self.now.clone();
        let goes_on = self.last.as_ref().is_some_and(|last| edit.continues(last));
        let (kept, replaced) = (edit.clone(), edit.replaces());
        if !edit.apply(&mut self.now) {
            return false;
        }
        if !replaced && only_moved(&before, &self.now, E::carry) {
            // What is typed elsewhere, or here again later, is another phrase.
            self.last = None;
            return true;
        }
        if !goes_on {
            self.push(Kept { value: before, replaced });
        }
        self.after.clear();
        self.last = Some(kept);
        self.theirs = None;
        true
    }

    /// Takes over what another window made of it.
    pub fn adopt(&mut self, theirs: E::Value) {
        if theirs == self.now {
            return;
        }
        let before = std::mem::replace(&mut self.now, theirs);
        if !only_moved(&before, &self.now, E::carry) {
            let typed = E::typed(&before, &self.now);
            if typed.is_none() || typed != self.theirs {
                self.push(Kept { value: before, replaced: false });
            }
            self.after.clear();
            self.theirs = typed;
        }
        self.last = None;
    }

    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    pub fn undo(&mut self) -> bool {
        let Some(before) = self.before.pop() else { return false };
        let after = self.turn(before);
        self.after.push(after);
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(after) = self.after.pop() else { return false };
        let before = self.turn(after);
        self.push(before);
        true
    }

    /// Puts a state in the place of the present one, which it gives back.
    fn turn(&mut self, Kept { mut value, replaced }: Kept<E::Value>) -> Kept<E::Value> {
        if !replaced {
            E::carry(&self.now, &mut value);
        }
        (self.last, self.theirs) = (None, None);
        Kept { value: std::mem::replace(&mut self.now, value), replaced }
    }

    fn push(&mut self, before: Kept<E::Value>) {
        if self.before.len() == DEEPEST {
            self.before.remove(0);
        }
        self.before.push(before);
    }
}

/// Whether two states differ in nothing but where one stands.
fn only_moved<V: Clone + PartialEq>(before: &V, after: &V, carry: fn(&V, &mut V)) -> bool {
    let mut moved = before.clone();
    carry(after, &mut moved);
    moved == *after
}

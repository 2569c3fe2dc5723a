//! The suite: the same program with every page, which takes the page over from the first one.

use explorateur_sress::app;
use explorateur_sress::platform::program::Arrival;

fn main() {
    app::start(Arrival::Second);
}

//! The first wasm: adopts the prerendered list, then the address takes over. Other pages come with the suite.

use explorateur_sress::app;
use explorateur_sress::platform::program::Arrival;

fn main() {
    app::start(Arrival::First);
}

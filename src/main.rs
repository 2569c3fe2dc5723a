//! The first wasm: adopts the prerendered page, then the address takes over.

use explorateur_sress::{app::App, embedded, platform::page};

fn main() {
    page::on_panic();
    match embedded::corpus() {
        Ok(corpus) => page::start(move || {
            let app = App::new(corpus);
            (move || app.view(), move || app.listen())
        }),
        Err(error) => page::broken(error),
    }
}

//! Prints the default view as HTML: what the page shows before WebAssembly arrives, and without it.

use explorateur_sress::app::App;
use explorateur_sress::domain::frame::Frame;
use explorateur_sress::embedded;
use explorateur_sress::reactive::Owner;
use explorateur_sress::view::html::html;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = embedded::corpus().ok_or("stratégie embarquée illisible")?;
    println!("{}", Owner::new().with(|| html(&App::new(corpus, |_| Frame::default()).view())));
    Ok(())
}

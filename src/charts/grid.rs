//! A grid of discs, as wide as their number, which is written in them.

use super::frame::{base, fill, finish, names, on_mark, set_axis, set_axis_label, set_series};
use super::request::Request;
use super::room::{EDGE, Room, Rows, longest, wrap};
use crate::domain::french::count;
use crate::domain::summary::Grid;
use charming::element::Label;
use charming::series::Scatter;
use serde_json::{Value, json};

/// Most letters of a column's name that stands upright.
const UPRIGHT: usize = 24;

/// Where everything goes.
struct Plan {
    room: Room,
    rows: Rows,
    /// Names of the columns, whether they stand upright, and the height they take.
    across: Vec<String>,
    upright: bool,
    top: f64,
    /// Of the widest disc.
    disc: f64,
}

impl Plan {
    fn new(room: Room, grid: &Grid) -> Plan {
        let text = room.style.text;
        let labels = || grid.rows.iter().map(|mark| mark.label.as_str());
        let left = Rows::new(&room, labels(), 0.0).left();
        let column = (room.width - left - EDGE) / grid.columns.len().max(1) as f64;
        let disc = (2.4 * text).min(0.9 * column);
        let rows = Rows::new(&room, labels(), disc);
        // Side by side when every word has room in its column, else upright.
        let letters = room.letters(column - 4.0);
        let words = grid.columns.iter().flat_map(|mark| mark.label.split(' '));
        let upright = words.map(|word| word.chars().count()).max().unwrap_or(0) > letters;
        let name = |label: &str| if upright { wrap(label, UPRIGHT, 1) } else { wrap(label, letters, 3) };
        let across: Vec<String> = grid.columns.iter().map(|mark| name(&mark.label)).collect();
        let lines = across.iter().map(|name| name.lines().count()).max().unwrap_or(1) as f64;
        let top = if upright { room.pixels(longest(&across)) } else { lines * room.line() } + EDGE;
        Plan { room, rows, across, upright, top, disc }
    }
}

pub fn height(room: Room, grid: &Grid) -> f64 {
    let plan = Plan::new(room, grid);
    plan.top + plan.rows.height() + EDGE
}

pub fn option(request: &Request, grid: &Grid) -> Option<Value> {
    let plan = Plan::new(request.room(), grid);
    let style = &plan.room.style;
    let filled = grid.filled();
    let most = filled.iter().map(|cell| cell.2).max().unwrap_or(1) as f64;
    let label = Label::new().show(true).color(style.surface).font_size(style.text).formatter("{@[2]}");
    let chart = base(request)
        .grid(plan.rows.grid(plan.top, EDGE))
        .x_axis(names(style, plan.across))
        .y_axis(plan.rows.axis(style))
        .series(Scatter::new().label(label));
    let mut option = finish(&chart, request)?;
    plan.rows.place(&mut option, style);
    set_axis(&mut option, "xAxis", "position", json!("top"));
    let over = EDGE + plan.rows.over();
    let stand = json!(if plan.upright { 90 } else { 0 });
    let fields = [("margin", json!(over)), ("rotate", stand), ("lineHeight", json!(plan.room.line()))];
    set_axis_label(&mut option, "xAxis", &fields);
    let items: Vec<Value> = filled
        .iter()
        .map(|&(row, column, number)| {
            let (across, down) = (&grid.columns[column], &grid.rows[row]);
            let said = format!("{} × {}\u{a0}: {}", down.label, across.label, count(number, "mesure", "mesures"));
            // The colour of the section, whichever way it stands.
            let group = across.group.min(down.group);
            let kept = down.kept && across.kept;
            json!({
                "value": [column, row, number],
                "name": said,
                "symbolSize": plan.disc * (0.55 + 0.45 * (number as f64 / most).sqrt()),
                "itemStyle": fill(style, style.group(group), kept),
                "label": { "color": on_mark(style, kept), "opacity": 1 },
            })
        })
        .collect();
    set_series(&mut option, "data", json!(items));
    Some(option)
}

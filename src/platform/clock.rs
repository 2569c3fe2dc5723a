//! The time, as the visitor's device has it.

/// ISO 8601.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Since 1970.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// « 2026-11-23T14:05:09 », in the device's own time.
pub fn moment() -> String {
    let now = js_sys::Date::new_0();
    format!("{}T{:02}:{:02}:{:02}", today(), now.get_hours(), now.get_minutes(), now.get_seconds())
}

/// Calls each second, for as long as the page lives.
pub fn each_second(call: impl Fn() + 'static) {
    gloo::timers::callback::Interval::new(1_000, call).forget();
}

/// A number that no other window draws, but by a chance of one in four thousand million.
pub fn lot() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

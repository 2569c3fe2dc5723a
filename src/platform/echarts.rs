//! The charts' lazy chunk: ECharts and its own wasm. Fetched when a chart is first drawn, never before.
//!
//! Blocked, half loaded or refused: the error reaches the figure, whose table stands in.

use super::script::{module, spent, unavailable};
use super::{PlatformError, refused};
use js_sys::{Function, JSON, Object, Promise, Reflect, Uint8Array};
use std::any::Any;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, ResizeObserver};

#[wasm_bindgen]
extern "C" {
    /// What `web/echarts.mjs` exports.
    #[derive(Clone)]
    type Chunk;
    #[wasm_bindgen(method, catch)]
    fn ready(this: &Chunk, wasm: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn option(this: &Chunk, request: &Uint8Array) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn init(this: &Chunk, element: &HtmlElement) -> Result<Instance, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn svg(this: &Chunk, chart: &Instance) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn png(this: &Chunk, chart: &Instance) -> Result<Promise, JsValue>;

    #[derive(Clone)]
    type Instance;
    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, settings: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance, size: &Object) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, call: &Function);
}

/// The `<meta>` that gives its address.
const CHUNK: &str = "xp-graphiques";

/// The chunk, loaded. The browser keeps one copy however often this is asked.
pub struct Charts {
    chunk: Chunk,
}

/// Loads the chunk and starts its wasm.
pub async fn open() -> Result<Charts, PlatformError> {
    let (chunk, wasm) = module(CHUNK).await?;
    let chunk: Chunk = chunk.unchecked_into();
    let started = chunk.ready(&wasm).map_err(unavailable("calcul des graphiques"))?;
    JsFuture::from(started).await.map_err(unavailable("calcul des graphiques"))?;
    Ok(Charts { chunk })
}

/// A chart on the page: made once, updated, disposed of with its owner.
pub struct Drawing {
    chunk: Chunk,
    instance: Instance,
    observer: Option<ResizeObserver>,
    // Kept alive for as long as ECharts and the observer may call them.
    _on_resize: Closure<dyn FnMut()>,
    _on_click: Closure<dyn FnMut(JsValue)>,
}

/// Where a chart is drawn: the element a host was given.
#[derive(Clone)]
pub struct Place {
    element: HtmlElement,
}

/// What a click fell on: its place in the data, of the nodes or of the links between them.
#[derive(Debug, Clone, Copy)]
pub struct Click {
    pub item: usize,
    pub link: bool,
}

impl Place {
    pub fn new(place: &dyn Any) -> Option<Place> {
        let element = place.downcast_ref::<web_sys::Element>()?.clone();
        element.dyn_into().ok().map(|element| Place { element })
    }

    /// In pixels.
    pub fn width(&self) -> u32 {
        self.element.client_width().max(0) as u32
    }

    /// In pixels; through the object model, which the policy on styles allows.
    pub fn set_height(&self, height: u32) {
        let _ = self.element.style().set_property("height", &format!("{height}px"));
    }
}

impl Charts {
    /// Makes room for a drawing in `place`; `on_click` hears what is clicked, `on_resize` each change of size.
    pub fn draw(
        self,
        place: &Place,
        on_click: impl Fn(Click) + 'static,
        on_resize: impl Fn() + 'static,
    ) -> Result<Drawing, PlatformError> {
        let element = &place.element;
        let instance = self.chunk.init(element).map_err(unavailable("dessin"))?;
        let on_resize = Closure::<dyn FnMut()>::new(on_resize);
        let on_click = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let field = |name: &str| Reflect::get(&event, &name.into()).ok();
            let link = field("dataType").and_then(|t| t.as_string()).is_some_and(|kind| kind == "edge");
            if let Some(item) = field("dataIndex").and_then(|v| v.as_f64()) {
                on_click(Click { item: item as usize, link });
            }
        });
        instance.on("click", on_click.as_ref().unchecked_ref());
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Ok(Drawing { chunk: self.chunk, instance, observer, _on_resize: on_resize, _on_click: on_click })
    }
}

impl Drawing {
    /// Shows what the request asks, at a size in pixels: on paper the page has another than the screen's, and sets none.
    pub fn update(&self, request: &[u8], width: u32, height: u32) -> Result<(), PlatformError> {
        let json = self.chunk.option(&Uint8Array::from(request));
        // It may have stopped in the middle, as a panic does.
        let json = json.inspect_err(|_| spent(CHUNK)).map_err(unavailable("option du graphique"))?;
        let option = JSON::parse(&json).map_err(unavailable("option du graphique"))?;
        // Nothing of the former picture is kept.
        let settings = object([("notMerge", JsValue::TRUE)]);
        let _ = self.instance.resize(&object([("width", width.into()), ("height", height.into())]));
        self.instance.set_option(&option, &settings).map_err(unavailable("dessin"))
    }

    /// The picture as it stands, a document of its own.
    pub fn svg(&self) -> Result<Vec<u8>, PlatformError> {
        self.chunk.svg(&self.instance).map(String::into_bytes).map_err(unavailable("image SVG"))
    }

    /// The picture in dots, twice as many as on the screen. Refused where a page may not read its own canvas.
    pub fn png(&self) -> impl Future<Output = Result<Vec<u8>, PlatformError>> + use<> {
        let drawn = self.chunk.png(&self.instance);
        async move {
            let bytes = JsFuture::from(drawn.map_err(refused("image PNG"))?).await.map_err(refused("image PNG"))?;
            Ok(Uint8Array::new(&bytes).to_vec())
        }
    }
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}

impl Drop for Drawing {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        // The element may already be gone; there is nobody left to tell.
        let _ = self.instance.dispose();
    }
}
